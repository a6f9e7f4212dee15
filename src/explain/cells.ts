/** Worked arithmetic cell by cell: with a broadcast operand, ReLU, comparison and count. */
import { type Comparison, type Expression, number, scalar, sumOf } from './expression.ts';
import type { Hue } from './hue.ts';
import { type Chain, chain, type Worked } from './worked.ts';

export type Sign = '+' | '−' | '·' | '/';

/** One operand of a cell-by-cell operation, already of the result's shape: a number for each cell, in row-major order. */
export type Cells = {
  readonly values: readonly number[];
  readonly hue?: Hue | undefined;
};

/** Returns a line for each cell: Z[0, 1] = 0.53 + (−0.1) = 0.43. `names` are the cells' own. */
export function explainCells(
  names: readonly string[],
  left: Cells,
  sign: Sign,
  right: Cells,
  result: readonly number[],
): Worked {
  const lines = names.map((name, k) =>
    chain(
      scalar(name),
      operation(sign, number(at(left, k), left.hue), number(at(right, k), right.hue)),
      number(result[k] ?? Number.NaN, 'z'),
    ),
  );
  return { operation: 'cells', lines, result };
}

/** Two plain numbers: 0.06 + 0.1 = 0.16. */
export function explainNumbers(
  left: number,
  sign: Sign,
  right: number,
  result: number,
  [ofLeft, ofRight]: readonly [left?: Hue | undefined, right?: Hue | undefined] = [],
): Worked {
  const worked = operation(sign, number(left, ofLeft), number(right, ofRight));
  return { operation: 'numbers', lines: [chain(worked, number(result, 'z'))], result: [result] };
}

/** max(0, −0.31) = 0 for each cell. */
export function explainReluCells(names: readonly string[], before: Cells, result: readonly number[]): Worked {
  const lines = names.map((name, k) =>
    chain(
      scalar(name),
      { kind: 'call', name: 'max', of: [number(0), number(at(before, k), before.hue)] },
      number(result[k] ?? Number.NaN, 'a'),
    ),
  );
  return { operation: 'relu', lines, result };
}

/** Returns each pair of cells compared: 0 ≠ −0.31: True. The result counts as 1 where it holds. */
export function explainComparison(
  left: Cells,
  comparison: Comparison,
  right: Cells,
  holds: readonly boolean[],
): Worked {
  const lines = holds.map(
    (held, k): Chain =>
      chain({
        kind: 'judgement',
        left: number(at(left, k), left.hue),
        comparison,
        right: number(at(right, k), right.hue),
        holds: held,
      }),
  );
  return { operation: 'comparison', lines, result: holds.map(Number) };
}

/** Returns the cells of a comparison that hold, counted as ones: 0 + 0 + 1 + … = 2; of numbers, their sum. */
export function explainTotal(values: readonly number[], result: number, hue?: Hue): Worked {
  return {
    operation: 'total',
    lines: [chain(sumOf(values, hue), number(result, 'z'))],
    result: [result],
  };
}

/** Returns a function of one number by its name: arccos 0.7399 ≈ 0.7378. */
export function explainFunction(name: string, of: number, result: number): Worked {
  const call: Expression = { kind: 'call', name, of: [number(of)] };
  return { operation: name, lines: [chain(call, number(result, 'z'))], result: [result] };
}

function operation(sign: Sign, left: Expression, right: Expression): Expression {
  switch (sign) {
    case '+':
      return { kind: 'sum', terms: [left, right] };
    case '−':
      return { kind: 'difference', left, right };
    case '·':
      return { kind: 'product', factors: [left, right] };
    case '/':
      return { kind: 'quotient', top: left, bottom: right };
    default:
      return sign satisfies never;
  }
}

function at({ values }: Cells, k: number): number {
  return values[k] ?? Number.NaN;
}
