/**
 * Eigenvalues and eigenvectors of a symmetric matrix, from its lower triangle: reflected to tridiagonal form as LAPACK's
 * dsytrd does, then diagonalised by the implicit QL and QR iterations of its dsteqr, so that the signs of the vectors are
 * LAPACK's (Golub and Van Loan, Matrix Computations, section 8.3).
 */
import { work } from '../meter/index.ts';
import { at, copyOf, identity, type Matrix, put } from './matrix.ts';
import { reflect, reflectionFor } from './qr.ts';

/** Sweeps for each eigenvalue before the iteration is given up. */
const MOST_SWEEPS = 30;

type Tridiagonal = { readonly diagonal: number[]; readonly below: number[]; readonly vectors: Matrix };

function tridiagonal(a: Matrix): Tridiagonal {
  const n = a.rows;
  const rest = copyOf(a);
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) put(rest, j, i, at(rest, i, j));
  const below: number[] = [];
  const reflections: ReturnType<typeof reflectionFor>[] = [];
  for (let k = 0; k + 1 < n; k++) {
    const reflection = reflectionFor(rest, k + 1, k);
    below.push(reflection.beta);
    reflections.push(reflection);
    reflect(rest, reflection);
    reflectRight(rest, reflection);
  }
  const vectors = identity(n);
  for (const reflection of reflections.reverse()) reflect(vectors, reflection);
  return { diagonal: Array.from({ length: n }, (_, i) => at(rest, i, i)), below, vectors };
}

/** Reflects the rows: a · (I − τ v vᵀ). */
function reflectRight(a: Matrix, { from, tau, vector }: ReturnType<typeof reflectionFor>): void {
  for (let i = 0; i < a.rows; i++) {
    work(2 * vector.length);
    let sum = 0;
    vector.forEach((v, j) => {
      sum += v * at(a, i, from + j);
    });
    vector.forEach((v, j) => {
      put(a, i, from + j, at(a, i, from + j) - tau * v * sum);
    });
  }
}

/** Returns the rotation [c s; −s c] that sends (f, g) to (r, 0), as LAPACK's dlartg. */
function rotation(f: number, g: number): { c: number; s: number; r: number } {
  if (g === 0) return { c: 1, s: 0, r: f };
  if (f === 0) return { c: 0, s: Math.sign(g), r: Math.abs(g) };
  const r = Math.sign(f) * Math.hypot(f, g);
  return { c: Math.abs(f) / Math.abs(r), s: g / r, r };
}

/** Columns `j` and `j + 1` of the vectors rotated. */
function rotate(vectors: Matrix, j: number, c: number, s: number): void {
  work(vectors.rows);
  for (let i = 0; i < vectors.rows; i++) {
    const next = at(vectors, i, j + 1);
    const here = at(vectors, i, j);
    put(vectors, i, j + 1, c * next - s * here);
    put(vectors, i, j, s * next + c * here);
  }
}

/** Eigenvalues and the vector of the first, of [a b; b c]: LAPACK's dlaev2. */
function twoByTwo(a: number, b: number, c: number) {
  const sum = a + c;
  const difference = a - c;
  const root = Math.hypot(difference, 2 * b);
  const [large, small] = Math.abs(a) > Math.abs(c) ? [a, c] : [c, a];
  const side = sum < 0 ? -1 : 1;
  const first = sum === 0 ? 0.5 * root : 0.5 * (sum + side * root);
  const second = sum === 0 ? -0.5 * root : (large / first) * small - (b / first) * b;
  const turn = difference >= 0 ? 1 : -1;
  const cs = difference + turn * root;
  let [c1, s1] = [1, 0];
  if (Math.abs(cs) > Math.abs(2 * b)) {
    const cotangent = (-2 * b) / cs;
    s1 = 1 / Math.sqrt(1 + cotangent * cotangent);
    c1 = cotangent * s1;
  } else if (b !== 0) {
    const tangent = -cs / (2 * b);
    c1 = 1 / Math.sqrt(1 + tangent * tangent);
    s1 = tangent * c1;
  }
  return side === turn ? { first, second, c: -s1, s: c1 } : { first, second, c: c1, s: s1 };
}

/** `size` with the sign of `like`, that of a zero included, as Fortran's SIGN. */
const signed = (size: number, like: number): number => (like < 0 || Object.is(like, -0) ? -size : size);

const small = (below: number, a: number, b: number): boolean =>
  below * below <= Number.EPSILON * Number.EPSILON * 0.25 * Math.abs(a) * Math.abs(b) + Number.MIN_VALUE;

/** One block of the tridiagonal matrix, from `start` to `end`, diagonalised from the end with the smaller element. */
function diagonalise({ diagonal: d, below: e, vectors }: Tridiagonal, start: number, end: number): void {
  const value = (list: readonly number[], i: number): number => list[i] as number;
  const down = Math.abs(value(d, end)) >= Math.abs(value(d, start));
  const last = down ? end : start;
  let l = down ? start : end;
  for (let sweep = 0; down ? l <= last : l >= last; ) {
    let m = l;
    if (down) while (m < last && !small(value(e, m), value(d, m), value(d, m + 1))) m++;
    else while (m > last && !small(value(e, m - 1), value(d, m), value(d, m - 1))) m--;
    if (m === l) {
      l += down ? 1 : -1;
      continue;
    }
    if (m !== last) e[down ? m : m - 1] = 0;
    if (Math.abs(m - l) === 1) {
      const low = Math.min(l, m);
      const { first, second, c, s } = twoByTwo(value(d, low), value(e, low), value(d, low + 1));
      rotate(vectors, low, c, s);
      [d[low], d[low + 1], e[low]] = [first, second, 0];
      l += down ? 2 : -2;
      continue;
    }
    if (++sweep > MOST_SWEEPS * d.length) return;
    if (down) sweepDown(d, e, vectors, l, m);
    else sweepUp(d, e, vectors, l, m);
  }
}

/** One QL step on rows `l` to `m`. */
function sweepDown(d: number[], e: number[], vectors: Matrix, l: number, m: number): void {
  const value = (list: readonly number[], i: number): number => list[i] as number;
  const p = value(d, l);
  const half = (value(d, l + 1) - p) / (2 * value(e, l));
  const r = Math.hypot(half, 1);
  let g = value(d, m) - p + value(e, l) / (half + signed(r, half));
  let [s, c, shift] = [1, 1, 0];
  const turns: [number, number, number][] = [];
  for (let i = m - 1; i >= l; i--) {
    const f = s * value(e, i);
    const b = c * value(e, i);
    const turn = rotation(g, f);
    [c, s] = [turn.c, turn.s];
    if (i !== m - 1) e[i + 1] = turn.r;
    g = value(d, i + 1) - shift;
    const rest = (value(d, i) - g) * s + 2 * c * b;
    shift = s * rest;
    d[i + 1] = g + shift;
    g = c * rest - b;
    turns.push([i, c, -s]);
  }
  for (const [i, cosine, sine] of turns) rotate(vectors, i, cosine, sine);
  d[l] = value(d, l) - shift;
  e[l] = g;
}

/** One QR step on rows `m` to `l`. */
function sweepUp(d: number[], e: number[], vectors: Matrix, l: number, m: number): void {
  const value = (list: readonly number[], i: number): number => list[i] as number;
  const p = value(d, l);
  const half = (value(d, l - 1) - p) / (2 * value(e, l - 1));
  const r = Math.hypot(half, 1);
  let g = value(d, m) - p + value(e, l - 1) / (half + signed(r, half));
  let [s, c, shift] = [1, 1, 0];
  const turns: [number, number, number][] = [];
  for (let i = m; i < l; i++) {
    const f = s * value(e, i);
    const b = c * value(e, i);
    const turn = rotation(g, f);
    [c, s] = [turn.c, turn.s];
    if (i !== m) e[i - 1] = turn.r;
    g = value(d, i) - shift;
    const rest = (value(d, i + 1) - g) * s + 2 * c * b;
    shift = s * rest;
    d[i] = g + shift;
    g = c * rest - b;
    turns.push([i, c, s]);
  }
  for (const [i, cosine, sine] of turns) rotate(vectors, i, cosine, sine);
  d[l] = value(d, l) - shift;
  e[l - 1] = g;
}

/** Returns the eigenvalues from the smallest, and the vectors as columns. */
export function eigh(a: Matrix): { values: Float64Array; vectors: Matrix } {
  const form = tridiagonal(a);
  const { diagonal: d, below: e, vectors } = form;
  const n = a.rows;
  for (let start = 0; start < n; ) {
    let end = start;
    while (end + 1 < n && !small(e[end] as number, d[end] as number, d[end + 1] as number)) end++;
    if (end > start) diagonalise(form, start, end);
    start = end + 1;
  }
  const order = d.map((_, i) => i).sort((i, j) => (d[i] as number) - (d[j] as number) || i - j);
  const sorted = copyOf(vectors);
  order.forEach((from, to) => {
    for (let i = 0; i < n; i++) put(sorted, i, to, at(vectors, i, from));
  });
  return { values: Float64Array.from(order.map((i) => d[i] as number)), vectors: sorted };
}
