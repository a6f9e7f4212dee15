/** Returns the rotation that brings a block of two rows and columns into Schur's standard form: LAPACK's dlanv2. */

const withSign = (size: number, of: number): number =>
  of < 0 || Object.is(of, -0) ? -Math.abs(size) : Math.abs(size);

export type Block = { a: number; b: number; c: number; d: number; cosine: number; sine: number };

/** Returns the block after the rotation; `c` is 0 where its eigenvalues `a` and `d` are real. */
export function standardBlock(a: number, b: number, c: number, d: number): Block {
  if (c === 0) return { a, b, c, d, cosine: 1, sine: 0 };
  if (b === 0) return { a: d, b: -c, c: 0, d: a, cosine: 0, sine: 1 };
  if (a - d === 0 && withSign(1, b) !== withSign(1, c)) return { a, b, c, d, cosine: 1, sine: 0 };
  const apart = a - d;
  const p = 0.5 * apart;
  const most = Math.max(Math.abs(b), Math.abs(c));
  const least = Math.min(Math.abs(b), Math.abs(c)) * withSign(1, b) * withSign(1, c);
  const scale = Math.max(Math.abs(p), most);
  const z = (p / scale) * p + (most / scale) * least;
  if (z >= 4 * Number.EPSILON) {
    const root = p + withSign(Math.sqrt(scale) * Math.sqrt(z), p);
    const length = Math.hypot(c, root);
    return {
      a: d + root,
      b: b - c,
      c: 0,
      d: d - (most / root) * least,
      cosine: root / length,
      sine: c / length,
    };
  }
  return nearlyEqual(a, b, c, d);
}

/** Complex or nearly equal eigenvalues: the diagonal is made equal first. */
function nearlyEqual(a: number, b: number, c: number, d: number): Block {
  const sigma = b + c;
  const apart = a - d;
  const length = Math.hypot(sigma, apart);
  let cosine = Math.sqrt(0.5 * (1 + Math.abs(sigma) / length));
  let sine = -((0.5 * apart) / (length * cosine)) * withSign(1, sigma);
  const [aa, bb] = [a * cosine + b * sine, -a * sine + b * cosine];
  const [cc, dd] = [c * cosine + d * sine, -c * sine + d * cosine];
  const [upper, lower] = [bb * cosine + dd * sine, -aa * sine + cc * cosine];
  const middle = 0.5 * (aa * cosine + cc * sine + (-bb * sine + dd * cosine));
  if (lower === 0) return { a: middle, b: upper, c: 0, d: middle, cosine, sine };
  if (upper === 0) return { a: middle, b: -lower, c: 0, d: middle, cosine: -sine, sine: cosine };
  if (withSign(1, upper) !== withSign(1, lower))
    return { a: middle, b: upper, c: lower, d: middle, cosine, sine };
  const [rootB, rootC] = [Math.sqrt(Math.abs(upper)), Math.sqrt(Math.abs(lower))];
  const p = withSign(rootB * rootC, lower);
  const tau = 1 / Math.sqrt(Math.abs(upper + lower));
  const [c1, s1] = [rootB * tau, rootC * tau];
  [cosine, sine] = [cosine * c1 - sine * s1, cosine * s1 + sine * c1];
  return { a: middle + p, b: upper - lower, c: 0, d: middle - p, cosine, sine };
}
