/** The fewest decimal digits that read back as the same number, in float64 and in float32. */
import type { Decimal } from './exact-decimal.ts';

/** The shortest decimal of `|x|` that rounds to the same float64; `x` must be finite. Zero is `0`, exponent 0. */
export function shortestDigits(x: number): Decimal {
  // ECMAScript defines the default exponential form as the shortest round-trip digits.
  const text = Math.abs(x).toExponential();
  const end = text.indexOf('e');
  return { digits: text.slice(0, end).replace('.', ''), exponent: Number(text.slice(end + 1)) };
}

const bits = new DataView(new ArrayBuffer(4));

/**
 * The shortest decimal of `|x|` that rounds to the same float32; `x` must be finite and exactly a float32.
 *
 * Free-format digit generation (Steele and White, Dybvig): digits of `rest / scale` are produced until what remains
 * is within half a unit in the last place of `x`. All quantities are integers, so nothing is lost.
 */
export function shortestDigits32(x: number): Decimal {
  bits.setFloat32(0, Math.abs(x));
  const pattern = bits.getUint32(0);
  const fraction = pattern & 0x7fffff;
  const biased = pattern >>> 23;
  const exponent = Math.max(biased, 1) - 150;
  const mantissa = BigInt(biased === 0 ? fraction : fraction | 0x800000);
  // Just above a power of two the neighbour below is twice as near as the one above.
  const nearBelow = fraction === 0 && biased > 1;
  const unit = 2n ** BigInt(Math.max(exponent, 0));
  let below = unit;
  let above = nearBelow ? 2n * unit : unit;
  let rest = 2n * mantissa * above;
  let scale = (nearBelow ? 4n : 2n) * 2n ** BigInt(Math.max(-exponent, 0));
  // A decimal on the border itself reads back as `x` when the mantissa is even.
  const borderCounts = mantissa % 2n === 0n;
  const reachesTop = (value: bigint): boolean => (borderCounts ? value >= scale : value > scale);

  let decimalExponent = shortestDigits(x).exponent;
  const shift = 10n ** BigInt(Math.abs(decimalExponent + 1));
  if (decimalExponent >= -1) {
    scale *= shift;
  } else {
    rest *= shift;
    below *= shift;
    above *= shift;
  }
  if (reachesTop(rest + above)) {
    scale *= 10n;
    decimalExponent += 1;
  }

  let digits = '';
  for (;;) {
    rest *= 10n;
    below *= 10n;
    above *= 10n;
    const digit = rest / scale;
    rest %= scale;
    const downReads = borderCounts ? rest <= below : rest < below;
    const upReads = reachesTop(rest + above);
    if (!downReads && !upReads) {
      digits += digit;
      continue;
    }
    const tieUp = 2n * rest === scale && digit % 2n === 1n;
    const roundUp = upReads && (!downReads || 2n * rest > scale || tieUp);
    return { digits: digits + (roundUp ? digit + 1n : digit), exponent: decimalExponent };
  }
}
