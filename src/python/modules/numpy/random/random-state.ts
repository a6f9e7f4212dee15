/** `np.random.RandomState`, NumPy's legacy generator, whose methods the module offers for one of its own. */

import { log } from '../../../../tensor/elementary/index.ts';
import { fromFlat } from '../../../../tensor/index.ts';
import { MT19937, PolarNormal, STATE_SIZE } from '../../../../tensor/random/index.ts';
import {
  address,
  members,
  PyList,
  PyObject,
  PyTuple,
  PyType,
  pyError,
  toFloat,
  toSmallIndex,
  typeError,
  type Value,
  valueError,
} from '../../../objects/index.ts';
import { toTensor } from '../convert.ts';
import { isArray, NdArray } from '../ndarray.ts';
import { BitGeneratorObject, currentRunSeed, isBitGenerator } from './bit-generator.ts';
import { choice, LEGACY_WORDS } from './choice.ts';
import { cythonMethods } from './cython-function.ts';
import { integers, RANDINT } from './integers.ts';
import { permutation, shuffleAlong, shuffleSequence } from './order.ts';
import { fill, nonNegative, sample, sizeValue } from './samples.ts';
import { legacyGenerator } from './seeds.ts';

export const randomStateType = new PyType({ name: 'RandomState', module: 'numpy.random.mtrand' });

export class RandomState extends PyObject {
  #source: MT19937 | undefined;
  #normal: PolarNormal | undefined;

  /** Without a generator, that of the run's seed, made when it is first needed. */
  constructor(source?: MT19937) {
    super();
    if (source !== undefined) this.restart(source);
  }

  override get type(): PyType {
    return randomStateType;
  }

  get source(): MT19937 {
    if (this.#source === undefined) this.restart(legacyGenerator(null, currentRunSeed));
    return this.#source as MT19937;
  }

  get normal(): PolarNormal {
    return this.source && (this.#normal as PolarNormal);
  }

  /** Goes on with another generator, and forgets the normal number that was kept. */
  restart(source: MT19937, keptNormal?: number): void {
    this.#source = source;
    this.#normal = new PolarNormal(source);
    this.#normal.kept = keptNormal;
  }
}

export const isRandomState = (value: Value): value is RandomState => value instanceof RandomState;

members(randomStateType, isRandomState)
  .constructs('seed=None', (_type, seed) => {
    if (isBitGenerator(seed) && seed.source instanceof MT19937) return new RandomState(seed.source);
    return new RandomState(legacyGenerator(seed, currentRunSeed));
  })
  .getter('_bit_generator', (self) => new BitGeneratorObject(self.source))
  .special('__str__', () => 'RandomState(MT19937)')
  .special('__repr__', (self) => `RandomState(MT19937) at ${upperAddress(self)}`);

/** Returns an address as the reprs of generators write it. */
export const upperAddress = (self: PyObject): string => address(self).toUpperCase().replace('X', 'x');

const method = cythonMethods(randomStateType, isRandomState);

method('seed', 'seed=None', (self, seed) => {
  self.restart(legacyGenerator(seed, currentRunSeed));
  return null;
});

/** `rand(2, 3)`: no sizes ask for one number. */
const sizes = (given: PyTuple): Value =>
  given.items.length === 0 ? null : sizeValue(given.items.map(toSmallIndex));
method('rand', '*args', (self, args) => fill(sizes(args), () => self.source.nextDouble()));
method('randn', '*args', (self, args) => fill(sizes(args), () => self.normal.next()));
for (const name of ['random', 'random_sample'])
  method(name, 'size=None', (self, size) => fill(size, () => self.source.nextDouble()));
method('standard_normal', 'size=None', (self, size) => fill(size, () => self.normal.next()));

method('randint', 'low, high=None, size=None, dtype=?', (self, low, high, size, dtype) =>
  integers(self.source, RANDINT, { low, high, size, dtype, endpoint: false }),
);

method('uniform', 'low=0.0, high=1.0, size=None', (self, low, high, size) => {
  const [from, to] = [toTensor(low, 'float64'), toTensor(high, 'float64')];
  if ([...from.values()].some((a) => [...to.values()].some((b) => !Number.isFinite(b - a))))
    throw pyError('OverflowError', 'Range exceeds valid bounds');
  return sample(
    [{ value: low }, { value: high }],
    size,
    (a, b) => (a as number) + ((b as number) - (a as number)) * self.source.nextDouble(),
  );
});
method('normal', 'loc=0.0, scale=1.0, size=None', (self, loc, scale, size) =>
  sample(
    [{ value: loc }, nonNegative('scale', scale)],
    size,
    (mean = 0, spread = 1) => mean + spread * self.normal.next(),
  ),
);

const exponential = (self: RandomState): number => -log(1 - self.source.nextDouble());
method('standard_exponential', 'size=None', (self, size) => fill(size, () => exponential(self)));
method('exponential', 'scale=1.0, size=None', (self, scale, size) =>
  sample([nonNegative('scale', scale)], size, (mean = 1) => mean * exponential(self)),
);

method('choice', 'a, size=None, replace=True, p=None', (self, a, size, replace, p) =>
  choice(
    { source: self.source, words: LEGACY_WORDS, legacy: true },
    { a, size, replace, p, axis: 0n, shuffle: true },
  ),
);
method('shuffle', 'x', (self, x) => {
  if (isArray(x)) shuffleAlong(self.source, x.tensor, 0);
  else shuffleSequence(self.source, x);
  return null;
});
method('permutation', 'x', (self, x) => permutation(self.source, x, 0, true));

method('get_state', 'legacy=True!', (self) => {
  const { state, position } = self.source;
  const kept = self.normal.kept;
  return new PyTuple([
    'MT19937',
    new NdArray(fromFlat(state, [STATE_SIZE], 'int64')),
    BigInt(position),
    kept === undefined ? 0n : 1n,
    kept ?? 0,
  ]);
});
method('set_state', 'state', (self, state) => {
  if (!(state instanceof PyTuple || state instanceof PyList))
    throw typeError('state must be a dict or a tuple.');
  const [name = null, key = null, position = 0n, hasKept = 0n, kept = 0] = state.items;
  if (name !== 'MT19937') throw valueError('set_state can only be used with legacy MT19937 state instances.');
  const words = Uint32Array.from(toTensor(key).toFlat());
  if (words.length !== STATE_SIZE) throw valueError('state must be a dict or a tuple.');
  const normal = toSmallIndex(hasKept) === 0 ? undefined : toFloat(kept);
  self.restart(new MT19937(words, toSmallIndex(position)), normal);
  return null;
});
