/** The double-shift QR algorithm on a Hessenberg matrix: LAPACK's dlahqr. */
import { at, type Matrix, put } from '../matrix.ts';
import { standardBlock } from './standard-block.ts';

const ULP = Number.EPSILON;
const SMALLEST = 2 ** -1022;
const MOST_STEPS = 30;

/** Returns whether the element below the diagonal at `k` counts as 0, by the test of Ahues and Tisseur (LAWN 122). */
function isNegligible(h: Matrix, k: number, low: number, high: number): boolean {
  const below = Math.abs(at(h, k, k - 1));
  if (below <= SMALLEST * (h.rows / ULP)) return true;
  let near = Math.abs(at(h, k - 1, k - 1)) + Math.abs(at(h, k, k));
  if (near === 0) {
    if (k - 2 >= low) near += Math.abs(at(h, k - 1, k - 2));
    if (k + 1 <= high) near += Math.abs(at(h, k + 1, k));
  }
  if (below > ULP * near) return false;
  const above = Math.abs(at(h, k - 1, k));
  const [ab, ba] = [Math.max(below, above), Math.min(below, above)];
  const corner = Math.abs(at(h, k, k));
  const apart = Math.abs(at(h, k - 1, k - 1) - at(h, k, k));
  const [aa, bb] = [Math.max(corner, apart), Math.min(corner, apart)];
  const s = aa + ab;
  return ba * (ab / s) <= Math.max(SMALLEST * (h.rows / ULP), ULP * (bb * (aa / s)));
}

type Shifts = { readonly r1: number; readonly i1: number; readonly r2: number; readonly i2: number };

/** Returns the eigenvalues of the block at the end; the nearer one twice where they are real. */
function shiftsOf(h: Matrix, end: number, steps: number, start: number): Shifts {
  let [h11, h21, h12, h22] = [
    at(h, end - 1, end - 1),
    at(h, end, end - 1),
    at(h, end - 1, end),
    at(h, end, end),
  ];
  if (steps > 0 && steps % 20 === 0) {
    const s = Math.abs(at(h, end, end - 1)) + Math.abs(at(h, end - 1, end - 2 >= start ? end - 2 : end - 1));
    h11 = 0.75 * s + at(h, end, end);
    [h12, h21, h22] = [-0.4375 * s, s, h11];
  } else if (steps > 0 && steps % 10 === 0) {
    const s = Math.abs(at(h, start + 1, start)) + Math.abs(at(h, start + 2, start + 1));
    h11 = 0.75 * s + at(h, start, start);
    [h12, h21, h22] = [-0.4375 * s, s, h11];
  }
  const s = Math.abs(h11) + Math.abs(h12) + Math.abs(h21) + Math.abs(h22);
  if (s === 0) return { r1: 0, i1: 0, r2: 0, i2: 0 };
  [h11, h12, h21, h22] = [h11 / s, h12 / s, h21 / s, h22 / s];
  const middle = (h11 + h22) / 2;
  const determinant = (h11 - middle) * (h22 - middle) - h12 * h21;
  const root = Math.sqrt(Math.abs(determinant));
  if (determinant >= 0) return { r1: middle * s, i1: root * s, r2: middle * s, i2: -root * s };
  const [first, second] = [middle + root, middle - root];
  const chosen = (Math.abs(first - h22) <= Math.abs(second - h22) ? first : second) * s;
  return { r1: chosen, i1: 0, r2: chosen, i2: 0 };
}

/** Returns the first column of the shifted product at `m`, scaled. */
function columnAt(h: Matrix, m: number, { r1, i1, r2, i2 }: Shifts): [number, number, number] {
  const s = Math.abs(at(h, m, m) - r2) + Math.abs(i2) + Math.abs(at(h, m + 1, m));
  const below = at(h, m + 1, m) / s;
  const v1 = below * at(h, m, m + 1) + (at(h, m, m) - r1) * ((at(h, m, m) - r2) / s) - i1 * (i2 / s);
  const v2 = below * (at(h, m, m) + at(h, m + 1, m + 1) - r1 - r2);
  const v3 = below * at(h, m + 2, m + 1);
  const size = Math.abs(v1) + Math.abs(v2) + Math.abs(v3);
  return [v1 / size, v2 / size, v3 / size];
}

/** Returns a reflection that takes `v` to its first axis: its length there, tau, and the rest of its normal. */
function reflector(v: readonly number[]): { beta: number; tau: number; rest: number[] } {
  const [alpha = 0, ...others] = v;
  const norm = Math.hypot(...others);
  if (norm === 0) return { beta: alpha, tau: 0, rest: others.map(() => 0) };
  const beta = alpha < 0 ? Math.hypot(alpha, norm) : -Math.hypot(alpha, norm);
  return { beta, tau: (beta - alpha) / beta, rest: others.map((each) => each / (alpha - beta)) };
}

function sweep(h: Matrix, z: Matrix, start: number, end: number, m: number, first: readonly number[]): void {
  const n = h.rows;
  for (let k = m; k < end; k++) {
    const count = Math.min(3, end - k + 1);
    const v = k === m ? first.slice(0, count) : Array.from({ length: count }, (_, i) => at(h, k + i, k - 1));
    const { beta, tau, rest } = reflector(v);
    if (k > m) {
      put(h, k, k - 1, beta);
      put(h, k + 1, k - 1, 0);
      if (k < end - 1) put(h, k + 2, k - 1, 0);
    } else if (m > start) put(h, k, k - 1, at(h, k, k - 1) * (1 - tau));
    const normal = [1, ...rest];
    for (let j = k; j < n; j++) {
      const sum = normal.reduce((total, each, i) => total + each * at(h, k + i, j), 0);
      normal.forEach((each, i) => {
        put(h, k + i, j, at(h, k + i, j) - sum * tau * each);
      });
    }
    for (const [of, last] of [
      [h, Math.min(k + 3, end)],
      [z, n - 1],
    ] as const)
      for (let j = 0; j <= last; j++) {
        const sum = normal.reduce((total, each, i) => total + each * at(of, j, k + i), 0);
        normal.forEach((each, i) => {
          put(of, j, k + i, at(of, j, k + i) - sum * tau * each);
        });
      }
  }
}

function rotateBlock(h: Matrix, z: Matrix, i: number): { re: number; im: number }[] {
  const n = h.rows;
  const { a, b, c, d, cosine, sine } = standardBlock(
    at(h, i - 1, i - 1),
    at(h, i - 1, i),
    at(h, i, i - 1),
    at(h, i, i),
  );
  put(h, i - 1, i - 1, a);
  put(h, i - 1, i, b);
  put(h, i, i - 1, c);
  put(h, i, i, d);
  for (let j = i + 1; j < n; j++) {
    const [x, y] = [at(h, i - 1, j), at(h, i, j)];
    put(h, i - 1, j, cosine * x + sine * y);
    put(h, i, j, cosine * y - sine * x);
  }
  for (const [of, last] of [
    [h, i - 2],
    [z, n - 1],
  ] as const)
    for (let j = 0; j <= last; j++) {
      const [x, y] = [at(of, j, i - 1), at(of, j, i)];
      put(of, j, i - 1, cosine * x + sine * y);
      put(of, j, i, cosine * y - sine * x);
    }
  const im = c === 0 ? 0 : Math.sqrt(Math.abs(b)) * Math.sqrt(Math.abs(c));
  return [
    { re: a, im },
    { re: d, im: im === 0 ? 0 : -im },
  ];
}

/** Makes `h` triangular, but for blocks of complex pairs, turns `z` with it and returns the eigenvalues. */
export function francis(h: Matrix, z: Matrix, low: number, high: number): { re: number; im: number }[] {
  const values = Array.from({ length: h.rows }, (_, i) => ({ re: at(h, i, i), im: 0 }));
  let end = high;
  while (end >= low) {
    let start = low;
    for (let steps = 0; ; steps++) {
      if (steps > MOST_STEPS * Math.max(10, h.rows))
        throw new RangeError('the QR algorithm does not converge');
      let k = end;
      while (k > start && !isNegligible(h, k, low, high)) k--;
      start = k;
      if (start > low) put(h, start, start - 1, 0);
      if (start >= end - 1) break;
      const shifts = shiftsOf(h, end, steps, start);
      let m = end - 2;
      let v = columnAt(h, m, shifts);
      for (; m > start; v = columnAt(h, m, shifts)) {
        const small = Math.abs(at(h, m, m - 1)) * (Math.abs(v[1]) + Math.abs(v[2]));
        const near = Math.abs(at(h, m - 1, m - 1)) + Math.abs(at(h, m, m)) + Math.abs(at(h, m + 1, m + 1));
        if (small <= ULP * Math.abs(v[0]) * near) break;
        m--;
      }
      sweep(h, z, start, end, m, v);
    }
    if (start === end) values[end] = { re: at(h, end, end), im: 0 };
    else {
      const [first, second] = rotateBlock(h, z, end);
      if (first !== undefined && second !== undefined) [values[end - 1], values[end]] = [first, second];
    }
    end = start - 1;
  }
  return values;
}
