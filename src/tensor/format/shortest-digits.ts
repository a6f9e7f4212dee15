/** The fewest decimal digits that read back as the same number, in float64, float32 and float16. */
import type { Decimal } from './exact-decimal.ts';

/** Returns the shortest decimal of `|x|` that rounds to the same float64; `x` must be finite. Zero is `0`, exponent 0. */
export function shortestDigits(x: number): Decimal {
  // ECMAScript defines the default exponential form as the shortest round-trip digits.
  const text = Math.abs(x).toExponential();
  const end = text.indexOf('e');
  return { digits: text.slice(0, end).replace('.', ''), exponent: Number(text.slice(end + 1)) };
}

/** A number as mantissa · 2^exponent, in the format that it comes from. */
type Binary = {
  readonly mantissa: bigint;
  readonly exponent: number;
  /** True just above a power of two, where the neighbour below is twice as near as the one above. */
  readonly nearBelow: boolean;
};

const bits = new DataView(new ArrayBuffer(4));

/** Returns the shortest decimal of `|x|` that rounds to the same float32; `x` must be finite and exactly a float32. */
export function shortestDigits32(x: number): Decimal {
  bits.setFloat32(0, Math.abs(x));
  const pattern = bits.getUint32(0);
  const fraction = pattern & 0x7fffff;
  const biased = pattern >>> 23;
  const mantissa = BigInt(biased === 0 ? fraction : fraction | 0x800000);
  return shortestOf(x, {
    mantissa,
    exponent: Math.max(biased, 1) - 150,
    nearBelow: fraction === 0 && biased > 1,
  });
}

/** Returns the shortest decimal of `|x|` that rounds to the same float16; `x` must be finite and exactly a float16. */
export function shortestDigits16(x: number): Decimal {
  if (x === 0) return shortestDigits(x);
  const least = -14;
  const power = Math.max(least, Math.floor(Math.log2(Math.abs(x))));
  const mantissa = Math.abs(x) / 2 ** (power - 10);
  return shortestOf(x, {
    mantissa: BigInt(mantissa),
    exponent: power - 10,
    nearBelow: mantissa === 2 ** 10 && power > least,
  });
}

/**
 * Free-format digit generation (Steele and White, Dybvig): digits of `rest / scale` are produced until what remains
 * is within half a unit in the last place of `x`. All quantities are integers, so nothing is lost.
 */
function shortestOf(x: number, { mantissa, exponent, nearBelow }: Binary): Decimal {
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
