/** Finds the misconception that explains a wrong answer. */
import type { AnswerValue } from './answer-value.ts';
import { closeness, equalResults, type TypedNumber } from './compare.ts';

export type Slips = readonly (readonly [name: string, value: AnswerValue])[];

/** Returns the name of the slip that gives exactly what the reader's program gave; undefined where none does. */
export function slipWithResult(slips: Slips, given: AnswerValue): string | undefined {
  return slips.find(([, value]) => equalResults(value, given))?.[0];
}

/** The slip with that shape, if there is one and only one; of a number the shape has no axes. */
export function slipWithShape(slips: Slips, shape: readonly number[]): string | undefined {
  const fitting = slips.filter(
    ([, value]) => value.kind === 'numbers' && String(value.shape) === String(shape),
  );
  return fitting.length === 1 ? fitting[0]?.[0] : undefined;
}

/**
 * Returns the one slip that explains every wrong cell: one that agrees in all cells, else the only one that agrees in
 * those that are wrong.
 *
 * @param wrongCells places in row-major order, at least one
 */
export function slipOfCells(
  slips: Slips,
  shape: readonly number[],
  typed: readonly TypedNumber[],
  wrongCells: readonly number[],
): string | undefined {
  const agrees = (value: AnswerValue, places: readonly number[]) =>
    value.kind === 'numbers' &&
    String(value.shape) === String(shape) &&
    places.every((place) => {
      const cell = typed[place];
      return cell !== undefined && isNear(cell, value.cells[place] ?? Number.NaN);
    });
  const all = typed.map((_, place) => place);
  const whole = slips.find(([, value]) => agrees(value, all));
  if (whole !== undefined) return whole[0];
  const partly = slips.filter(([, value]) => agrees(value, wrongCells));
  return partly.length === 1 ? partly[0]?.[0] : undefined;
}

/** A slip's digits are compared as generously as an answer's: fewer decimals than two are enough. */
function isNear(typed: TypedNumber, computed: number): boolean {
  const near = closeness(typed, computed);
  return near === 'same' || near === 'coarse';
}
