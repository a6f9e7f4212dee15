/** From what a program gives as a seed to generators, and the seed of the run where it gives none. */
import { MT19937, SeedSequence, STATE_SIZE } from '../../../../tensor/random/index.ts';
import {
  asIndex,
  PyList,
  PyRange,
  PyTuple,
  str,
  toArray,
  typeError,
  type Value,
  valueError,
} from '../../../objects/index.ts';
import { toTensor } from '../convert.ts';
import { isArray } from '../ndarray.ts';
import { isScalar } from '../scalar.ts';

const LARGEST = 2 ** 32 - 1;
const OUT_OF_RANGE = 'Seed must be between 0 and 2**32 - 1';

/** What a run gives to generators that the program does not seed; no two of them get the same. */
export type RunSeed = () => bigint;

/** Returns the legacy generator for an int or a vector of ints from 0 to 2³² − 1; of the run for None. */
export function legacyGenerator(seed: Value, runSeed: RunSeed): MT19937 {
  if (seed === null) return MT19937.fromSeed(Number(BigInt.asUintN(32, runSeed())));
  const whole = isArray(seed) && seed.tensor.rank > 0 ? undefined : asIndex(seed);
  if (whole !== undefined) {
    if (whole < 0n || whole > LARGEST) throw valueError(OUT_OF_RANGE);
    return MT19937.fromSeed(Number(whole));
  }
  return MT19937.fromKey(legacyKey(seed));
}

function legacyKey(seed: Value): number[] {
  const type = dtypeName(seed);
  if (type !== undefined)
    throw typeError(
      `Cannot cast scalar from dtype('${type}') to dtype('int64') according to the rule 'safe'`,
    );
  const tensor = toTensor(seed);
  if (tensor.size === 0) throw valueError('Seed must be non-empty');
  if (tensor.dtype.startsWith('float'))
    throw typeError(
      `Cannot cast array data from dtype('${tensor.dtype}') to dtype('int64') according to the rule 'safe'`,
    );
  if (tensor.rank !== 1) throw valueError('Seed array must be 1-d');
  const key = tensor.toFlat();
  if (key.some((each) => each < 0 || each > LARGEST)) throw valueError(OUT_OF_RANGE);
  return key;
}

/** Returns the dtype of a single value that is no int. */
function dtypeName(seed: Value): string | undefined {
  if (typeof seed === 'number') return 'float64';
  if (isScalar(seed)) return seed.dtype;
  return typeof seed === 'string' ? `<U${[...seed].length}` : undefined;
}

const isSequence = (value: Value): boolean =>
  value instanceof PyList || value instanceof PyTuple || value instanceof PyRange || isArray(value);

/** Returns the integers ≥ 0 that a seed of any size, or a nested sequence of seeds, is converted to. */
function entropyOf(seed: Value): bigint[] {
  if (isSequence(seed) && !(isArray(seed) && seed.tensor.rank === 0)) return toArray(seed).flatMap(entropyOf);
  const whole = asIndex(seed);
  if (whole === undefined)
    throw typeError(`SeedSequence expects int or sequence of ints for entropy not ${str(seed)}`);
  if (whole < 0n) throw valueError('expected non-negative integer');
  return [whole];
}

/** Returns the sequence of a seed; of the run for None. */
export const sequenceOf = (seed: Value, runSeed: RunSeed): SeedSequence =>
  new SeedSequence(seed === null ? [runSeed()] : entropyOf(seed));

/** Returns the Mersenne Twister as `np.random.MT19937(seed)` seeds it: its words are those of the sequence. */
export function twisterOf(sequence: SeedSequence): MT19937 {
  const state = sequence.generate(STATE_SIZE);
  state[0] = 0x80000000;
  // NumPy's loop over the words leaves the position at the last of them.
  return new MT19937(state, STATE_SIZE - 1);
}
