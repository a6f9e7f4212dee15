/**
 * The decomposition of a matrix of two rows and two columns in the steps of LAPACK, which settle the signs: a reflection
 * makes it upper triangular, then the formulas of dlasv2 (https://netlib.org/lapack, Demmel and Kahan 1990).
 */
import type { Matrix } from './matrix.ts';

const withSign = (size: number, of: number): number =>
  of < 0 || Object.is(of, -0) ? -Math.abs(size) : Math.abs(size);

type Turn = {
  readonly least: number;
  readonly most: number;
  readonly left: Angle;
  readonly right: Angle;
  /** Rows and columns are exchanged instead of rotated, which leaves their signs. */
  readonly isExchanged?: boolean;
};
type Angle = { readonly cosine: number; readonly sine: number };

/** Singular values, with signs, and the rotations of the triangle of `f` and `h` on the diagonal, `g` above it. */
function triangle(f: number, g: number, h: number): Turn {
  const swapped = Math.abs(h) > Math.abs(f);
  const [ft, ht] = swapped ? [h, f] : [f, h];
  const [fa, ha, ga] = [Math.abs(ft), Math.abs(ht), Math.abs(g)];
  let largest = swapped ? 3 : 1;
  let [least, most, clt, crt, slt, srt] = [ha, fa, 1, 1, 0, 0];
  if (ga !== 0) {
    if (ga > fa) largest = 2;
    if (ga > fa && fa / ga < Number.EPSILON / 2) {
      most = ga;
      least = ha > 1 ? fa / (ga / ha) : (fa / ga) * ha;
      [clt, slt, srt, crt] = [1, ht / g, 1, ft / g];
    } else {
      const apart = fa - ha;
      const l = apart === fa ? 1 : apart / fa;
      const m = g / ft;
      const t = 2 - l;
      const s = Math.sqrt(t * t + m * m);
      const r = l === 0 ? Math.abs(m) : Math.sqrt(l * l + m * m);
      const a = 0.5 * (s + r);
      least = ha / a;
      most = fa * a;
      let slope = (m / (s + t) + m / (r + l)) * (1 + a);
      if (m * m === 0) slope = l === 0 ? withSign(2, ft) * withSign(1, g) : g / withSign(apart, ft) + m / t;
      const length = Math.sqrt(slope * slope + 4);
      crt = 2 / length;
      srt = slope / length;
      clt = (crt + srt * m) / a;
      slt = ((ht / ft) * srt) / a;
    }
  }
  const [left, right] = swapped
    ? [
        { cosine: srt, sine: crt },
        { cosine: slt, sine: clt },
      ]
    : [
        { cosine: clt, sine: slt },
        { cosine: crt, sine: srt },
      ];
  const sign =
    largest === 1
      ? withSign(1, right.cosine) * withSign(1, left.cosine) * withSign(1, f)
      : largest === 2
        ? withSign(1, right.sine) * withSign(1, left.cosine) * withSign(1, g)
        : withSign(1, right.sine) * withSign(1, left.sine) * withSign(1, h);
  return {
    most: withSign(most, sign),
    least: withSign(least, sign * withSign(1, f) * withSign(1, h)),
    left,
    right,
  };
}

const STILL: Angle = { cosine: 1, sine: 0 };

/** The diagonal matrix is its own decomposition; the greater value comes first. */
function diagonal(f: number, h: number): Turn {
  if (Math.abs(f) >= Math.abs(h)) return { most: f, least: h, left: STILL, right: STILL };
  return {
    most: h,
    least: f,
    left: { cosine: 0, sine: 1 },
    right: { cosine: 0, sine: 1 },
    isExchanged: true,
  };
}

/** U, the singular values from the greatest, and Vᵀ. */
export function svdOfTwo({ data }: Matrix): { u: Matrix; values: Float64Array; vt: Matrix } {
  const [a = 0, b = 0, c = 0, d = 0] = data;
  // The reflection that takes the first column to its length; none where it lies on the axis already.
  const length = c === 0 ? a : -withSign(Math.hypot(a, c), a);
  const tau = c === 0 ? 0 : (length - a) / length;
  const v = c === 0 ? 0 : c / (a - length);
  const reflected = b + v * d;
  const [g, h] = [b - tau * reflected, d - tau * v * reflected];
  // Without anything above the diagonal nothing is rotated, only put in order.
  const {
    most,
    least,
    left,
    right,
    isExchanged = false,
  } = g === 0 ? diagonal(length, h) : triangle(length, g, h);
  // The rows of Vᵀ, the sign of a singular value with them.
  const [first, second] = [most < 0 ? -1 : 1, least < 0 ? -1 : 1];
  const turned = isExchanged ? 1 : -1;
  const vt = [first * right.cosine, first * right.sine, second * turned * right.sine, second * right.cosine];
  const q = [1 - tau, -tau * v, -tau * v, 1 - tau * v * v] as const;
  const rotated = [left.cosine, turned * left.sine, left.sine, left.cosine] as const;
  const u = [
    q[0] * rotated[0] + q[1] * rotated[2],
    q[0] * rotated[1] + q[1] * rotated[3],
    q[2] * rotated[0] + q[3] * rotated[2],
    q[2] * rotated[1] + q[3] * rotated[3],
  ];
  const square = (of: readonly number[]): Matrix => ({ rows: 2, columns: 2, data: Float64Array.from(of) });
  return { u: square(u), values: Float64Array.of(Math.abs(most), Math.abs(least)), vt: square(vt) };
}
