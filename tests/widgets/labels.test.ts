/** No label of a picture covers another, a tick's number, a handle, a point or the edge, in any state. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberText } from '../../src/explain/index.ts';
import { type BoxPx, boxesOverlap, coversCircle } from '../../src/geometry/index.ts';
import { HANDLE_RADIUS_PX, labelledTicks, labelSize, planeFor } from '../../src/widgets/base/index.ts';
import { dotFacts, dotLabels } from '../../src/widgets/dot-product/pure.ts';
import { transformPicture } from '../../src/widgets/matrix-transform/pure.ts';
import { factsOf, vectorLabels } from '../../src/widgets/vector/pure.ts';
import { LABELLED, type LabelledPicture, pictureOfTransform } from './label-states.ts';

/** The faults of a picture whose labels take the most room that they can: tests/e2e/widgets-labels.spec.ts measures them. */
function faultsOf({ plane, labels, circles }: LabelledPicture): readonly BoxPx[] {
  const ticks = labelledTicks(plane).map(({ value, at: [x, y], anchor }): BoxPx => {
    const size = labelSize({ text: numberText(value), kind: 'value' });
    return { ...size, at: [anchor === 'end' ? x - size.widthPx / 2 : x, y - 4] };
  });
  const boxes = labels.map((label): BoxPx => ({ at: label.at, ...labelSize(label) }));
  return boxes.filter(
    (box, k) =>
      [...boxes.slice(0, k), ...ticks].some((other) => boxesOverlap(box, other)) ||
      circles.some((circle) => coversCircle(box, circle)) ||
      Math.abs(box.at[0] - plane.widthPx / 2) * 2 + box.widthPx > plane.widthPx ||
      Math.abs(box.at[1] - plane.heightPx / 2) * 2 + box.heightPx > plane.heightPx,
  );
}

describe('the labels of a picture stand apart', () => {
  it.each([...LABELLED])('of %s', (_, { states, known }) => {
    for (const picture of known) expect(faultsOf(picture)).toEqual([]);
    fc.assert(
      fc.property(states, (picture) => {
        expect(faultsOf(picture)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('and a handle is not larger than what they keep clear of', () => {
    const css = readFileSync('src/widgets/base/handle.css', 'utf8');
    const dots = [...css.matchAll(/\.handle-dot \{\s*r: ([\d.]+)px/g)].map(([, radius]) => Number(radius));
    expect(dots).toHaveLength(4);
    expect(Math.max(...dots) + 1.5).toBeLessThanOrEqual(HANDLE_RADIUS_PX);
  });

  it('and the start of each widget has all of them', () => {
    const plane = planeFor(5);
    const v = [3, 4] as const;
    expect(vectorLabels(plane, v, factsOf(v)).map(({ text }) => text)).toEqual(
      expect.arrayContaining(['v', '‖v‖ = 5', 'v₀ = 3', 'v₁ = 4', '≈ 53.13°', 'v\u0302']),
    );
    const state = { a: [3, 2], b: [1, 4] } as const;
    expect(dotLabels(plane, state, dotFacts(state))).toHaveLength(4);
    expect(
      pictureOfTransform(
        [
          [1, 0],
          [0, 1],
        ],
        [0, 0],
        [3, 2],
      ).labels.map(({ text }) => text),
    ).toEqual(['We₀', 'We₁', 'x = Wx', '1']);
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
