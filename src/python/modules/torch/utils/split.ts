/** `random_split`: parts of a dataset, each with its share of the items in random order. */
import {
  call,
  getAttribute,
  lengthOf,
  PyList,
  toArray,
  toFloat,
  type Value,
  valueError,
} from '../../../objects/index.ts';
import { type Entry, pythonFunction, torchFunctions } from '../define.ts';
import { session } from '../session.ts';
import { subsetType } from './datasets.ts';

/** How far a sum of fractions may be from 1: what `math.isclose` allows. */
const CLOSE = 1e-9;

/** Returns the sizes that fractions of `total` come to: each rounded down, the rest given out one by one from the first. */
function sizesOf(fractions: readonly number[], total: number): number[] {
  const sizes = fractions.map((fraction, place) => {
    if (fraction < 0 || fraction > 1) throw valueError(`Fraction at index ${place} is not between 0 and 1`);
    return Math.floor(total * fraction);
  });
  const left = total - sizes.reduce((sum, size) => sum + size, 0);
  for (let i = 0; i < left; i++) sizes[i % sizes.length] = (sizes[i % sizes.length] as number) + 1;
  sizes.forEach((size, place) => {
    if (size === 0)
      session().host.warn(
        'UserWarning',
        `Length of split at index ${place} is 0. This might result in an empty dataset.`,
      );
  });
  return sizes;
}

function randomSplit(dataset: Value, lengths: Value, generator: Value): Value {
  const given = toArray(lengths).map(toFloat);
  const sum = given.reduce((total, each) => total + each, 0);
  const size = Number(lengthOf(dataset));
  const areFractions = Math.abs(sum - 1) <= CLOSE * Math.max(sum, 1) && sum <= 1;
  const sizes = areFractions ? sizesOf(given, size) : given;
  const total = sizes.reduce((all, each) => all + each, 0);
  if (total !== size)
    throw valueError('Sum of input lengths does not equal the length of the input dataset!');
  const keywords = generator === null ? [] : [['generator', generator] as const];
  const drawn = call(torchFunctions.get('randperm') ?? null, [BigInt(total)], new Map(keywords));
  const order = toArray(call(getAttribute(drawn, 'tolist')));
  let end = 0;
  return new PyList(
    sizes.map((count) => {
      end += count;
      return call(subsetType, [dataset, new PyList(order.slice(end - count, end))]);
    }),
  );
}

export const RANDOM_SPLIT: Entry = pythonFunction(
  'random_split',
  'dataset, lengths, generator=None',
  randomSplit,
  'torch.utils.data.dataset',
);
