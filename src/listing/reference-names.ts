/** The names under which the reference holds what a statement uses. */
import type { Evaluated, Scene } from './scene.ts';
import type { Statement } from './trace.ts';

const STATEMENTS: Readonly<Record<string, string>> = {
  import: 'import',
  importfrom: 'import',
  functiondef: 'def',
  return: 'return',
  for: 'for',
  with: 'with',
};

/** A parameter is a tensor, and a NumPy scalar has an array's attributes. */
const SAME_AS: Readonly<Record<string, string>> = {
  Parameter: 'Tensor',
  float64: 'ndarray',
  int64: 'ndarray',
};

/** What a step uses, in the order of evaluation, each once; functions that the program defines itself are left out. */
export function referenceNames(scene: Scene): string[] {
  const { statement, evaluated, trace, step } = scene;
  const own = new Set(trace.steps.map(({ func }) => func));
  const names = [
    ...(statement === undefined ? [] : statementNames(statement)),
    ...evaluated.flatMap((one) => expressionNames(one, scene)),
  ];
  return [...new Set(step.exit ? [] : names)].filter((name) => !own.has(name));
}

function statementNames(statement: Statement): string[] {
  const keyword = STATEMENTS[statement.kind];
  const modules = keyword === 'import' ? (statement.targets ?? []) : [];
  const items = (statement.items ?? []).map((pattern) => `${pattern} =`);
  return [...(keyword === undefined ? [] : [keyword]), ...modules, ...items];
}

function expressionNames({ expression, inputs }: Evaluated, scene: Scene): string[] {
  const receiver = inputs[0]?.value.type ?? '';
  const of = (name: string) => `${SAME_AS[receiver] ?? receiver}.${name}`;
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
        scene.before.has(expression.function ?? '')
          ? calledVariable(expression.function, scene)
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
function calledVariable(name = '', { before }: Scene): string {
  return before.get(name)?.variable.type === 'function' ? name : 'layer()';
}
