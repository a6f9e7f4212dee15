/** Finds the misconception that explains a wrong answer. */
import type { AnswerValue } from './answer-value.ts';
import { type Closeness, closeness, equalResults, type TypedNumber } from './compare.ts';

export type Slips = readonly (readonly [name: string, value: AnswerValue])[];

/** Returns the name of the slip that gives exactly what the reader's program gave; undefined where none does. */
export function slipWithResult(slips: Slips, given: AnswerValue): string | undefined {
  return slips.find(([, value]) => equalResults(value, given))?.[0];
}

/** Returns the slip with that shape, if there is one and only one; of a number the shape has no axes. */
export function slipWithShape(slips: Slips, shape: readonly number[]): string | undefined {
  const fitting = slips.filter(
    ([, value]) => value.kind === 'numbers' && String(value.shape) === String(shape),
  );
  return fitting.length === 1 ? fitting[0]?.[0] : undefined;
}

/**
 * Returns the one slip that explains every wrong cell: one that agrees in all cells, else the only one that agrees in those
 * that are wrong. Where none agrees in two decimals, one that agrees at fewer digits, if so few were typed, will do.
 *
 * @param wrongCells places in row-major order, at least one
 */
export function slipOfCells(
  slips: Slips,
  shape: readonly number[],
  typed: readonly TypedNumber[],
  wrongCells: readonly number[],
): string | undefined {
  const fitting = slips.flatMap(([name, value]) =>
    value.kind === 'numbers' && String(value.shape) === String(shape) ? [{ name, cells: value.cells }] : [],
  );
  const agreeing = (places: readonly number[], enough: readonly Closeness[]) =>
    fitting.filter(({ cells }) =>
      places.every((place) => {
        const cell = typed[place];
        return cell !== undefined && enough.includes(closeness(cell, cells[place] ?? Number.NaN));
      }),
    );
  const all = typed.map((_, place) => place);
  for (const enough of [['same'], ['same', 'coarse']] as const) {
    const [whole] = agreeing(all, enough);
    if (whole !== undefined) return whole.name;
    const [partly, ...more] = agreeing(wrongCells, enough);
    if (partly !== undefined && more.length === 0) return partly.name;
  }
  return undefined;
}
