/** The worked arithmetic of a step, derived from what its expressions were given and what they came to. */
import {
  type Comparison,
  core,
  explainAngle,
  explainCells,
  explainComparison,
  explainDot,
  explainFunction,
  explainIndex,
  explainLayer,
  explainLength,
  explainMatmul,
  explainMatrixVector,
  explainMultiple,
  explainNumbers,
  explainProducts,
  explainQuotient,
  explainReluCells,
  explainReshape,
  explainSum,
  explainTotal,
  explainTranspose,
  explainUnit,
  explainVectorMatrix,
  type Named,
  type NamedRows,
  type Sign,
  type Worked,
} from '../explain/index.ts';
import { broadcastTo, listOf, numberOf, numbersOf, rankOf, rowsOf } from './numbers.ts';
import { type Evaluated, hueOf, type Scene } from './scene.ts';

/** What one expression of a statement came to, and how. */
export interface Work {
  /** The expression, as it is written. */
  readonly text: string;
  readonly worked: Worked;
}

/** More lines than this would hide the code they explain. */
const MOST_LINES = 16;

/** The worked arithmetic of every expression of a step that computes, in the order of evaluation. */
export function workOf(scene: Scene): Work[] {
  return scene.evaluated.flatMap((evaluated) => {
    if (isStepping(evaluated, scene)) return [];
    const worked = workedOut(evaluated, scene);
    if (worked === undefined || worked.lines.length > MOST_LINES) return [];
    return [{ text: evaluated.expression.text, worked }];
  });
}

/** What only moves or picks numbers on their way to a computation needs no line of its own. */
function isStepping({ number, expression }: Evaluated, { evaluated }: Scene): boolean {
  const moves =
    expression.kind === 'subscript' || (expression.kind === 'attribute' && expression.name === 'T');
  const user = evaluated.find(({ expression: outer }) => outer.inputs.includes(number));
  return moves && user !== undefined && user.expression.function !== 'print';
}

function workedOut(evaluated: Evaluated, scene: Scene): Worked | undefined {
  switch (evaluated.expression.kind) {
    case 'binary':
      return evaluated.expression.operator === '@' ? product(evaluated, scene) : arithmetic(evaluated, scene);
    case 'compare':
      return comparison(evaluated, scene);
    case 'attribute':
      return evaluated.expression.name === 'T' ? transposed(evaluated, scene) : undefined;
    case 'subscript':
      return indexed(evaluated, scene);
    case 'call':
      return called(evaluated, scene);
    default:
      return undefined;
  }
}

function called(evaluated: Evaluated, scene: Scene): Worked | undefined {
  const { expression, inputs, value } = evaluated;
  const name = (expression.method ?? expression.function ?? '').replace(
    /^(?:np|torch|F|nn\.functional)\./,
    '',
  );
  const [first, second] = inputs;
  if (scene.before.has(`${expression.function}.weight`)) return layer(evaluated, scene);
  // A function of the program's own is explained line by line where it runs.
  if (first === undefined || scene.before.has(expression.function ?? '')) return undefined;
  const result = numberOf(value);
  switch (name) {
    case 'dot':
    case 'inner':
    case 'matmul':
    case 'mv':
    case 'mm':
      return product(evaluated, scene);
    case 'linalg.norm':
    case 'linalg.vector_norm':
    case 'norm': {
      const named = vectorOf(first, scene);
      return named && result !== undefined ? explainLength(named, result) : undefined;
    }
    case 'cosine_similarity':
      return second && cosine(first, second, scene);
    case 'maximum':
      return second && relu(numberOf(first.value) === 0 ? second : first, evaluated, scene);
    case 'relu':
      return relu(first, evaluated, scene);
    case 'sum':
    case 'count_nonzero': {
      const values = numbersOf(first.value);
      return values && result !== undefined && rankOf(first.value) > 0
        ? explainTotal(values, result, quantityOf(first, scene))
        : undefined;
    }
    case 'allclose':
      return second && closeness(first, second, evaluated);
    case 'reshape':
    case 'view':
    case 'flatten':
    case 'ravel':
      return reshaped(first, evaluated, scene);
    case 'arccos':
    case 'degrees':
    case 'radians':
    case 'sqrt':
    case 'exp': {
      const of = numberOf(first.value);
      return of !== undefined && result !== undefined ? explainFunction(name, of, result) : undefined;
    }
    default:
      return undefined;
  }
}

function quantityOf(of: Evaluated, scene: Scene) {
  return hueOf(of, scene.notes.hues);
}

/** An expression's name in a formula: itself, in brackets where an operator would tear it apart. */
function nameOf({ expression }: Evaluated): string {
  return expression.kind === 'binary' || expression.kind === 'compare'
    ? `(${expression.text})`
    : expression.text;
}

function vectorOf(of: Evaluated, scene: Scene): Named | undefined {
  const values = listOf(of.value);
  const quantity = quantityOf(of, scene);
  return values && { name: nameOf(of), values, ...(quantity && { quantity }) };
}

function matrixOf(of: Evaluated, scene: Scene): NamedRows | undefined {
  const rows = rowsOf(of.value);
  return rows && { name: nameOf(of), rows, quantity: quantityOf(of, scene) };
}

function product({ inputs: [left, right], value }: Evaluated, scene: Scene): Worked | undefined {
  if (left === undefined || right === undefined) return undefined;
  const [v, w] = [vectorOf(left, scene), vectorOf(right, scene)];
  const [a, b] = [matrixOf(left, scene), matrixOf(right, scene)];
  const [number, list, rows] = [numberOf(value), listOf(value), rowsOf(value)];
  if (v && w && number !== undefined) return explainDot(v, w, number);
  if (a && w && list) return explainMatrixVector(a, w, list);
  if (v && b && list) return explainVectorMatrix(v, b, list);
  return a && b && rows && explainMatmul(a, b, rows);
}

/** A module that holds a weight and a bias and is called with one input or a batch. */
function layer({ expression, inputs: [input], value }: Evaluated, scene: Scene): Worked | undefined {
  const name = expression.function ?? '';
  const weight = scene.before.get(`${name}.weight`)?.variable;
  const bias = scene.before.get(`${name}.bias`)?.variable;
  if (input === undefined || weight === undefined || bias === undefined) return undefined;
  const [rows, values] = [rowsOf(weight), listOf(bias)];
  const [vector, matrix] = [vectorOf(input, scene), matrixOf(input, scene)];
  const x = matrix ?? (vector && { ...vector, rows: [vector.values] });
  const result = rowsOf(value) ?? (listOf(value) && [listOf(value) ?? []]);
  if (rows === undefined || values === undefined || x === undefined || result === undefined) return undefined;
  const { hues } = scene.notes;
  const named: NamedRows = { name: weight.name, rows, quantity: hues[weight.name] };
  const ofBias = hues[bias.name];
  return explainLayer(x, named, { name: bias.name, values, ...(ofBias && { quantity: ofBias }) }, result);
}

function cosine(left: Evaluated, right: Evaluated, scene: Scene): Worked | undefined {
  // Rows of a batch of one are vectors all the same.
  const flat = (of: Evaluated): Named | undefined => {
    const values = numbersOf(of.value);
    const single = rankOf(of.value) === 1 || of.value.shape?.[0] === 1;
    const quantity = quantityOf(of, scene);
    return values && single ? { name: nameOf(of), values, ...(quantity && { quantity }) } : undefined;
  };
  const [a, b] = [flat(left), flat(right)];
  if (a === undefined || b === undefined) return undefined;
  const cos = core.cosine(a.values, b.values);
  return explainAngle(a, b, {
    dot: core.dot(a.values, b.values),
    lengths: [core.norm(a.values), core.norm(b.values)],
    cosine: cos,
    degrees: core.degreesOf(cos),
  });
}

const SIGNS: Readonly<Record<string, Sign>> = { '+': '+', '-': '−', '*': '·', '/': '/' };

function arithmetic(evaluated: Evaluated, scene: Scene): Worked | undefined {
  const { expression, inputs, value } = evaluated;
  const [left, right] = inputs;
  const sign = SIGNS[expression.operator ?? ''];
  if (left === undefined || right === undefined || sign === undefined) return undefined;
  const [one, other, single] = [numberOf(left.value), numberOf(right.value), numberOf(value)];
  if (one !== undefined && other !== undefined && single !== undefined)
    return explainNumbers(one, sign, other, single, [quantityOf(left, scene), quantityOf(right, scene)]);
  return onVectors(evaluated, sign, scene) ?? cellByCell(evaluated, sign, scene);
}

/** Two vectors, or a vector and a number, fit on one line. */
function onVectors({ inputs, value }: Evaluated, sign: Sign, scene: Scene): Worked | undefined {
  const [left, right] = inputs;
  const result = listOf(value);
  if (left === undefined || right === undefined || result === undefined) return undefined;
  const [a, b] = [vectorOf(left, scene), vectorOf(right, scene)];
  const [c, d] = [numberOf(left.value), numberOf(right.value)];
  if (a && b && a.values.length === b.values.length) {
    if (sign === '+' || sign === '−') return explainSum(plain(a), plain(b), sign, result);
    return sign === '·' ? explainProducts(a, b, result) : undefined;
  }
  if (c !== undefined && b && sign === '·') return withoutLead(explainMultiple(c, b, result));
  if (a && d !== undefined && sign === '·') return withoutLead(explainMultiple(d, a, result));
  if (a && d !== undefined && sign === '/')
    return isLengthOf(d, a) ? explainUnit(a, d, result) : explainQuotient(a, d, result);
  return undefined;
}

/** Where a sum stands first in a sum, its brackets say nothing. */
function plain(named: Named): Named {
  return { ...named, name: named.name.replace(/^\((.*)\)$/, '$1') };
}

/** The chain from its first numbers on, where its symbols are not those of the program. */
function withoutLead(worked: Worked): Worked {
  const lines = worked.lines.map(([, second, ...rest]) =>
    second === undefined ? [] : [{ ...second, sign: '' as const }, ...rest],
  );
  return { ...worked, lines };
}

const NEAR = 1e-6;

function isLengthOf(divisor: number, { values }: Named): boolean {
  const length = core.norm(values);
  return length > 0 && Math.abs(divisor - length) <= NEAR * length;
}

function cellByCell(evaluated: Evaluated, sign: Sign, scene: Scene): Worked | undefined {
  const cells = operands(evaluated, scene);
  const result = numbersOf(evaluated.value);
  return cells && result && explainCells(cellNames(evaluated, scene), cells[0], sign, cells[1], result);
}

function operands({ inputs: [left, right], value }: Evaluated, scene: Scene) {
  if (left === undefined || right === undefined) return undefined;
  const shape = value.shape ?? [];
  const [one, other] = [broadcastTo(left.value, shape), broadcastTo(right.value, shape)];
  if (one === undefined || other === undefined) return undefined;
  return [
    { values: one, quantity: quantityOf(left, scene) },
    { values: other, quantity: quantityOf(right, scene) },
  ] as const;
}

/** `Z[0, 1]` for each cell, or `[0, 1]` where the result has no name. */
function cellNames(evaluated: Evaluated, scene: Scene): string[] {
  const name = targetOf(evaluated, scene) ?? '';
  const [rows = 1, columns] = evaluated.value.shape ?? [];
  return Array.from({ length: rows }, (_, i) =>
    columns === undefined
      ? [`${name}[${i}]`]
      : Array.from({ length: columns }, (__, j) => `${name}[${i}, ${j}]`),
  ).flat();
}

/** The name that a statement gives to an expression: to the last one it evaluates. */
function targetOf(evaluated: Evaluated, { statement, evaluated: all }: Scene): string | undefined {
  const targets = statement?.kind === 'assign' ? statement.targets : undefined;
  return all.at(-1) === evaluated && targets?.length === 1 ? targets[0] : undefined;
}

function relu(before: Evaluated, evaluated: Evaluated, scene: Scene): Worked | undefined {
  const [given, result] = [numbersOf(before.value), numbersOf(evaluated.value)];
  if (given === undefined || result === undefined || rankOf(evaluated.value) === 0) return undefined;
  const quantity = quantityOf(before, scene);
  return explainReluCells(cellNames(evaluated, scene), { values: given, quantity }, result);
}

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  '==': '=',
  '!=': '≠',
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
};

function comparison(evaluated: Evaluated, scene: Scene): Worked | undefined {
  const cells = operands(evaluated, scene);
  const holds = numbersOf(evaluated.value);
  const sign = COMPARISONS[evaluated.expression.operator ?? ''];
  if (cells === undefined || holds === undefined || sign === undefined) return undefined;
  return explainComparison(
    cells[0],
    sign,
    cells[1],
    holds.map((one) => one === 1),
  );
}

/** The defaults of NumPy and PyTorch alike. */
const TOLERANCE = { absolute: 1e-8, relative: 1e-5 };

/** The largest difference, beside what is allowed at that entry: |a − b| ≤ atol + rtol · |b|. */
function closeness(left: Evaluated, right: Evaluated, { value, expression }: Evaluated): Worked | undefined {
  const [a, b] = [numbersOf(left.value), numbersOf(right.value)];
  if (a === undefined || b === undefined || a.length !== b.length || expression.keywords?.length)
    return undefined;
  const differences = core.subtract(a, b).map(Math.abs);
  const worst = differences.indexOf(Math.max(...differences));
  const allowed = TOLERANCE.absolute + TOLERANCE.relative * Math.abs(b[worst] ?? 0);
  const holds = value.repr === 'True';
  return explainComparison({ values: [differences[worst] ?? 0] }, '≤', { values: [allowed] }, [holds]);
}

function transposed({ inputs: [of], value, expression }: Evaluated, scene: Scene): Worked | undefined {
  const source = of && matrixOf(of, scene);
  const rows = rowsOf(value);
  return source && rows && explainTranspose(expression.text, source, rows);
}

function indexed({ inputs: [of], value, expression }: Evaluated, scene: Scene): Worked | undefined {
  const picked = numberOf(value) ?? listOf(value);
  if (of === undefined || picked === undefined || rankOf(of.value) === 0) return undefined;
  return explainIndex(expression.text, picked, quantityOf(of, scene));
}

function reshaped(of: Evaluated, evaluated: Evaluated, scene: Scene): Worked | undefined {
  const values = numbersOf(evaluated.value);
  const [shape, source] = [evaluated.value.shape, of.value.shape];
  if (values === undefined || shape === undefined || source === undefined) return undefined;
  if (shape.length > 2 || source.length > 2 || shape.length === 0 || source.length === 0) return undefined;
  const name = targetOf(evaluated, scene) ?? 'result';
  return explainReshape(name, shape, { name: nameOf(of), shape: source }, values, quantityOf(of, scene));
}
