/** Products of vectors and matrices, and what is built on them: a layer, and the angle between two vectors. */
import {
  core,
  explainAngle,
  explainDot,
  explainLayer,
  explainMatmul,
  explainMatrixVector,
  explainVectorMatrix,
  type Named,
  type NamedRows,
  type Worked,
} from '../../../explain/index.ts';
import { listOf, numberOf, numbersOf, rankOf, rowsOf } from '../numbers.ts';
import { type Evaluated, hueOf, type StepContext } from '../step-context.ts';
import { matrixOf, nameOf, vectorOf } from './named-values.ts';

export function product(
  { inputs: [left, right], value }: Evaluated,
  context: StepContext,
): Worked | undefined {
  if (left === undefined || right === undefined) return undefined;
  const [v, w] = [vectorOf(left, context), vectorOf(right, context)];
  const [a, b] = [matrixOf(left, context), matrixOf(right, context)];
  const [number, list, rows] = [numberOf(value), listOf(value), rowsOf(value)];
  if (v && w && number !== undefined) return explainDot(v, w, number);
  if (a && w && list) return explainMatrixVector(a, w, list);
  if (v && b && list) return explainVectorMatrix(v, b, list);
  return a && b && rows && explainMatmul(a, b, rows);
}

/** Returns a module that holds a weight and a bias and is called with one input or a batch. */
export function layer(
  { expression, inputs: [input], value }: Evaluated,
  context: StepContext,
): Worked | undefined {
  const name = expression.function ?? '';
  const weight = context.before.get(`${name}.weight`)?.variable;
  const bias = context.before.get(`${name}.bias`)?.variable;
  if (input === undefined || weight === undefined || bias === undefined) return undefined;
  const [rows, values] = [rowsOf(weight), listOf(bias)];
  const [vector, matrix] = [vectorOf(input, context), matrixOf(input, context)];
  const x = matrix ?? (vector && { ...vector, rows: [vector.values] });
  const result = rowsOf(value) ?? (listOf(value) && [listOf(value) ?? []]);
  if (rows === undefined || values === undefined || x === undefined || result === undefined) return undefined;
  const { hues } = context;
  const named: NamedRows = { name: weight.name, rows, hue: hues.get(weight.name) };
  const ofBias = hues.get(bias.name);
  return explainLayer(x, named, { name: bias.name, values, ...(ofBias && { hue: ofBias }) }, result);
}

export function cosine(left: Evaluated, right: Evaluated, context: StepContext): Worked | undefined {
  // Rows of a batch of one are vectors all the same.
  const flat = (of: Evaluated): Named | undefined => {
    const values = numbersOf(of.value);
    const single = rankOf(of.value) === 1 || of.value.shape?.[0] === 1;
    const hue = hueOf(of, context);
    return values && single ? { name: nameOf(of), values, ...(hue && { hue }) } : undefined;
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
