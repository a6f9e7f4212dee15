/** `choice`: some of a sequence, with and without replacement, equally likely or with given probabilities. */

import { fromFlat, index, sizeOf, type Tensor } from '../../../../tensor/index.ts';
import { type BitSource, BoundedIntegers } from '../../../../tensor/random/index.ts';
import {
  asIndex,
  getItem,
  isTrue,
  makeArray,
  pyError,
  repr,
  toSmallIndex,
  typeOf,
  type Value,
  valueError,
} from '../../../objects/index.ts';
import { asArray, toTensor } from '../convert.ts';
import { isArray, NdArray } from '../ndarray.ts';
import { TextArray, textArray } from '../text-array.ts';
import { itemsAlong, randomOrder } from './order.ts';
import { readSize } from './samples.ts';

/** How the two generators word what is wrong, and draw. */
export type Chooser = {
  readonly source: BitSource;
  readonly words: Readonly<Record<Problem, string>>;
  readonly legacy: boolean;
};

type Problem = 'empty' | 'not-positive' | 'rank' | 'sizes' | 'nan' | 'negative' | 'sum' | 'too-many';

export const LEGACY_WORDS: Readonly<Record<Problem, string>> = {
  empty: "'a' cannot be empty unless no samples are taken",
  'not-positive': 'a must be greater than 0 unless no samples are taken',
  rank: "'p' must be 1-dimensional",
  sizes: "'a' and 'p' must have same size",
  nan: 'probabilities contain NaN',
  negative: 'probabilities are not non-negative',
  sum: 'probabilities do not sum to 1',
  'too-many': "Cannot take a larger sample than population when 'replace=False'",
};

export const GENERATOR_WORDS: Readonly<Record<Problem, string>> = {
  empty: 'a cannot be empty unless no samples are taken',
  'not-positive': 'a must be a positive integer unless no samples are taken',
  rank: 'p must be 1-dimensional',
  sizes: 'a and p must have same size',
  nan: 'Probabilities contain NaN',
  negative: 'Probabilities are not non-negative',
  sum: 'Probabilities do not sum to 1. See Notes section of docstring for more information.',
  'too-many': 'Cannot take a larger sample than population when replace is False',
};

/** The arguments of a call. */
export type Choice = {
  readonly a: Value;
  readonly size: Value;
  readonly replace: Value;
  readonly p: Value;
  readonly axis: Value;
  /** Without replacement: is the order of the choice random, too? */
  readonly shuffle: boolean;
};

export function choice(chooser: Chooser, given: Choice): Value {
  const { words } = chooser;
  const from = population(chooser, given);
  const shape = readSize(given.size);
  const count = sizeOf(shape ?? []);
  if (from.count <= 0 && count !== 0)
    throw valueError(from.array === undefined ? words['not-positive'] : words.empty);
  const p = given.p === null ? undefined : probabilities(chooser, given.p, from.count);
  const order = places(chooser, from.count, { ...given, shape: shape ?? [], count }, p);
  return picked(from, order, shape);
}

/** What is chosen from: an array along an axis, or 0 … count − 1. */
type Population = { readonly array?: NdArray | TextArray; readonly count: number; readonly axis: number };

function population({ legacy }: Chooser, { a, axis }: Choice): Population {
  const isSequence = a instanceof TextArray || (isArray(a) && a.tensor.rank > 0);
  const whole = isSequence ? undefined : asIndex(a);
  if (whole !== undefined) return { count: toSmallIndex(whole), axis: 0 };
  const array = typeof a === 'object' && a !== null ? (textArray(a) ?? arrayOf(a)) : undefined;
  const shape = array === undefined ? [] : isArray(array) ? array.tensor.shape : array.places.shape;
  if (array === undefined || shape.length === 0)
    throw valueError(
      legacy
        ? 'a must be 1-dimensional or an integer'
        : `a must be a sequence or an integer, not ${repr(typeOf(a))}`,
    );
  if (legacy && shape.length > 1) throw valueError('a must be 1-dimensional');
  const along = toSmallIndex(axis);
  const count = shape.at(along);
  if (along >= shape.length || count === undefined) throw pyError('IndexError', 'tuple index out of range');
  return { array, count, axis: along < 0 ? along + shape.length : along };
}

/** Undefined for what is no sequence, such as a set. */
function arrayOf(a: Value): NdArray | undefined {
  return isTrueSequence(a) ? asArray(a) : undefined;
}

const isTrueSequence = (a: Value): boolean =>
  isArray(a) || !['set', 'frozenset', 'dict'].includes(typeOf(a).name);

/** How far the sum of probabilities may be from 1: the square root of a float64's precision. */
const TOLERANCE = Math.sqrt(Number.EPSILON);

function probabilities({ words }: Chooser, value: Value, count: number): number[] {
  const tensor = toTensor(value, 'float64');
  if (tensor.rank !== 1) throw valueError(words.rank);
  if (tensor.size !== count) throw valueError(words.sizes);
  const p = tensor.toFlat();
  const total = compensatedSum(p);
  if (Number.isNaN(total)) throw valueError(words.nan);
  if (p.some((each) => each < 0)) throw valueError(words.negative);
  if (Math.abs(total - 1) > TOLERANCE) throw valueError(words.sum);
  return p;
}

/** Returns the sum by the method of W. Kahan (1965, https://doi.org/10.1145/363707.363723). */
function compensatedSum(values: readonly number[]): number {
  let sum = values[0] ?? 0;
  let lost = 0;
  for (const value of values.slice(1)) {
    const next = value - lost;
    const total = sum + next;
    lost = total - sum - next;
    sum = total;
  }
  return sum;
}

type Wanted = Choice & { readonly shape: readonly number[]; readonly count: number };

/** Returns the places of the chosen ones. */
function places(chooser: Chooser, population: number, wanted: Wanted, p: number[] | undefined): number[] {
  const { source, words, legacy } = chooser;
  const { count } = wanted;
  if (isTrue(wanted.replace)) {
    if (p !== undefined) return searched(p, () => source.nextDouble(), count);
    const draws = new BoundedIntegers(source, 64, legacy ? 'masked' : 'lemire');
    return makeArray(count, () => Number(draws.nextWide(BigInt(population - 1))));
  }
  if (count > population) throw valueError(words['too-many']);
  if (p !== undefined) return withoutReplacement(source, p, count);
  if (legacy) return randomOrder(source, population).slice(0, count);
  return subset(source, population, count, wanted.shuffle);
}

/** Returns where each of `count` draws falls among the cumulative probabilities. */
function searched(p: readonly number[], draw: () => number, count: number): number[] {
  let total = 0;
  const sums = p.map((each) => {
    total += each;
    return total;
  });
  const shares = sums.map((each) => each / total);
  return makeArray(count, () => {
    const drawn = draw();
    let [low, high] = [0, shares.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (drawn < (shares[middle] as number)) high = middle;
      else low = middle + 1;
    }
    return low;
  });
}

/** Draws in rounds: those that were found before have probability 0 in the next round. */
function withoutReplacement(source: BitSource, p: readonly number[], count: number): number[] {
  if (p.filter((each) => each > 0).length < count) throw valueError('Fewer non-zero entries in p than size');
  const rest = [...p];
  const found: number[] = [];
  while (found.length < count) {
    const draws = makeArray(count - found.length, () => source.nextDouble());
    for (const each of found) rest[each] = 0;
    const round = searched(rest, () => draws.shift() as number, draws.length);
    for (const each of new Set(round)) found.push(each);
  }
  return found;
}

/** From this population on, and for samples that are no small part of it, a whole range is shuffled. */
const LARGE_POPULATION = 10_000;
/** How small a part of a large population is drawn one by one: less than 1/50, or 1/20 where the order does not matter. */
const SHUFFLED_SHARE = 50;
const UNORDERED_SHARE = 20;

/** `count` different places: R. Floyd's algorithm (1987, https://doi.org/10.1145/30401.315746), or the end of a shuffle. */
function subset(source: BitSource, population: number, count: number, shuffle: boolean): number[] {
  const draws = new BoundedIntegers(source, 64, 'lemire');
  const share = shuffle ? SHUFFLED_SHARE : UNORDERED_SHARE;
  if (population > LARGE_POPULATION && count > Math.floor(population / share)) {
    const all = makeArray(population, (i) => i);
    exchange(all, draws, Math.max(population - count, 1));
    return all.slice(population - count);
  }
  const met = new Set<number>();
  for (let last = population - count; last < population; last++) {
    const place = draws.next(last);
    met.add(met.has(place) ? last : place);
  }
  const chosen = [...met];
  if (shuffle) exchange(chosen, draws, 1);
  return chosen;
}

/** Shuffles the places from `first` on with all before them. */
function exchange(items: number[], draws: BoundedIntegers, first: number): void {
  for (let place = items.length - 1; place >= first; place--) {
    const other = draws.next(place);
    const kept = items[place] as number;
    items[place] = items[other] as number;
    items[other] = kept;
  }
}

/** Returns the chosen elements in the shape asked for; one element where no size was given. */
function picked(
  { array, axis }: Population,
  order: readonly number[],
  shape: readonly number[] | undefined,
): Value {
  const [first = 0] = order;
  const indices = new NdArray(fromFlat(order, shape ?? [], 'int64') as Tensor);
  if (array === undefined) return shape === undefined ? BigInt(first) : indices;
  if (shape === undefined && axis === 0) return getItem(array, BigInt(first));
  // An empty size asks for an array without axes, where an index alone would give an element.
  if (shape?.length === 0 && isArray(array) && array.tensor.rank === 1)
    return new NdArray(index(array.tensor, [first]));
  return itemsAlong(array, indices, axis);
}
