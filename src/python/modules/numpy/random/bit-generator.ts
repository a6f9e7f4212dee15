/** `np.random.PCG64`, `MT19937` and `SeedSequence`: what a Generator takes its bits from. */

import { fromFlat } from '../../../../tensor/index.ts';
import { type BitSource, MT19937, PCG64, SeedSequence } from '../../../../tensor/random/index.ts';
import {
  members,
  PyDict,
  PyList,
  PyObject,
  PyTuple,
  PyType,
  Refusal,
  toSmallIndex,
  type Value,
} from '../../../objects/index.ts';
import { readDType } from '../dtype.ts';
import { NdArray } from '../ndarray.ts';
import { cythonMethods } from './cython-function.ts';
import { type RunSeed, sequenceOf, twisterOf } from './seeds.ts';

/** Returns the seed of the run that is going on. */
let runSeed: RunSeed = () => 0n;
export const setRunSeed = (seed: RunSeed): void => {
  runSeed = seed;
};
export const currentRunSeed: RunSeed = () => runSeed();

export const seedSequenceType = new PyType({ name: 'SeedSequence', module: 'numpy.random.bit_generator' });

export class SeedSequenceObject extends PyObject {
  readonly sequence: SeedSequence;

  constructor(sequence: SeedSequence) {
    super();
    this.sequence = sequence;
  }

  override get type(): PyType {
    return seedSequenceType;
  }
}

const isSeedSequence = (value: Value): value is SeedSequenceObject => value instanceof SeedSequenceObject;

/** Returns the sequence itself, or that of a seed. */
const readSequence = (seed: Value): SeedSequence =>
  isSeedSequence(seed) ? seed.sequence : sequenceOf(seed, currentRunSeed);

const whole = (value: readonly bigint[]): Value => {
  const [only] = value;
  return value.length === 1 && only !== undefined ? only : new PyList([...value]);
};

members(seedSequenceType, isSeedSequence)
  .constructs(
    'entropy=None, *, spawn_key=(), pool_size=4!',
    (_type, entropy, key) =>
      new SeedSequenceObject(
        new SeedSequence(
          sequenceOf(entropy, currentRunSeed).entropy,
          key instanceof PyTuple ? key.items.map((each) => BigInt(toSmallIndex(each))) : [],
        ),
      ),
  )
  .getter('entropy', ({ sequence }) => whole(sequence.entropy))
  .getter('spawn_key', ({ sequence }) => new PyTuple([...sequence.spawnKey]))
  .getter('pool_size', () => 4n)
  .special('__repr__', ({ sequence }) => {
    const key =
      sequence.spawnKey.length === 0
        ? ''
        : `,\n    spawn_key=(${sequence.spawnKey.join(', ')}${sequence.spawnKey.length === 1 ? ',' : ''})`;
    return `SeedSequence(\n    entropy=${sequence.entropy.join(', ')}${key},\n)`;
  });
const onSequence = cythonMethods(seedSequenceType, isSeedSequence);
onSequence('spawn', 'n_children', ({ sequence }, count) => {
  const children = sequence.spawn(toSmallIndex(count));
  return new PyList(children.map((each) => new SeedSequenceObject(each)));
});
onSequence('generate_state', 'n_words, dtype=None', ({ sequence }, count, dtype) => {
  if (dtype !== null) readDType(dtype);
  const words = sequence.generate(toSmallIndex(count));
  return new NdArray(fromFlat(words, [words.length], 'int64'));
});

export const bitGeneratorType = new PyType({ name: 'BitGenerator', module: 'numpy.random.bit_generator' });
export const pcg64Type = new PyType({
  name: 'PCG64',
  module: 'numpy.random._pcg64',
  bases: [bitGeneratorType],
});
export const mt19937Type = new PyType({
  name: 'MT19937',
  module: 'numpy.random._mt19937',
  bases: [bitGeneratorType],
});

export class BitGeneratorObject extends PyObject {
  readonly source: BitSource;
  /** Undefined for the generator of a RandomState. */
  readonly sequence: SeedSequence | undefined;

  constructor(source: BitSource, sequence?: SeedSequence) {
    super();
    this.source = source;
    this.sequence = sequence;
  }

  override get type(): PyType {
    return this.source instanceof MT19937 ? mt19937Type : pcg64Type;
  }
}

export const isBitGenerator = (value: Value): value is BitGeneratorObject =>
  value instanceof BitGeneratorObject;

members(pcg64Type, isBitGenerator).constructs('seed=None', (_type, seed) => newPCG64(seed));
members(mt19937Type, isBitGenerator).constructs('seed=None', (_type, seed) => {
  const sequence = readSequence(seed);
  return new BitGeneratorObject(twisterOf(sequence), sequence);
});

/** `np.random.PCG64(seed)`. */
export function newPCG64(seed: Value): BitGeneratorObject {
  const sequence = readSequence(seed);
  return new BitGeneratorObject(PCG64.fromSequence(sequence), sequence);
}

const dictOf = (entries: readonly (readonly [string, Value])[]): PyDict => {
  const dict = new PyDict();
  for (const [key, value] of entries) dict.set(key, value);
  return dict;
};

members(bitGeneratorType, isBitGenerator)
  .getter('state', ({ source }) => stateOf(source))
  .getter('seed_seq', ({ sequence }) => (sequence === undefined ? null : new SeedSequenceObject(sequence)));

function stateOf(source: BitSource): PyDict {
  if (source instanceof PCG64) {
    const { state, increment, hasHalf, half } = source.state;
    return dictOf([
      ['bit_generator', 'PCG64'],
      [
        'state',
        dictOf([
          ['state', state],
          ['inc', increment],
        ]),
      ],
      ['has_uint32', hasHalf ? 1n : 0n],
      ['uinteger', BigInt(half)],
    ]);
  }
  if (source instanceof MT19937) {
    const key = new NdArray(fromFlat(source.state, [source.state.length], 'int64'));
    return dictOf([
      ['bit_generator', 'MT19937'],
      [
        'state',
        dictOf([
          ['key', key],
          ['pos', BigInt(source.position)],
        ]),
      ],
    ]);
  }
  throw new Refusal("the state of this generator is not part of this book's NumPy");
}
