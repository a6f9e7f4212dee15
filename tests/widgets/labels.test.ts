/** No label of a picture covers another, a tick's number or the edge, in any state. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberText } from '../../src/explain/index.ts';
import { type BoxPx, boxesOverlap, type Plane, reachFor } from '../../src/geometry/index.ts';
import { labelledTicks, labelSize, type PlacedLabel, planeFor } from '../../src/widgets/base/index.ts';
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

/** What the narrowest drawing's text has of its size in drawings of three widths: 320, 560 and 900 pixels (plane.css). */
const SCALES = [1, 14.25 / 15.5, 11 / 15.5];

function expectApart(plane: Plane, labels: readonly PlacedLabel[]): void {
  const ticks = labelledTicks(plane).map(({ value, at: [x, y], anchor }): BoxPx => {
    const size = labelSize({ text: numberText(value), kind: 'value' });
    return { ...size, at: [anchor === 'end' ? x - size.widthPx / 2 : x, y - 4] };
  });
  for (const scale of SCALES) {
    const boxes = labels.map((label): BoxPx => {
      const { widthPx, heightPx } = labelSize(label);
      return { at: label.at, widthPx: widthPx * scale, heightPx: heightPx * scale };
    });
    const faults = boxes.filter(
      (box, k) =>
        [...boxes.slice(0, k), ...ticks].some((other) => boxesOverlap(box, other)) ||
        Math.abs(box.at[0] - plane.widthPx / 2) * 2 + box.widthPx > plane.widthPx ||
        Math.abs(box.at[1] - plane.heightPx / 2) * 2 + box.heightPx > plane.heightPx,
    );
    expect(faults).toEqual([]);
  }
}

const RUNS = { numRuns: 500 };

describe('the labels of a picture stand apart', () => {
  it('of one vector', () => {
    fc.assert(
      fc.property(point, (v) => {
        const plane = planeFor(reachFor(Math.max(...v.map(Math.abs)), 5));
        expectApart(plane, vectorLabels(plane, v, factsOf(v)));
      }),
      { ...RUNS, examples: [[[-8, 0.1]], [[0, 0]], [[1e6, 1e6]]] },
    );
  });

  it('of operands and their result', () => {
    const modes = fc.constantFrom('sum', 'difference', 'multiple');
    fc.assert(
      fc.property(modes, point, point, quantity, (mode, a, b, c) => {
        const state = { mode, v: a, a, b, c };
        const plane = planeFor(reachFor(farthest(state), 5));
        const picture = operandPicture(plane, mode, a, b, resultOf(state) ?? [0, 0], 1);
        expectApart(plane, operandLabels(plane, state, picture));
      }),
      { ...RUNS, examples: [['difference', [3, 2], [3, 2], 1]] },
    );
  });

  it('of two vectors, their angle and the shadow', () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        const plane = planeFor(reachFor(Math.max(...[...a, ...b].map(Math.abs)), 5));
        expectApart(plane, dotLabels(plane, { a, b }, dotFacts({ a, b })));
      }),
      RUNS,
    );
  });

  it('of a transformed plane', () => {
    fc.assert(
      fc.property(fc.tuple(point, point), point, point, (W, b, x) => {
        const state = { ...startTransform({ x }), W, b };
        const plane = planeFor(reachFor(farthestOfTransform(state), 4));
        const picture = transformPicture(plane, W, b, x);
        expectApart(plane, transformLabels(plane, picture, state, transformFacts(state), 1));
      }),
      RUNS,
    );
  });

  it('and the start of each widget has all of them', () => {
    const plane = planeFor(5);
    const v = [3, 4] as const;
    expect(vectorLabels(plane, v, factsOf(v)).map(({ text }) => text)).toEqual(
      expect.arrayContaining(['v', '‖v‖ = 5', 'v₀ = 3', 'v₁ = 4', '≈ 53.13°', 'v\u0302']),
    );
    const state = { a: [3, 2], b: [1, 4] } as const;
    expect(dotLabels(plane, state, dotFacts(state))).toHaveLength(4);
  });
});

describe('the grid of a nearly singular plane', () => {
  it.each([
    [
      [1, 2],
      [2, 4.0001],
    ],
    [
      [-4, 4],
      [4, -3.9],
    ],
    [
      [1, 2],
      [2, 4],
    ],
  ] as const)('keeps its lines apart: %j', (...W) => {
    const plane = planeFor(5);
    const { lines } = transformPicture(plane, W, [0, 0], [2, 1]);
    const count = lines.split('M').length - 1;
    expect(count).toBeLessThan(20);
    expect(count).toBeGreaterThan(1);
  });
});
