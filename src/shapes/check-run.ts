/** Reads the shapes out of a run: each operation on arrays with its rule, or where the run ended and why. */
import type { Run } from '../listing/index.ts';
import type { Explanation } from '../listing/live/index.ts';
import { carriedNames, reducedAxis } from './axis-names.ts';
import type { ShapeProgram } from './program.ts';
import type { LibraryCheck, Operand, Rule, ShapeFailure, ShapeStep } from './shape-check.ts';
import { readShapes } from './typed-shapes.ts';

type Ran = Extract<Run, { kind: 'ran' }>;
type Expression = Ran['trace']['expressions'][number];

/** Returns what is known of a run, without the repairs: they are further runs (`repairs.ts`). */
export function checkRun(
  program: ShapeProgram,
  run: Run,
  explanation: Explanation | undefined,
): LibraryCheck {
  const { library, line } = program;
  if (run.kind === 'not-run') return { library, steps: [], kind: 'not-run', message: notRun(run) };
  const { steps, last } = shapesIn(program, run);
  if (run.cut !== undefined)
    return {
      library,
      steps,
      kind: 'not-run',
      message: `${run.cut.message}. Smaller sizes of the same pattern will do.`,
      isTooLarge: run.cut.reason === 'limit',
    };
  if (run.exception !== null) {
    const { type, message } = run.exception;
    const failure = explanation && failureOf(program, run, explanation, steps);
    return { library, steps, kind: 'raised', type, message, failure, repairs: [] };
  }
  if (last?.operand !== undefined) return { library, steps, kind: 'shape', sizes: last.operand.sizes };
  const statement = run.trace.steps.findLast((step) => step.line >= line);
  const made = statement?.changed.at(-1);
  if (made?.shape !== undefined) return { library, steps, kind: 'shape', sizes: made.shape };
  return { library, steps, kind: 'other', type: last?.type ?? made?.type ?? 'nothing' };
}

function notRun({ type, message }: Extract<Run, { kind: 'not-run' }>): string {
  const mend = 'Write shapes such as (4, 3), names such as X, and Python’s operators between them.';
  return `${type === '' ? '' : `${type}: `}${message}. ${mend}`.replace('..', '.');
}

/** Returns the operations on arrays in the expression's own step, in the order in which they ran. */
function shapesIn(program: ShapeProgram, { trace }: Ran) {
  const step = trace.steps.findLast(({ line }) => line >= program.line);
  const known = new Map<number, Operand>();
  const steps: ShapeStep[] = [];
  let last: { operand: Operand | undefined; type: string } | undefined;
  for (const [number, value] of step?.values ?? []) {
    const expression = trace.expressions[number];
    if (expression === undefined) continue;
    last = { operand: undefined, type: value.type };
    if (value.shape === undefined) continue;
    const text = readShapes(expression.text);
    const inputs = expression.inputs.flatMap((input) => known.get(input) ?? []);
    const given = givenNames(program, expression);
    const rule = ruleOf(expression, inputs, value.shape);
    const names = given ?? carriedNames(rule, inputs, value.shape, expression.text);
    const operand = { text, sizes: value.shape, names };
    known.set(number, operand);
    last = { operand, type: value.type };
    const isOperation = given === undefined && expression.kind !== 'name' && expression.kind !== 'literal';
    if (isOperation)
      steps.push({ rule, operator: operatorOf(expression), operands: inputs, result: operand });
  }
  return { steps, last };
}

/** The names that were given to the axes of a typed shape or of a name of the section; undefined for what was computed. */
function givenNames({ shapes, names, line }: ShapeProgram, expression: Expression) {
  const typed = shapes.find(
    ({ from }) =>
      expression.kind === 'call' &&
      expression.from[0] === line &&
      expression.from[1] === from + 1 &&
      /^\w+\.zeros$/.test(expression.function ?? ''),
  );
  if (typed !== undefined) return typed.names;
  if (expression.kind !== 'name') return undefined;
  return names.find(({ name }) => name === expression.text)?.axes ?? [];
}

function operatorOf({ kind, operator, name, method, function: called }: Expression): string {
  if (operator !== undefined) return operator;
  if (kind === 'attribute') return `.${name ?? ''}`;
  if (kind === 'subscript') return name ?? '[]';
  return method === undefined ? `${called ?? ''}()` : `.${method}()`;
}

const REDUCTIONS = /(?:^|\.)(?:sum|mean|max|min|amax|amin|std|var|prod|argmax|argmin|any|all)$/;
const PRODUCTS = /(?:^|\.)(?:matmul|mm|mv|dot)$/;

function ruleOf(
  { kind, operator, name, method, function: called, text }: Expression,
  inputs: readonly Operand[],
  sizes: readonly number[] | undefined,
): Rule {
  if (operator === '@' || (inputs.length === 2 && PRODUCTS.test(method ?? called ?? ''))) return 'matmul';
  if (kind === 'binary' || kind === 'compare') return inputs.length === 2 ? 'broadcast' : 'same';
  if (kind === 'unary') return 'same';
  if (kind === 'attribute' && name === 'T') return 'reverse';
  if (kind === 'call' && REDUCTIONS.test(method ?? called ?? '') && reducedAxis(text) !== undefined)
    return 'reduce';
  const [only] = inputs;
  const isSame = inputs.length === 1 && sizes !== undefined && only?.sizes.join() === sizes.join();
  return isSame && kind === 'call' && !/reshape|view|permute|transpose/.test(method ?? called ?? '')
    ? 'same'
    : 'other';
}

function failureOf(
  program: ShapeProgram,
  { trace }: Ran,
  { operation, operands, axes }: Explanation,
  steps: readonly ShapeStep[],
): ShapeFailure | undefined {
  if (operation === '') return undefined;
  const expression = trace.expressions.findLast(({ text }) => text === operation);
  const met = [...steps.map(({ result }) => result), ...operandsIn(program, trace)];
  const shaped = operands.flatMap(({ text, shape }) => {
    if (shape === undefined) return [];
    const read = readShapes(text);
    const names = met.find((each) => each.text === read)?.names ?? shape.map(() => undefined);
    return [{ text: read, sizes: shape, names }];
  });
  return {
    text: readShapes(operation),
    operands: shaped,
    rule: expression === undefined ? 'other' : ruleOf(expression, shaped, undefined),
    operator: expression === undefined ? '' : operatorOf(expression),
    clashes: axes.filter(({ clashes }) => clashes).map(({ left, right }) => [left, right] as const),
  };
}

/** Typed shapes and names of the section, as operands. */
function operandsIn(program: ShapeProgram, trace: Ran['trace']): Operand[] {
  return trace.expressions.flatMap((expression) => {
    const names = givenNames(program, expression);
    return names === undefined ? [] : [{ text: readShapes(expression.text), sizes: [], names }];
  });
}
