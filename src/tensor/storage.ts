import type { TypedArray } from './dtype.ts';
import { NumericError } from './errors.ts';

/** 64-bit integers, some of them beyond ±(2^53 − 1), where doubles no longer represent every integer. */
export type ExactIntegers = BigInt64Array | BigUint64Array;

const isSafe = (value: bigint): boolean => BigInt.asIntN(54, value) === value && value !== -(2n ** 53n);

/** The memory that a tensor and its views share. */
export class Storage {
  /** Counts the writes, as PyTorch's in-place check needs. */
  version = 0;
  #data: TypedArray;
  #exact: ExactIntegers | undefined = undefined;

  constructor(data: TypedArray) {
    this.#data = data;
  }

  /**
   * The elements as numbers.
   * @throws {NumericError} `integer-range` where numbers cannot hold them; see `exact`.
   */
  get data(): TypedArray {
    if (this.#exact === undefined) return this.#data;
    const value = Number(this.#exact.find((each) => !isSafe(each)));
    throw new NumericError('int64', { kind: 'integer-range', value });
  }

  /** The elements where some are integers beyond ±(2^53 − 1); else undefined. */
  get exact(): ExactIntegers | undefined {
    return this.#exact;
  }

  /** How many elements there are. */
  get length(): number {
    return this.#exact?.length ?? this.#data.length;
  }

  /** Replaces all elements: kept as doubles where these hold each of them. */
  hold(elements: ExactIntegers): void {
    this.#exact = elements.every(isSafe) ? undefined : elements;
    this.#data = this.#exact === undefined ? Float64Array.from(elements, Number) : new Float64Array(0);
    this.version++;
  }
}
