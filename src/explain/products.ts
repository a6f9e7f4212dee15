/** Worked arithmetic of whole products: a matrix times a vector or a matrix, and a layer, entry by entry. */
import * as core from '../lists/index.ts';
import { type Expression, number, scalar, sum, sumOf, sumOfProducts } from './expression.ts';
import type { Hue } from './hue.ts';
import type { Named } from './vectors.ts';
import { type Chain, chain, type Worked } from './worked.ts';

/** A matrix as the reader knows it: its name, its hue and its rows. */
export type NamedRows = {
  readonly name: string;
  readonly hue?: Hue | undefined;
  readonly rows: readonly (readonly number[])[];
};

/** Row by row: W[0] · x = 0.2 · 0.8 + … = 0.06, one line for each row. */
export function explainMatrixVector(w: NamedRows, x: Named, result: readonly number[]): Worked {
  const lines = w.rows.map((row, i) =>
    entryLine([rowOf(w, i), scalar(x.name, x.hue)], [row, x.values], [w, x], result[i] ?? Number.NaN),
  );
  return { operation: 'matrix-vector', lines, result };
}

/** Returns a vector from the left, v @ M: one line for each column. */
export function explainVectorMatrix(v: Named, m: NamedRows, result: readonly number[]): Worked {
  const lines = core
    .transpose(m.rows)
    .map((column, j) =>
      entryLine([scalar(v.name, v.hue), columnOf(m, j)], [v.values, column], [v, m], result[j] ?? Number.NaN),
    );
  return { operation: 'vector-matrix', lines, result };
}

/** Entry by entry, rows of the result first: X[0] · W.T[:, 1] = 0.8 · 0.8 + … = 0.53. */
export function explainMatmul(a: NamedRows, b: NamedRows, result: core.Rows): Worked {
  const columns = core.transpose(b.rows);
  const lines = a.rows.flatMap((row, i) =>
    columns.map((column, j) =>
      entryLine([rowOf(a, i), columnOf(b, j)], [row, column], [a, b], result[i]?.[j] ?? Number.NaN),
    ),
  );
  return { operation: 'matmul', lines, result: result.flat() };
}

/** Returns a linear layer, XWᵀ + b: X[0] · W[1] + b[1] = 0.8 · 0.8 + … + (−0.1) = 0.43, one line for each entry. */
export function explainLayer(x: NamedRows, w: NamedRows, b: Named, result: core.Rows): Worked {
  const lines = x.rows.flatMap((row, i) =>
    w.rows.map((weights, j) => {
      const bias = b.values[j] ?? Number.NaN;
      const products = sumOfProducts(row, weights, [x.hue, w.hue]);
      const terms = products.kind === 'sum' ? products.terms : [products];
      return chain(
        sum([
          { kind: 'product', factors: [x.rows.length > 1 ? rowOf(x, i) : symbol(x), rowOf(w, j)] },
          scalar(`${b.name}[${j}]`, b.hue),
        ]),
        sum([...terms, number(bias, b.hue)]),
        sum([number(core.dot(row, weights)), number(bias, b.hue)]),
        number(result[i]?.[j] ?? Number.NaN, 'z'),
      );
    }),
  );
  return { operation: 'layer', lines, result: result.flat() };
}

function entryLine(
  names: readonly [Expression, Expression],
  [left, right]: readonly [readonly number[], readonly number[]],
  [a, b]: readonly [{ hue?: Hue | undefined }, { hue?: Hue | undefined }],
  result: number,
): Chain {
  return chain(
    { kind: 'product', factors: names },
    sumOfProducts(left, right, [a.hue, b.hue]),
    sumOf(core.multiply(left, right)),
    number(result, 'z'),
  );
}

function symbol({ name, hue }: { readonly name: string; readonly hue?: Hue | undefined }) {
  return scalar(name, hue);
}

function rowOf({ name, hue }: NamedRows, i: number): Expression {
  return scalar(`${name}[${i}]`, hue);
}

/** Column j of a transpose is row j of what was transposed. */
function columnOf({ name, hue }: NamedRows, j: number): Expression {
  return scalar(name.endsWith('.T') ? `${name.slice(0, -2)}[${j}]` : `${name}[:, ${j}]`, hue);
}
