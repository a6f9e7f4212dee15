/** Worked moves, which compute nothing and put numbers elsewhere: transpose, indexing, reshape. */
import { list, number, scalar } from './expression.ts';
import type { NamedRows } from './products.ts';
import { type Chain, chain, type Worked } from './worked.ts';

/** Row j of the transpose is column j: W.T[0] = W[:, 0] = [0.2, 0.8]. */
export function explainTranspose(
  name: string,
  of: NamedRows,
  result: readonly (readonly number[])[],
): Worked {
  const lines = result.map((row, j) =>
    chain(scalar(`${name}[${j}]`, of.hue), scalar(`${of.name}[:, ${j}]`, of.hue), list(row, of.hue)),
  );
  return { operation: 'transpose', lines, result: result.flat() };
}

/** Returns what an index picks: W[0, 1] = −0.5, or W[0] = [0.2, −0.5, 0.1]. */
export function explainIndex(
  name: string,
  picked: readonly number[] | number,
  hue?: NamedRows['hue'],
): Worked {
  const single = typeof picked === 'number';
  const value = single ? number(picked, hue) : list(picked, hue);
  return {
    operation: 'index',
    lines: [chain(scalar(name, hue), value)],
    result: single ? [picked] : picked,
  };
}

/**
 * Row-major order: the numbers run through the source row by row and fill the result row by row. A line for each row
 * of the result, or, for a vector, for each row of the source; both have one or two axes.
 */
export function explainReshape(
  name: string,
  shape: readonly number[],
  source: { readonly name: string; readonly shape: readonly number[] },
  values: readonly number[],
  hue?: NamedRows['hue'],
): Worked {
  const rowsOf = (sizes: readonly number[]) => (sizes.length > 1 ? (sizes[0] ?? 1) : 1);
  const count = Math.max(rowsOf(shape), rowsOf(source.shape));
  const length = values.length / count;
  const lines = Array.from({ length: count }, (_, k): Chain => {
    const from = k * length;
    return chain(
      scalar(partName(name, shape, from, length), hue),
      scalar(partName(source.name, source.shape, from, length), hue),
      list(values.slice(from, from + length), hue),
    );
  });
  return { operation: 'reshape', lines, result: values };
}

/** Returns the code for `length` entries from place `from` on: a row, a slice, or the places in reading order. */
function partName(name: string, shape: readonly number[], from: number, length: number): string {
  const columns = shape.at(-1) ?? 1;
  if (shape.length === 1) return length === columns ? name : `${name}[${from}:${from + length}]`;
  const [row, column] = [Math.floor(from / columns), from % columns];
  if (length === columns && column === 0) return `${name}[${row}]`;
  const places = Array.from({ length }, (_, k) => from + k);
  return places.map((at) => `${name}[${Math.floor(at / columns)}, ${at % columns}]`).join(', ');
}
