/** The pictures that have labels, in random states: what is drawn in them, and where their labels stand. */
import fc from 'fast-check';
import { type CirclePx, type Plane, type Point, reachFor } from '../../src/geometry/index.ts';
import { type PlacedLabel, planeFor } from '../../src/widgets/base/index.ts';
import { dotFacts, dotLabels } from '../../src/widgets/dot-product/pure.ts';
import {
  farthest as farthestOfTransform,
  startTransform,
  transformFacts,
  transformLabels,
  transformPicture,
} from '../../src/widgets/matrix-transform/pure.ts';
import {
  factsOf,
  farthest,
  operandLabels,
  operandPicture,
  resultOf,
  vectorLabels,
} from '../../src/widgets/vector/pure.ts';
import { point, quantity } from './arbitraries.ts';

export type LabelledPicture = {
  readonly plane: Plane;
  readonly labels: readonly PlacedLabel[];
  /** What no label may cover besides other labels: handles with their rings, and points. */
  readonly circles: readonly CirclePx[];
};

/** The radius of a handle that is focused at the narrowest width (handle.css), in the units of a drawing. */
const HANDLE = 10.5 + 1.5;
const largest = (...points: readonly Point[]) => Math.max(...points.flat().map(Math.abs));

function handles(plane: Plane, ...points: readonly Point[]): CirclePx[] {
  return points.map((at) => ({ at: plane.toPx(at), radiusPx: HANDLE }));
}

export function pictureOfVector(v: Point): LabelledPicture {
  const plane = planeFor(reachFor(largest(v), 5));
  return { plane, labels: vectorLabels(plane, v, factsOf(v)), circles: handles(plane, v) };
}

export function pictureOfOperands(
  mode: 'sum' | 'difference' | 'multiple',
  a: Point,
  b: Point,
  c: number,
): LabelledPicture {
  const state = { mode, v: a, a, b, c };
  const plane = planeFor(reachFor(farthest(state), 5));
  const picture = operandPicture(plane, mode, a, b, resultOf(state) ?? [0, 0], 1);
  const moved = mode === 'multiple' ? [a] : [a, b];
  return { plane, labels: operandLabels(plane, state, picture), circles: handles(plane, ...moved) };
}

export function pictureOfDot(a: Point, b: Point): LabelledPicture {
  const plane = planeFor(reachFor(largest(a, b), 5));
  return { plane, labels: dotLabels(plane, { a, b }, dotFacts({ a, b })), circles: handles(plane, a, b) };
}

export function pictureOfTransform(W: readonly [Point, Point], b: Point, x: Point): LabelledPicture {
  const state = { ...startTransform({ x }), W, b };
  const plane = planeFor(reachFor(farthestOfTransform(state), 4));
  const facts = transformFacts(state);
  const picture = transformPicture(plane, W, b, x);
  const columns = ([0, 1] as const).map((k): Point => [W[0][k] + b[0], W[1][k] + b[1]]);
  return {
    plane,
    labels: transformLabels(plane, picture, state, facts, 1),
    circles: [...handles(plane, x, ...columns), { at: plane.toPx(facts.image), radiusPx: 6 }],
  };
}

/** Each kind of picture with labels, in any state, and states that were once drawn with labels over each other. */
export const LABELLED: ReadonlyMap<
  string,
  { readonly states: fc.Arbitrary<LabelledPicture>; readonly known: readonly LabelledPicture[] }
> = new Map([
  [
    'one vector',
    {
      states: point.map(pictureOfVector),
      known: (
        [
          [-8, 0.1],
          [0, 0],
          [1e6, 1e6],
          [0.1, 0.1],
        ] as const
      ).map(pictureOfVector),
    },
  ],
  [
    'operands and their result',
    {
      states: fc
        .tuple(fc.constantFrom('sum', 'difference', 'multiple'), point, point, quantity)
        .map((state) => pictureOfOperands(...state)),
      known: [pictureOfOperands('difference', [3, 2], [3, 2], 1)],
    },
  ],
  [
    'two vectors, their angle and the shadow',
    {
      states: fc.tuple(point, point).map((state) => pictureOfDot(...state)),
      known: [pictureOfDot([3, 2], [3, 2])],
    },
  ],
  [
    'a transformed plane',
    {
      states: fc.tuple(fc.tuple(point, point), point, point).map((state) => pictureOfTransform(...state)),
      known: [
        pictureOfTransform(
          [
            [1, 2],
            [2, 4.0001],
          ],
          [0, 0],
          [2, 1],
        ),
        pictureOfTransform(
          [
            [-4, 4],
            [4, -3.9],
          ],
          [0, 0],
          [2, 1],
        ),
      ],
    },
  ],
]);
