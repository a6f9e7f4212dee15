/**
 * log(1 + x) for −1 < x ≤ 0 to the last bit of the GNU C library's `log1p`, which PyTorch and NumPy call and which is not
 * always the nearest double. The method and its constants are those of FDLIBM (Sun Microsystems 1993,
 * https://www.netlib.org/fdlibm/s_log1p.c): 1 + x = 2ᵏ(1 + f), and log(1 + f) by a polynomial in s = f / (2 + f). The
 * library adds the terms of the polynomial in the order below.
 */

/** ln 2 as a sum whose first part times k is exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** The polynomial's coefficients Lp1 … Lp7. */
const COEFFICIENTS = [
  0.6666666666666735, 0.3999999999940942, 0.28571428743662391, 0.22222198432149784, 0.1818357216161805,
  0.15313837699209373, 0.14798198605116586,
] as const;

/** From here on to 0, k is 0: f would be below √½ − 1. */
const NO_HALVING = -0.29289;
/** Below this size, log(1 + x) is x, or x − x²/2. */
const TINY = 2 ** -54;
const SMALL = 2 ** -29;

export function log1p(x: number): number {
  if (x > -SMALL) return x > -TINY ? x : x - x * x * 0.5;
  if (x > NO_HALVING) return nearOne(x, 0, 0);
  const sum = 1 + x;
  // The largest k for which sum / 2ᵏ is at least √½.
  let k = 0;
  while (sum / 2 ** k < Math.SQRT1_2) k--;
  // What was lost in 1 + x.
  const lost = (x - (sum - 1)) / sum;
  return nearOne(sum / 2 ** k - 1, k, lost);
}

/** log(2ᵏ(1 + f)) + lost. */
function nearOne(f: number, k: number, lost: number): number {
  const half = 0.5 * f * f;
  if (f === 0) return k * LN2_HIGH + (lost + k * LN2_LOW);
  const s = f / (2 + f);
  const z = s * s;
  const [c1, c2, c3, c4, c5, c6, c7] = COEFFICIENTS;
  const z2 = z * z;
  const z4 = z2 * z2;
  const z6 = z4 * z2;
  const polynomial = z * c1 + z2 * (c2 + z * c3) + z4 * (c4 + z * c5) + z6 * (c6 + z * c7);
  if (k === 0) return f - (half - s * (half + polynomial));
  return k * LN2_HIGH - (half - (s * (half + polynomial) + (k * LN2_LOW + lost)) - f);
}
