/**
 * Correctly rounded decimals of a binary number: rounding is half to even on the exact binary value, as C's printf,
 * Python and NumPy do. ECMAScript's `toFixed` and `toExponential` round the exact value too, but ties away from zero; so they
 * serve where no tie is possible, at a tenth of the time that exact integers take.
 */

/** A positive decimal number `d.ddd… × 10^exponent`; `digits` holds the d's without a point. */
export type Decimal = { readonly digits: string; readonly exponent: number };

/** A finite number's absolute value, exactly: `mantissa × 2^exponent`. */
type Binary = { readonly mantissa: bigint; readonly exponent: number };

const bits = new DataView(new ArrayBuffer(8));

function decompose(x: number): Binary {
  bits.setFloat64(0, Math.abs(x));
  const pattern = bits.getBigUint64(0);
  const fraction = pattern & 0xfffffffffffffn;
  const biased = Number(pattern >> 52n);
  return biased === 0
    ? { mantissa: fraction, exponent: -1074 }
    : { mantissa: fraction | 0x10000000000000n, exponent: biased - 1075 };
}

/** Returns the integer nearest to `|x| × 10^decimals`, ties to even. */
function scaledToInteger(x: number, decimals: number): bigint {
  const { mantissa, exponent } = decompose(x);
  const up = 10n ** BigInt(Math.max(decimals, 0)) * 2n ** BigInt(Math.max(exponent, 0));
  const down = 10n ** BigInt(Math.max(-decimals, 0)) * 2n ** BigInt(Math.max(-exponent, 0));
  const numerator = mantissa * up;
  const quotient = numerator / down;
  const twiceRest = 2n * (numerator % down);
  const roundUp = twiceRest > down || (twiceRest === down && quotient % 2n === 1n);
  return roundUp ? quotient + 1n : quotient;
}

/** `toFixed` and `toExponential` take no more decimals, and `toFixed` no larger numbers. */
const MOST_DECIMALS = 100;
const LARGEST_FIXED = 1e21;

/**
 * Returns whether `size` lies exactly between two numbers of `decimals` ≥ 0 decimals: whether its last bit stands for
 * 2^(−decimals − 1).
 */
function isTie(size: number, decimals: number): boolean {
  return (size * 2 ** (decimals + 1)) % 2 === 1;
}

/** `|x|` with exactly `decimals` digits after the point (no point when 0), as C's `%.*f`. `x` must be finite. */
export function fixedDecimals(x: number, decimals: number): string {
  const size = Math.abs(x);
  if (decimals <= MOST_DECIMALS && size < LARGEST_FIXED && !isTie(size, decimals))
    return size.toFixed(decimals);
  const digits = scaledToInteger(x, decimals)
    .toString()
    .padStart(decimals + 1, '0');
  const split = digits.length - decimals;
  return decimals === 0 ? digits : `${digits.slice(0, split)}.${digits.slice(split)}`;
}

/** `|x|` rounded to `count` ≥ 1 significant digits. `x` must be finite; zero gives zeros with exponent 0. */
export function significantDigits(x: number, count: number): Decimal {
  if (x === 0) return { digits: '0'.repeat(count), exponent: 0 };
  return significantUntied(Math.abs(x), count) ?? significantExact(x, count);
}

/** Returns the same without exact integers; undefined where there may be a tie. */
function significantUntied(size: number, count: number): Decimal | undefined {
  if (count > MOST_DECIMALS) return undefined;
  const [digits = '', power] = size.toExponential(count - 1).split('e');
  const exponent = Number(power);
  const decimals = count - 1 - exponent;
  // The number may have been rounded up to a power of ten, and then have one more decimal.
  if (decimals < 0 || isTie(size, decimals) || isTie(size, decimals + 1)) return undefined;
  return { digits: digits.replace('.', ''), exponent };
}

function significantExact(x: number, count: number): Decimal {
  const [shortest, guess] = Math.abs(x).toExponential().split('e');
  const exponent = Number(guess);
  if (shortest === '1') {
    // The shortest form may have been rounded up to a power of ten (1e23 is 9.99…e22), so look one place lower first.
    const below = scaledToInteger(x, count - exponent).toString();
    if (below.length === count) return { digits: below, exponent: exponent - 1 };
  }
  const digits = scaledToInteger(x, count - 1 - exponent).toString();
  return { digits: digits.slice(0, count), exponent: exponent + digits.length - count };
}
