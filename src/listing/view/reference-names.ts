/** The names under which the reference holds what a statement uses. */
import type { StatementText } from '../../python/index.ts';
import type { Evaluated, StepContext } from './step-context.ts';

const STATEMENTS: ReadonlyMap<string, string> = new Map([
  ['import', 'import'],
  ['importfrom', 'import'],
  ['functiondef', 'def'],
  ['return', 'return'],
  ['for', 'for'],
  ['with', 'with'],
]);

/** A parameter is a tensor, and a NumPy scalar has an array's attributes. */
const SAME_AS: ReadonlyMap<string, string> = new Map([
  ['Parameter', 'Tensor'],
  ['float64', 'ndarray'],
  ['int64', 'ndarray'],
]);

/** Returns what a step uses, in the order of evaluation, each once; what the program defines itself is left out. */
export function referenceNames(context: StepContext): string[] {
  const { statement, evaluated, step, program } = context;
  const names = [
    ...(statement === undefined ? [] : statementNames(statement)),
    ...evaluated.flatMap((one) => expressionNames(one, context)),
  ];
  return [...new Set(step.exit ? [] : names)].filter(
    (name) => name !== '' && !isOwn(name, program.definitions),
  );
}

/** Returns a function of the program, or an attribute of one of its classes: `relu`, `Neuron.w`. */
function isOwn(name: string, definitions: ReadonlySet<string>): boolean {
  return definitions.has(name) || definitions.has(name.split('.')[0] ?? '');
}

function statementNames(statement: StatementText): string[] {
  const keyword = STATEMENTS.get(statement.kind);
  const modules = keyword === 'import' ? (statement.targets ?? []) : [];
  const items = (statement.items ?? []).map((pattern) => `${pattern} =`);
  return [...(keyword === undefined ? [] : [keyword]), ...modules, ...items];
}

function expressionNames({ expression, inputs }: Evaluated, context: StepContext): string[] {
  const receiver = inputs[0]?.value.type ?? '';
  const of = (name: string) => `${SAME_AS.get(receiver) ?? receiver}.${name}`;
  switch (expression.kind) {
    case 'binary':
    case 'compare':
      return [expression.operator ?? ''];
    case 'attribute':
      return [of(expression.name ?? '')];
    case 'subscript':
      return [expression.name ?? ''];
    case 'text':
      return expression.specs?.some((spec) => spec !== '') ? ['f-string', 'format spec'] : ['f-string'];
    case 'call':
      if (expression.method !== undefined) return [of(expression.method)];
      return [
        context.before.has(expression.function ?? '')
          ? calledVariable(expression.function, context)
          : (expression.function ?? ''),
      ];
    case 'name':
    case 'literal':
    case 'unary':
      return [];
    default:
      return expression.kind satisfies never;
  }
}

/** A variable that is called is a layer, or a function of the program's own. */
function calledVariable(name = '', { before }: StepContext): string {
  return before.get(name)?.variable.type === 'function' ? name : 'layer()';
}
