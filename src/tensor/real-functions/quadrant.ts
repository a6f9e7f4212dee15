/**
 * An angle less the nearest multiple of π/2. The digits of π are computed, not typed: as many as the largest double
 * needs (Payne and Hanek 1983), by Machin's formula π/4 = 4 arctan(1/5) − arctan(1/239).
 */
import { add, type Pair, sumOf } from '../elementary/pair.ts';

export type Quadrant = {
  /** What is left of the angle, at most π/4 in size. */
  readonly rest: Pair;
  /** How many quarter turns were taken off, modulo 4. */
  readonly turns: number;
};

/** Binary digits of π/2 after the point: the largest double has 1024 before it, and the rest shall have 150 that are right. */
const DIGITS = 1250n;

/** 1/n − 1/(3n³) + 1/(5n⁵) − …, times 2^DIGITS. */
function arctanOfInverse(n: bigint): bigint {
  let power = (1n << DIGITS) / n;
  let sum = 0n;
  for (let k = 1n; power !== 0n; k += 2n, power /= -(n * n)) sum += power / k;
  return sum;
}

let halfPi: bigint | undefined;

/** π/2 · 2^DIGITS, to a few units. */
const halfPiDigits = (): bigint => {
  halfPi ??= 2n * (4n * arctanOfInverse(5n) - arctanOfInverse(239n));
  return halfPi;
};

/** π/2 as three doubles, the first two of 33 digits, so that products with small whole numbers are exact. */
let parts: readonly [number, number, number, number] | undefined;

function halfPiParts(): readonly [number, number, number, number] {
  if (parts !== undefined) return parts;
  const taken: number[] = [];
  let left = halfPiDigits();
  for (const width of [33n, 33n, 33n]) {
    const shift = BigInt(left.toString(2).length) - width;
    const head = (left >> shift) << shift;
    taken.push(scaledDown(head));
    left -= head;
  }
  parts = [...taken, scaledDown(left)] as unknown as readonly [number, number, number, number];
  return parts;
}

/** Returns an integer of DIGITS binary digits after the point as a double. */
function scaledDown(digits: bigint): number {
  const excess = Math.max(0, digits.toString(2).length - 60);
  return Number(digits >> BigInt(excess)) * 2 ** (excess - 600) * 2 ** (600 - Number(DIGITS));
}

/** Up to this angle, the number of quarter turns times a part of π/2 is exact. */
const small = 1e5;

/** Takes the nearest multiple of π/2 off a finite angle. */
export function quadrantOf(x: number): Quadrant {
  if (Math.abs(x) <= Math.PI / 4) return { rest: [x, 0], turns: 0 };
  return Math.abs(x) < small ? ofSmall(x) : ofLarge(x);
}

function ofSmall(x: number): Quadrant {
  const turns = Math.round(x / (Math.PI / 2));
  const [a, b, c, d] = halfPiParts();
  let rest: Pair = sumOf(x - turns * a, -turns * b);
  rest = add(rest, [-turns * c, 0]);
  rest = add(rest, [-turns * d, 0]);
  return { rest, turns: ((turns % 4) + 4) % 4 };
}

function ofLarge(x: number): Quadrant {
  const digits = digitsOf(x);
  const turn = halfPiDigits();
  const turns = roundedQuotient(digits, turn);
  const left = digits - turns * turn;
  const high = nearest(left);
  return { rest: sumOf(high, nearest(left - digitsOf(high))), turns: Number(((turns % 4n) + 4n) % 4n) };
}

const roundedQuotient = (a: bigint, b: bigint): bigint => (2n * a + (a < 0n ? -b : b)) / (2n * b);

const nearest = (digits: bigint): number => (digits < 0n ? -scaledDown(-digits) : scaledDown(digits));

const bits = new DataView(new ArrayBuffer(8));

/** Returns a normal double, exactly, as an integer with DIGITS binary digits after the point (cut off where there are more). */
function digitsOf(x: number): bigint {
  bits.setFloat64(0, x);
  const word = bits.getBigUint64(0);
  const exponent = (word >> 52n) & 0x7ffn;
  if (exponent === 0n) return 0n;
  const shift = exponent - 1075n + DIGITS;
  const mantissa = (word & 0xfffffffffffffn) | 0x10000000000000n;
  const size = shift < 0n ? mantissa >> -shift : mantissa << shift;
  return x < 0 ? -size : size;
}
