/** The matrix transform widget: what a 2×2 matrix, a bias and a second matrix do to the plane. Pure. */
import { core, explainDeterminant, explainEntry, type Worked } from '../../explain/index.ts';
import type { Matrix2, Point } from '../../geometry/index.ts';
import { about, equals, type Literal, rounded, type Twin } from '../base/index.ts';

/** Whether a second matrix V is applied, and when: VW applies W first, WV applies V first. */
export type Composition = 'W' | 'VW' | 'WV';

/** Matrices that come from one number: a rotation from its angle, a residual step I + εA from its ε. */
export type Family = 'free' | 'rotation' | 'residual';

export type TransformState = {
  readonly W: Matrix2;
  readonly V: Matrix2;
  readonly composition: Composition;
  /** The bias: where the origin goes. */
  readonly b: Point;
  /** The sample point whose image is followed. */
  readonly x: Point;
  readonly family: Family;
  /** The angle in degrees, or ε; without meaning for a free matrix. */
  readonly parameter: number;
};
export type TransformFigures = { readonly x: Point };

/** What the matrix and the bias do to the plane; `shift`: the matrix is the identity and the bias is not zero. */
export type Effect = 'identity' | 'shift' | 'keeps' | 'flips' | 'line' | 'point';

export type TransformFacts = {
  /** The matrix that acts in the end: W, or a product. */
  readonly M: Matrix2;
  readonly det: number;
  readonly image: Point;
  readonly effect: Effect;
  /** Both products, to compare; they differ for most matrices. */
  readonly products: { readonly VW: Matrix2; readonly WV: Matrix2; readonly areEqual: boolean };
};

/** Returns the book's starting state: the identity, which leaves every point where it is. */
export function startTransform({ x }: TransformFigures): TransformState {
  const W = asMatrix2(core.identity(2));
  return { W, V: SHEAR, composition: 'W', b: [0, 0], x, family: 'free', parameter: 0 };
}

export function transformFacts({ W, V, composition, b, x }: TransformState): TransformFacts {
  const [VW, WV] = [asMatrix2(core.matmul(V, W)), asMatrix2(core.matmul(W, V))];
  const M = { W, VW, WV }[composition];
  const det = core.det(M);
  return {
    M,
    det,
    image: imageOf(M, x, b),
    effect: effectOf(M, b, det),
    products: { VW, WV, areEqual: isSame(VW, WV, 2 * largestEntry(V) * largestEntry(W)) },
  };
}

/** How the image of x, with the bias where there is one, and the determinant come about. */
export function transformSums(state: TransformState, { M, det, image }: TransformFacts): readonly Worked[] {
  const { composition, x, b } = state;
  return [
    ...([0, 1] as const).map((k) => {
      const entry = { name: 'z', row: k, hue: 'z' } as const;
      return explainEntry(entry, M[k], x, ['w', 'x'], image[k], hasBias(state) ? b[k] : undefined);
    }),
    explainDeterminant(composition, M, det),
  ];
}

/** Returns whether the bias shifts anything. */
export function hasBias({ b }: Pick<TransformState, 'b'>): boolean {
  return b.some((component) => component !== 0);
}

/** Returns how far the picture must reach to show the point, its image, and the images of e₀ and e₁. */
export function farthest(state: TransformState): number {
  const { M, image } = transformFacts(state);
  const columns = M.flatMap((row, i) => row.map((entry) => entry + state.b[i as 0 | 1]));
  return Math.max(...[...state.x, ...image, ...state.b, ...columns].map(Math.abs));
}

/** Returns the matrix of a family at its parameter; nothing for a free one. */
export function familyMatrix(family: Family, parameter: number): Matrix2 | undefined {
  if (family === 'rotation') return asMatrix2(core.rotation(parameter));
  if (family === 'residual') return asMatrix2(core.plusScaled(core.identity(2), parameter, STEP));
  return undefined;
}

/** The A of the residual I + εA: a turn with some shear, so that small ε shows as a small change. */
const STEP: Matrix2 = [
  [0.5, -1],
  [1, 0],
];

/** The second matrix to start with: a shear along the other axis, which commutes with hardly anything. */
const SHEAR: Matrix2 = [
  [1, 0],
  [1, 1],
];

/** What the matrix does to the plane, said in words. */
export const EFFECTS: Readonly<Record<Effect, string>> = {
  identity: 'The identity: every point stays where it is.',
  shift: 'The identity and a bias: the whole plane is shifted and nothing else.',
  keeps: 'The plane keeps its orientation.',
  flips: 'The plane is turned over: its orientation is reversed.',
  line: 'Singular: the whole plane collapses onto a line.',
  point: 'The zero matrix: the whole plane collapses into one point.',
};

export function transformTwin(
  { composition, b, x }: TransformState,
  { M, det, image, effect }: TransformFacts,
): Twin {
  const [[m00, m01], [m10, m11]] = M;
  const shifted = hasBias({ b }) ? ` Then the bias ${about(b)} shifts everything.` : '';
  return {
    sentence:
      `${composition} ${equals(M)} sends e₀ to ${about([m00, m10])} and e₁ to ` +
      `${about([m01, m11])}.${shifted} The unit square's signed area becomes ${about(det)}. ` +
      `The point ${about(x)} goes to ${about(image)}. ${EFFECTS[effect]}`,
    head: ['Quantity', 'Value'],
    rows: [
      [`Image of e₀, column 0 of ${composition}`, rounded([m00, m10])],
      [`Image of e₁, column 1 of ${composition}`, rounded([m01, m11])],
      ['Bias b', rounded(b)],
      ['Determinant: signed area', rounded(det)],
      ['Point x', rounded(x)],
      ['Its image', rounded(image)],
    ],
  };
}

function largestEntry(M: Matrix2): number {
  return Math.max(...M.flat().map(Math.abs));
}

function effectOf(M: Matrix2, b: Point, det: number): Effect {
  const largest = largestEntry(M);
  if (largest === 0) return 'point';
  if (det === 0) return 'line';
  if (core.subtract(M.flat(), core.identity(2).flat()).every((entry) => entry === 0))
    return hasBias({ b }) ? 'shift' : 'identity';
  return det > 0 ? 'keeps' : 'flips';
}

/** Returns whether two products agree up to the rounding of their sums: entry by entry, within 4 units of roundoff of their size. */
function isSame(left: Matrix2, right: Matrix2, size: number): boolean {
  const differences = core.subtract(left.flat(), right.flat());
  return differences.every((difference) => Math.abs(difference) <= 4 * Number.EPSILON * size);
}

function asMatrix2(rows: readonly (readonly number[])[]): Matrix2 {
  const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = rows;
  return [
    [a, b],
    [c, d],
  ];
}

/** Mx + b, each component without what only rounding leaves of its terms. */
function imageOf(M: Matrix2, x: Point, b: Point): Point {
  return asPoint(M.map((row, k) => core.withoutRounding([...core.multiply(row, x), b[k as 0 | 1]])));
}

function asPoint([x = Number.NaN, y = Number.NaN]: readonly number[]): Point {
  return [x, y];
}

/** Returns the state by the names of the chapter's listing. */
export function transformLiterals({ W, b, x }: TransformState): readonly Literal[] {
  return [
    { name: 'W', value: W },
    { name: 'b', value: b },
    { name: 'x', value: x },
  ];
}
