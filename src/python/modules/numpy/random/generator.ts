/** `np.random.Generator` and `default_rng`. */

import { log } from '../../../../tensor/elementary/index.ts';
import { isFloat, subtract } from '../../../../tensor/index.ts';
import {
  type BitSource,
  nextFloat,
  zigguratExponential,
  zigguratExponentialFloat,
  zigguratNormal,
  zigguratNormalFloat,
} from '../../../../tensor/random/index.ts';
import {
  asFloat,
  isTrue,
  members,
  PyList,
  PyObject,
  PyType,
  pyError,
  repr,
  toSmallIndex,
  typeError,
  typeName,
  type Value,
} from '../../../objects/index.ts';
import { toTensor } from '../convert.ts';
import { dtypeObject, readDType } from '../dtype.ts';
import { isArray, NdArray } from '../ndarray.ts';
import {
  BitGeneratorObject as BitGenerator,
  type BitGeneratorObject,
  isBitGenerator,
  newPCG64,
  SeedSequenceObject,
} from './bit-generator.ts';
import { choice, GENERATOR_WORDS } from './choice.ts';
import { cythonFunction, cythonMethods } from './cython-function.ts';
import { INTEGERS, integers } from './integers.ts';
import { checkedAxis, permutation, permuted, shuffleAlong, shuffleSequence } from './order.ts';
import { isRandomState, upperAddress } from './random-state.ts';
import { fill, nonNegative, sample } from './samples.ts';

export const generatorType = new PyType({ name: 'Generator', module: 'numpy.random._generator' });

export class Generator extends PyObject {
  readonly bits: BitGeneratorObject;

  constructor(bits: BitGeneratorObject) {
    super();
    this.bits = bits;
  }

  override get type(): PyType {
    return generatorType;
  }

  get source(): BitSource {
    return this.bits.source;
  }
}

const isGenerator = (value: Value): value is Generator => value instanceof Generator;
const nameOf = (self: Generator): string => `Generator(${self.bits.type.name})`;

members(generatorType, isGenerator)
  .constructs('bit_generator', (_type, bits) => {
    if (isBitGenerator(bits)) return new Generator(bits);
    throw pyError('AttributeError', `'${typeName(bits)}' object has no attribute 'capsule'`);
  })
  .getter('bit_generator', (self) => self.bits)
  .special('__str__', nameOf)
  .special('__repr__', (self) => `${nameOf(self)} at ${upperAddress(self)}`);

/** `default_rng(seed)`: a generator is given back, a RandomState lends its bits, anything else is a seed. */
export const DEFAULT_RNG = cythonFunction('default_rng', 'seed=None', (seed) => {
  if (isGenerator(seed)) return seed;
  if (isBitGenerator(seed)) return new Generator(seed);
  if (isRandomState(seed)) return new Generator(new BitGenerator(seed.source));
  return new Generator(newPCG64(seed));
});

const method = cythonMethods(generatorType, isGenerator);

type Draw = (source: BitSource) => number;

/** Draws float64 or float32 numbers, as `dtype` says. */
function floats(name: string, self: Generator, size: Value, dtype: Value, double: Draw, single: Draw): Value {
  const type = readDType(dtype);
  if (!isFloat(type)) throw typeError(`Unsupported dtype ${repr(dtypeObject(type))} for ${name}`);
  return fill(size, () => (type === 'float64' ? double : single)(self.source), type);
}

const nextDouble: Draw = (source) => source.nextDouble();
method('random', 'size=None, dtype=None, out=None!', (self, size, dtype) =>
  floats('random', self, size, dtype, nextDouble, nextFloat),
);
method('standard_normal', 'size=None, dtype=None, out=None!', (self, size, dtype) =>
  floats('standard_normal', self, size, dtype, zigguratNormal, zigguratNormalFloat),
);

const byInversion: Draw = (source) => -log(1 - source.nextDouble());
const byInversionFloat: Draw = (source) => -Math.fround(log(1 - nextFloat(source)));
method('standard_exponential', 'size=None, dtype=None, method="zig", out=None!', (self, size, dtype, how) =>
  how === 'zig'
    ? floats('standard_exponential', self, size, dtype, zigguratExponential, zigguratExponentialFloat)
    : floats('standard_exponential', self, size, dtype, byInversion, byInversionFloat),
);

method(
  'integers',
  'low, high=None, size=None, dtype=?, endpoint=False',
  (self, low, high, size, dtype, endpoint) =>
    integers(self.source, INTEGERS, { low, high, size, dtype, endpoint: isTrue(endpoint) }),
);
method('normal', 'loc=0.0, scale=1.0, size=None', ({ source }, loc, scale, size) =>
  sample(
    [{ value: loc }, nonNegative('scale', scale)],
    size,
    (mean = 0, spread = 1) => mean + spread * zigguratNormal(source),
  ),
);
method('exponential', 'scale=1.0, size=None', ({ source }, scale, size) =>
  sample([nonNegative('scale', scale)], size, (mean = 1) => mean * zigguratExponential(source)),
);
method('uniform', 'low=0.0, high=1.0, size=None', ({ source }, low, high, size) => {
  const range = subtract(toTensor(high, 'float64'), toTensor(low, 'float64'));
  if (![...range.values()].every(Number.isFinite))
    throw pyError(
      'OverflowError',
      range.rank === 0 ? 'high - low range exceeds valid bounds' : 'Range exceeds valid bounds',
    );
  return sample(
    [{ value: low }, nonNegative('high - low', range.rank === 0 ? range.item() : new NdArray(range))],
    size,
    (from = 0, width = 1) => from + width * source.nextDouble(),
  );
});

method(
  'choice',
  'a, size=None, replace=True, p=None, axis=0, shuffle=True',
  ({ source }, a, size, replace, p, axis, shuffle) =>
    choice(
      { source, words: GENERATOR_WORDS, legacy: false },
      { a, size, replace, p, axis, shuffle: isTrue(shuffle) },
    ),
);
method('shuffle', 'x, axis=0', ({ source }, x, axis) => {
  if (isArray(x)) shuffleAlong(source, x.tensor, checkedAxis(toSmallIndex(axis), x.tensor.rank));
  else {
    if (asFloat(axis) !== 0)
      throw pyError('NotImplementedError', 'Axis argument is only supported on ndarray objects');
    shuffleSequence(source, x);
  }
  return null;
});
method('permutation', 'x, axis=0', ({ source }, x, axis) =>
  permutation(source, x, toSmallIndex(axis), false),
);
method('permuted', 'x, *, axis=None, out=None!', ({ source }, x, axis) => {
  if (!isArray(x) && asFloat(x) !== undefined) throw typeError('len() of unsized object');
  return permuted(source, x, axis === null ? undefined : toSmallIndex(axis));
});
method('spawn', 'n_children', ({ bits }, count) => {
  if (bits.sequence === undefined)
    throw typeError('The underlying SeedSequence does not implement spawning.');
  if (toSmallIndex(count) < 0) throw pyError('OverflowError', "can't convert negative value to uint32_t");
  const children = bits.sequence.spawn(toSmallIndex(count));
  return new PyList(children.map((each) => new Generator(newPCG64(new SeedSequenceObject(each)))));
});
