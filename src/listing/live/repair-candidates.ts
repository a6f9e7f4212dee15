/**
 * Small changes that might make a statement run, by the kind of its exception and the shapes of its operands. Each is tried
 * before it is offered (see `explain-error.ts`), so a candidate may be wrong; it may not be large.
 */
import type { ExpressionText, StatementText } from '../../python/index.ts';
import type { Evaluated } from '../view/step-context.ts';
import type { Repair, TextEdit } from './explanation.ts';
import type { FailedOperation } from './failed-operation.ts';

export type Candidate = Pick<Repair, 'kind' | 'edit' | 'piece'>;

/** What the candidates are looked for in. */
interface Failure extends FailedOperation {
  readonly message: string;
  readonly text: string;
}

/** Returns the candidates, the most likely first. */
export function repairCandidates(failure: Failure): Candidate[] {
  const { message } = failure;
  if (/truth value of an array|Boolean value of Tensor/.test(message)) return truthValue(failure);
  if (/view size is not compatible/.test(message)) return viewAsReshape(failure);
  if (/requires grad/.test(message)) return withoutGradients(failure);
  if (/converted to (?:a )?(?:Python )?[Ss]calar|unsupported format string passed to/.test(message))
    return asNumber(failure);
  return [...floats(failure), ...keptAxes(failure), ...shapes(failure)];
}

/** Transposes, for matrices; a column, for vectors. The right operand first: a layer's weights stand there. */
function shapes({ operands, text }: Failure): Candidate[] {
  const arrays = operands.filter(({ value: { shape = [] } }) => shape.length > 0).toReversed();
  if (operands.length < 2) return [];
  const transposed = arrays.filter(({ value }) => value.shape?.length === 2);
  const vectors = arrays.filter(({ value }) => value.shape?.length === 1);
  return [
    ...transposed.map((operand) => appended('transpose', operand, '.T', text)),
    ...vectors.map((operand) => appended('column', operand, '.reshape(-1, 1)', text)),
  ];
}

/** `keepdims=True` where an operand is, or was assigned, the result of a reduction along an axis. */
function keptAxes({ operands, context, text }: Failure): Candidate[] {
  const { expressions } = context.program.trace;
  return operands.flatMap(({ expression, number }) => {
    const known = expression.kind === 'name' ? context.before.get(expression.text) : undefined;
    const made = known === undefined ? undefined : context.program.statements.get(known.line);
    const calls = expressions.filter((call, k) => (made === undefined ? k === number : isIn(call, made)));
    return calls
      .filter(
        ({ keywords = [] }) =>
          /^(?:axis|dim)$/.test(keywords[0] ?? '') && !/^keepdim/.test(keywords[1] ?? ''),
      )
      .map((call) => {
        const end = offsetOf(call.to, text) - 1;
        const edit = { from: end, to: end, insert: ', keepdims=True' };
        return { kind: 'keepdims' as const, edit, piece: `${call.text.slice(0, -1)}, keepdims=True)` };
      });
  });
}

function isIn({ kind, from, to }: ExpressionText, { line, end }: StatementText): boolean {
  return kind === 'call' && line <= from[0] && to[0] <= end;
}

/** `.float()` for what is of another dtype than PyTorch's weights. */
function floats({ message, operands, text }: Failure): Candidate[] {
  if (!/dtype|Long|Double|Int\b|expected scalar type/.test(message)) return [];
  return operands
    .filter(({ value: { dtype } }) => dtype?.startsWith('torch.') && dtype !== 'torch.float32')
    .map((operand) => appended('float', operand, '.float()', text));
}

function asNumber({ operands, context, text }: Failure): Candidate[] {
  const given = [...operands, ...context.evaluated.toReversed()];
  const single = given.find(({ value: { shape } }) => shape?.every((length) => length === 1));
  return single === undefined ? [] : [appended('item', single, '.item()', text)];
}

function truthValue({ context, text }: Failure): Candidate[] {
  const array = context.evaluated.findLast(({ value: { shape = [] } }) => shape.length > 0);
  if (array === undefined) return [];
  return [appended('any', array, '.any()', text), appended('all', array, '.all()', text)];
}

function viewAsReshape({ expression, operands: [receiver], text }: Failure): Candidate[] {
  if (expression === undefined || receiver === undefined) return [];
  const start = text.indexOf('.view', offsetOf(receiver.expression.to, text));
  if (start < 0) return [];
  const edit = { from: start, to: start + '.view'.length, insert: '.reshape' };
  return [{ kind: 'reshape', edit, piece: expression.text.replace(/\.view\b/, '.reshape') }];
}

function withoutGradients({ context, expression, operands: [receiver], text }: Failure): Candidate[] {
  const { step, statement } = context;
  const end = receiver && offsetOf(receiver.expression.to, text);
  if (expression?.method === 'numpy' && end !== undefined)
    return [
      {
        kind: 'detach',
        edit: { from: end, to: end, insert: '.detach()' },
        piece: `${receiver?.expression.text}.detach().numpy()`,
      },
    ];
  const lines = text.split('\n').slice(step.line - 1, statement?.end ?? step.line);
  const indent = /^\s*/.exec(lines[0] ?? '')?.[0] ?? '';
  const from = offsetOf([step.line, 1], text);
  const piece = [`${indent}with torch.no_grad():`, ...lines.map((line) => `    ${line}`)].join('\n');
  return [{ kind: 'no-grad', edit: { from, to: from + lines.join('\n').length, insert: piece }, piece }];
}

/** Returns a candidate that puts `.T` or the like behind an operand, in brackets where it needs them. */
function appended(kind: Repair['kind'], { expression }: Evaluated, suffix: string, text: string): Candidate {
  const [from, to] = [offsetOf(expression.from, text), offsetOf(expression.to, text)];
  const isWhole = ['name', 'attribute', 'subscript', 'call'].includes(expression.kind);
  const isBracketed = text.charAt(from - 1) === '(' && text.charAt(to) === ')' && !isWhole;
  const piece = isWhole ? expression.text + suffix : `(${expression.text})${suffix}`;
  const edit: TextEdit = isBracketed
    ? { from: to + 1, to: to + 1, insert: suffix }
    : { from, to, insert: piece };
  return { kind, edit, piece };
}

/** Returns the offset of a line and column, from 1. */
function offsetOf([line, column]: readonly [number, number], text: string): number {
  let start = 0;
  for (let k = 1; k < line; k += 1) start = text.indexOf('\n', start) + 1;
  return start + column - 1;
}
