/** Worked arithmetic on matrices: one entry of a product, bias, ReLU, the determinant. */
import * as core from '../lists/index.ts';
import {
  type Expression,
  type Hues,
  list,
  matrix,
  number,
  scalar,
  sum,
  sumOf,
  sumOfProducts,
} from './expression.ts';
import type { Hue } from './hue.ts';
import { chain, type Worked } from './worked.ts';

/** Which entry of which matrix or vector: Z₁,₀, z₁; without an index the number itself: z. */
export type Entry = {
  readonly name: string;
  readonly row?: number | undefined;
  readonly column?: number | undefined;
  readonly hue?: Hue;
};

/**
 * Returns one entry of a product: a row of the left matrix times a column of the right one, added up. With `bias`, that is added
 * too.
 */
export function explainEntry(
  entry: Entry,
  row: readonly number[],
  column: readonly number[],
  hues: Hues,
  result: number,
  bias?: number,
): Worked {
  const shift = bias === undefined ? [] : [number(bias, 'b')];
  const withBias = (expression: Expression): Expression =>
    sum([...(expression.kind === 'sum' ? expression.terms : [expression]), ...shift]);
  return {
    operation: 'matmul',
    result: [result],
    lines: [
      chain(
        entryOf(entry),
        withBias(sumOfProducts(row, column, hues)),
        withBias(sumOf(core.multiply(row, column))),
        number(result, entry.hue),
      ),
    ],
  };
}

/**
 * Returns a weighted sum of columns: 0.2 · [0.8, 0.1] + (−0.5) · [0.3, 0.9] = [0.01, −0.43]. There are as many weights as
 * columns.
 */
export function explainCombination(
  { name, index }: { readonly name: string; readonly index: number },
  weights: readonly number[],
  columns: readonly (readonly number[])[],
  result: readonly number[],
): Worked {
  return {
    operation: 'combination',
    result,
    lines: [
      chain(
        scalar(name, 'z', `${index}`),
        sum(
          weights.map((weight, k) => ({
            kind: 'product',
            factors: [number(weight, 'w'), list(columns[k] ?? [], 'x')],
          })),
        ),
        list(result, 'z'),
      ),
    ],
  };
}

/** Returns one entry with its bias added: 0.06 + 0.1 = 0.16. */
export function explainBias(entry: Entry, before: number, bias: number, result: number): Worked {
  return {
    operation: 'bias',
    result: [result],
    lines: [
      chain(
        entryOf(entry),
        { kind: 'sum', terms: [number(before), number(bias, 'b')] },
        number(result, entry.hue),
      ),
    ],
  };
}

/** ReLU of one entry: max(0, −0.31) = 0. */
export function explainRelu(entry: Entry, before: number, result: number): Worked {
  return {
    operation: 'relu',
    result: [result],
    lines: [
      chain(
        entryOf(entry),
        { kind: 'call', name: 'max', of: [number(0), number(before, 'z')] },
        number(result, entry.hue),
      ),
    ],
  };
}

/** det W = ad − bc of a 2×2 matrix. */
export function explainDeterminant(
  name: string,
  [[a, b], [c, d]]: readonly [readonly [number, number], readonly [number, number]],
  result: number,
): Worked {
  const product = (left: number, right: number): Expression => ({
    kind: 'product',
    factors: [number(left, 'w'), number(right, 'w')],
  });
  const [ad = Number.NaN, bc = Number.NaN] = core.multiply([a, b], [d, c]);
  return {
    operation: 'det',
    result: [result],
    lines: [
      chain(
        { kind: 'call', name: 'det', of: [matrix(name, 'w')] },
        { kind: 'difference', left: product(a, d), right: product(b, c) },
        { kind: 'difference', left: number(ad), right: number(bc) },
        number(result, 'z'),
      ),
    ],
  };
}

function entryOf({ name, row, column, hue }: Entry): Expression {
  const index = [row, column].filter((place) => place !== undefined);
  return scalar(name, hue, index.length === 0 ? undefined : index.join(','));
}
