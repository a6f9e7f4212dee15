/** CPython's `random.Random`: the Mersenne Twister, how it is seeded, and whole numbers from its bits. */
import { MT19937, STATE_SIZE, wordsOf } from '../../../tensor/random/index.ts';
import { typeError } from '../../objects/exceptions.ts';
import { PyObject, PyType, type Value } from '../../objects/object.ts';
import { asIndex } from '../../operations/convert.ts';
import { hashOf } from '../../operations/hash.ts';
import { sha512 } from './sha512.ts';

export const randomType = new PyType({ name: 'Random', module: 'random' });

export class RandomObject extends PyObject {
  readonly #runSeed: () => bigint;
  #bits: MT19937 | undefined;
  /** The second normal number of a pair, while `gauss` has not given it. */
  keptNormal: number | undefined;

  /** Until it is seeded, it draws from the seed of the run. */
  constructor(runSeed: () => bigint) {
    super();
    this.#runSeed = runSeed;
  }

  override get type(): PyType {
    return randomType;
  }

  get bits(): MT19937 {
    this.#bits ??= twister(this.#runSeed());
    return this.#bits;
  }

  /** `seed(a)`: None seeds with the seed of the run. */
  seed(value: Value): void {
    this.restart(twister(value === null ? this.#runSeed() : integerOf(value)));
  }

  restart(bits: MT19937, keptNormal?: number): void {
    this.#bits = bits;
    this.keptNormal = keptNormal;
  }

  /** Returns a number of [0, 1) with 53 random bits. */
  random(): number {
    return this.bits.nextDouble();
  }

  /** Returns an integer of `count` random bits: the highest of each word of 32, the lowest words first. */
  getRandBits(count: number): bigint {
    let value = 0n;
    for (let from = 0; from < count; from += 32)
      value |= BigInt(this.bits.next32() >>> Math.max(0, 32 - (count - from))) << BigInt(from);
    return value;
  }

  /** Returns an integer from 0 to `limit` − 1: as many bits as the limit has, drawn again while they are too many. */
  randBelow(limit: bigint): bigint {
    const bits = limit.toString(2).length;
    for (;;) {
      const value = this.getRandBits(bits);
      if (value < limit) return value;
    }
  }
}

const twister = (seed: bigint): MT19937 => MT19937.fromKey(wordsOf(seed < 0n ? -seed : seed));

/**
 * Returns the integer for a seed, as `random.seed` computes it: for a text, the text and its SHA-512 as one number; for a float,
 * its hash.
 */
function integerOf(value: Value): bigint {
  if (typeof value === 'string') {
    const bytes = new TextEncoder().encode(value);
    return [...bytes, ...sha512(bytes)].reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);
  }
  if (typeof value === 'number') return BigInt.asUintN(64, hashOf(value));
  const whole = asIndex(value);
  if (whole === undefined)
    throw typeError('The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.');
  return whole;
}

/** Returns the state as the 625 ints of `getstate`: the words, and the place of the next. */
export const stateOf = ({ bits }: RandomObject): bigint[] =>
  [...bits.state, bits.position].map((each) => BigInt(each));

/** Returns the twister that such ints describe. */
export function twisterOf(state: readonly Value[]): MT19937 {
  const numbers = state.map((each) => Number(asIndex(each) ?? 0n));
  return new MT19937(Uint32Array.from(numbers.slice(0, STATE_SIZE)), numbers[STATE_SIZE] ?? STATE_SIZE);
}
