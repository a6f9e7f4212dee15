/** Choosing from sequences as CPython's `random` does: `choice`, `choices`, `sample`, `shuffle`. */
import { PyList, PyRange, PyTuple } from '../../objects/collections.ts';
import { pyError, typeError, valueError } from '../../objects/exceptions.ts';
import type { Value } from '../../objects/object.ts';
import { intType, isInstance } from '../../objects/types.ts';
import { binary } from '../../operations/binary.ts';
import { compare } from '../../operations/compare.ts';
import { asFloat, toIndex } from '../../operations/convert.ts';
import { getItem, lengthOf, setItem } from '../../operations/items.ts';
import { toArray } from '../../operations/iterate.ts';
import { repr } from '../../operations/text.ts';
import { isTrue } from '../../operations/truth.ts';
import type { RandomObject } from './generator.ts';

const lengthIn = (value: Value): bigint => {
  const length = lengthOf(value);
  return typeof length === 'bigint' ? length : BigInt(Number(length));
};

export function choice(self: RandomObject, sequence: Value): Value {
  const length = lengthIn(sequence);
  if (length === 0n) throw pyError('IndexError', 'Cannot choose from an empty sequence');
  return getItem(sequence, self.randBelow(length));
}

export function shuffle(self: RandomObject, x: Value): Value {
  for (let place = lengthIn(x) - 1n; place > 0n; place--) {
    const other = self.randBelow(place + 1n);
    const [left, right] = [getItem(x, other), getItem(x, place)];
    setItem(x, place, left);
    setItem(x, other, right);
  }
  return null;
}

/** Returns the running sums of `values`. */
function accumulated(values: Value): Value[] {
  const sums: Value[] = [];
  for (const value of toArray(values)) {
    const before = sums.at(-1);
    sums.push(before === undefined ? value : binary('+', before, value));
  }
  return sums;
}

/** Returns the first place among the sorted `sums`, below `end`, whose sum is above `value`. */
function bisect(sums: readonly Value[], value: Value, end: number): number {
  let [low, high] = [0, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isTrue(compare('<', value, sums[middle] ?? null))) high = middle;
    else low = middle + 1;
  }
  return low;
}

function cumulativeWeights(weights: Value, cumulative: Value): Value[] {
  if (cumulative !== null) {
    if (weights !== null) throw typeError('Cannot specify both weights and cumulative weights');
    return toArray(cumulative) as Value[];
  }
  if (isInstance(weights, intType))
    throw typeError(`The number of choices must be a keyword argument: k=${repr(weights)}`);
  return accumulated(weights);
}

/** `k` choices, each from the whole population. */
export function choices(
  self: RandomObject,
  population: Value,
  weights: Value,
  cumulative: Value,
  k: Value,
): Value {
  const count = Number(toIndex(k));
  const length = Number(lengthIn(population));
  const pick = (place: number): Value => getItem(population, BigInt(place));
  if (weights === null && cumulative === null)
    return new PyList(
      Array.from({ length: Math.max(0, count) }, () => pick(Math.floor(self.random() * length))),
    );
  const sums = cumulativeWeights(weights, cumulative);
  if (sums.length !== length) throw valueError('The number of weights does not match the population');
  const total = asFloat(binary('+', sums.at(-1) ?? 0n, 0)) ?? 0;
  if (total <= 0) throw valueError('Total of weights must be greater than zero');
  if (!Number.isFinite(total)) throw valueError('Total of weights must be finite');
  return new PyList(
    Array.from({ length: Math.max(0, count) }, () => pick(bisect(sums, self.random() * total, length - 1))),
  );
}

const isSequence = (value: Value): boolean =>
  typeof value === 'string' ||
  value instanceof PyList ||
  value instanceof PyTuple ||
  value instanceof PyRange;

/** `k` different elements, in a random order; `counts` says how often each is there. */
export function sample(self: RandomObject, population: Value, k: Value, counts: Value): Value {
  if (!isSequence(population))
    throw typeError('Population must be a sequence.  For dicts or sets, use sorted(d).');
  const length = Number(lengthIn(population));
  const pick = (place: number): Value => getItem(population, BigInt(place));
  if (counts === null) return new PyList(placesOf(self, length, k).map(pick));
  const sums = accumulated(counts);
  if (sums.length !== length) throw valueError('The number of counts does not match the population');
  const total = sums.at(-1) ?? 0n;
  if (typeof total !== 'bigint') throw typeError('Counts must be integers');
  if (total < 0n) throw valueError('Counts must be non-negative');
  return new PyList(
    placesOf(self, Number(total), k).map((each) => pick(bisect(sums, BigInt(each), sums.length - 1))),
  );
}

/** A list of up to so many elements is cheaper than a set of the chosen ones. */
const SMALL = 21;
const CHEAP_SAMPLE = 5;

/** `k` different places below `length`. */
function placesOf(self: RandomObject, length: number, k: Value): number[] {
  const count = Number(toIndex(k));
  if (count < 0 || count > length) throw valueError('Sample larger than population or is negative');
  const below = (limit: number): number => Number(self.randBelow(BigInt(limit)));
  const room = SMALL + (count > CHEAP_SAMPLE ? 4 ** powerOfFour(count * 3) : 0);
  if (length <= room) {
    const pool = Array.from({ length }, (_, i) => i);
    return Array.from({ length: count }, (_, i) => {
      const place = below(length - i);
      const chosen = pool[place] as number;
      pool[place] = pool[length - i - 1] as number;
      return chosen;
    });
  }
  const chosen = new Set<number>();
  while (chosen.size < count) chosen.add(below(length));
  return [...chosen];
}

/** Returns the least n for which 4ⁿ is at least `value`. */
function powerOfFour(value: number): number {
  let n = 0;
  while (4 ** n < value) n++;
  return n;
}
