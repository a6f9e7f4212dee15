/** New tensors of random numbers: https://pytorch.org/docs/stable/torch.html#random-sampling */

import { type DType, fromFlat, isHalf, type Tensor } from '../../../../tensor/index.ts';
import type { FloatDType } from '../../../../tensor/random/index.ts';
import { makeArray, Refusal } from '../../../objects/index.ts';
import type { Arguments } from '../arguments.ts';
import { defaultDType, made, sized } from '../creation.ts';
import { define } from '../define.ts';
import { type Layout, newLayout, normalNumbers, uniformNumbers } from '../draws.ts';
import { scalarTypeName } from '../dtype.ts';
import { runtimeError } from '../errors.ts';
import { defaultGenerator, type GeneratorObject } from '../generator.ts';
import { checkedRange, wholeNumbers } from './whole.ts';

/** Returns the generator that the call gives, or the default one. */
export const generatorOf = (given: Arguments): GeneratorObject =>
  (given.value('generator') as GeneratorObject | undefined) ?? defaultGenerator();

type Fill = (layout: Layout, dtype: FloatDType, generator: GeneratorObject) => Tensor;

const uniform: Fill = (layout, dtype, generator) =>
  uniformNumbers(layout, dtype, { low: 0, high: 1 }, generator);
const normal: Fill = (layout, dtype, generator) =>
  normalNumbers(layout, dtype, { mean: 0, std: 1 }, generator);

/** The kernels by which messages call what fills a tensor. */
const KERNELS = { rand: 'check_uniform_bounds', randn: 'normal_kernel_cpu' } as const;

function floatDType(dtype: DType, kernel: string): FloatDType {
  if (dtype === 'float32' || dtype === 'float64') return dtype;
  if (isHalf(dtype)) throw new Refusal(`random numbers in ${dtype} are not part of this book's PyTorch`);
  throw runtimeError(`"${kernel}" not implemented for '${scalarTypeName(dtype)}'`);
}

const SIZED = [
  'ints size, *, Generator? generator, names names, FACTORY',
  'ints size, *, Generator? generator, Tensor out=None, FACTORY',
  'ints size, *, Tensor out=None, FACTORY',
  'ints size, *, names names, FACTORY',
];

for (const [name, fill] of [
  ['rand', uniform],
  ['randn', normal],
] as const) {
  define(
    name,
    SIZED,
    (given) => {
      const dtype = floatDType(given.dtype() ?? defaultDType(), KERNELS[name]);
      return made(fill(newLayout(sized(given)), dtype, generatorOf(given)), given);
    },
    'function',
  );
  define(
    `${name}_like`,
    'Tensor input, *, memory_format memory_format=None, FACTORY',
    (given) => {
      const like = given.object('input').tensor;
      const dtype = floatDType(given.dtype() ?? like.dtype, KERNELS[name]);
      return made(fill(like, dtype, defaultGenerator()), given);
    },
    'function',
  );
}

/** Whole numbers of the range that the call gives. */
function whole(given: Arguments, layout: Layout, dtype: DType): Tensor {
  const range = checkedRange(given.int('low', 0), given.int('high', 0), dtype);
  return wholeNumbers(layout, dtype, range, generatorOf(given));
}

define(
  'randint',
  ['int high', 'int low, int high'].flatMap((range) => [
    `${range}, ints size, *, Generator? generator, Tensor out=None, FACTORY`,
    `${range}, ints size, *, Tensor out=None, FACTORY`,
  ]),
  (given) => made(whole(given, newLayout(sized(given)), given.dtype() ?? 'int64'), given),
  'function',
);
define(
  'randint_like',
  [
    'Tensor input, int high, *, memory_format memory_format=None, FACTORY',
    'Tensor input, int low, int high, *, memory_format memory_format=None, FACTORY',
  ],
  (given) => {
    const like = given.object('input').tensor;
    return made(whole(given, like, given.dtype() ?? like.dtype), given);
  },
  'function',
);

define(
  'randperm',
  ['int n, *, Generator? generator, Tensor out=None, FACTORY', 'int n, *, Tensor out=None, FACTORY'],
  (given) => {
    const count = given.int('n', 0);
    newLayout([count]);
    const order = makeArray(count, (i) => i);
    const { source } = generatorOf(given);
    for (let i = 0; i < count - 1; i++) {
      const other = i + (source.next32() % (count - i));
      const kept = order[i] as number;
      order[i] = order[other] as number;
      order[other] = kept;
    }
    return made(fromFlat(order, [count], given.dtype() ?? 'int64') as Tensor, given);
  },
  'function',
);
