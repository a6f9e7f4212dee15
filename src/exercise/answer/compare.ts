/**
 * Compares a reader's numbers with those computed, at the digits that were typed. Two decimals suffice where a number has
 * more of them.
 */
import type { AnswerValue } from './answer-value.ts';

/** Decimals that suffice, whatever the number has. */
const SUFFICIENT = 2;
/** What counts as computed rather than rounded: an expression such as `1/3`, a result of a program. */
export const EXACT = 6;
/** A number that is shown whole in this many decimals has no others. */
const MOST_DECIMALS = 9;

/** A number as a reader gave it, with the decimals that were typed; those of an expression are `EXACT`. */
export interface TypedNumber {
  readonly value: number;
  readonly decimals: number;
}

/**
 * `same`: equal at the typed digits, and enough of them. `coarse`: equal as far as it goes, with fewer than two decimals of
 * a number that has more. `close`: off by no more than one in the second decimal.
 */
export type Closeness = 'same' | 'coarse' | 'close' | 'other';

/** Returns how near a typed number is to the computed one: the same, right for the digits typed, close, or neither. */
export function closeness(typed: TypedNumber, computed: number): Closeness {
  if (!Number.isFinite(computed)) return Object.is(typed.value, computed) ? 'same' : 'other';
  const apart = Math.abs(typed.value - computed);
  const slack = 1e-9 * Math.max(1, Math.abs(computed));
  if (apart <= slack) return 'same';
  const unit = 10 ** -typed.decimals;
  const isCoarse = apart <= unit / 2 + slack;
  if (decimalsOf(computed) <= SUFFICIENT)
    return isCoarse && typed.decimals < decimalsOf(computed) ? 'coarse' : 'other';
  if (typed.decimals < SUFFICIENT) return isCoarse ? 'coarse' : 'other';
  if (apart <= 10 ** -SUFFICIENT / 2 + slack) return 'same';
  return apart <= 10 ** -SUFFICIENT + slack ? 'close' : 'other';
}

/** Returns how many decimals a number has when it is written whole, at most nine. */
export function decimalsOf(value: number): number {
  for (let decimals = 0; decimals < MOST_DECIMALS; decimals += 1) {
    const scaled = value * 10 ** decimals;
    if (Math.abs(scaled - Math.round(scaled)) <= 1e-9 * Math.max(1, Math.abs(scaled))) return decimals;
  }
  return MOST_DECIMALS;
}

/** Returns whether two computed values are the same for a reader: numbers that agree in two decimals are. */
export function sameForReaders(left: AnswerValue, right: AnswerValue): boolean {
  if (left.kind === 'numbers' && right.kind === 'numbers')
    return (
      String(left.shape) === String(right.shape) &&
      left.cells.every((cell, k) => roundsAlike(cell, right.cells[k] ?? Number.NaN))
    );
  if (left.kind === 'results' && right.kind === 'results')
    return left.results.every((result, k) => {
      const other = right.results[k];
      return other !== undefined && sameForReaders(result, other);
    });
  if (left.kind === 'shape' && right.kind === 'shape') return String(left.shape) === String(right.shape);
  if (left.kind === 'text' && right.kind === 'text') return left.text.trim() === right.text.trim();
  return left.kind === 'raised' && right.kind === 'raised' && left.text === right.text;
}

function roundsAlike(left: number, right: number): boolean {
  return Object.is(left, right) || Math.abs(left - right) < 10 ** -SUFFICIENT;
}

/** Returns whether two results of programs are equal, apart from the order in which sums were added. */
export function equalResults(left: AnswerValue, right: AnswerValue): boolean {
  if (left.kind !== 'numbers' || right.kind !== 'numbers') return sameForReaders(left, right);
  if (String(left.shape) !== String(right.shape)) return false;
  return left.cells.every((cell, k) => {
    const other = right.cells[k] ?? Number.NaN;
    return Object.is(cell, other) || Math.abs(cell - other) <= 1e-9 * Math.max(1, Math.abs(cell));
  });
}
