/** Labels as they are drawn, in the fonts of the page and at three widths, cover neither each other nor what can be moved. */
import { expect, type Page, test } from '@playwright/test';
import fc from 'fast-check';
import { numberText } from '../../src/explain/index.ts';
import { type BoxPx, boxesOverlap, coversCircle, type PointPx } from '../../src/geometry/index.ts';
import { labelledTicks } from '../../src/widgets/base/index.ts';
import { LABELLED, type LabelledPicture } from '../widgets/label-states.ts';
import { openAlone } from './widget-page.ts';

/** Widths of a window whose drawing is 320, 560 and about 900 pixels wide: one for each size of text. */
const WIDTHS = [320, 560, 1480];
const STATES = 500;
/** Any seed will do; the states of the unit test differ from run to run. */
const SEED = 14;

type Drawn = { readonly className: string; readonly text: string };
/** The ink of a text that is drawn at 0, 0, in the units of the drawing. */
type Ink = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** Draws each text in the plane of the page, as the page draws it, and measures what is inked. */
function measure(page: Page, texts: readonly Drawn[]): Promise<readonly Ink[]> {
  return page.evaluate(async (all) => {
    await document.fonts.ready;
    const plane = document.querySelector('svg.plane');
    const paint = document.createElement('canvas').getContext('2d');
    if (plane === null || paint === null) throw new Error('The page has no plane.');
    const drawn = all.map(({ className, text }) => {
      const element = document.createElementNS('http://www.w3.org/2000/svg', 'text');
      element.setAttribute('class', className);
      if (className !== 'plane-tick') element.setAttribute('dominant-baseline', 'central');
      element.textContent = text;
      plane.append(element);
      return element;
    });
    const inks = drawn.map((element) => {
      const { x, y, width } = element.getBBox();
      const { font } = getComputedStyle(element);
      paint.font = font;
      const line = paint.measureText(element.textContent);
      const baseline = y + line.fontBoundingBoxAscent;
      return {
        left: x,
        right: x + width,
        top: baseline - line.actualBoundingBoxAscent,
        bottom: baseline + line.actualBoundingBoxDescent,
      };
    });
    for (const element of drawn) element.remove();
    return inks;
  }, texts);
}

const CLASSES = { value: 'plane-label', name: 'arrow-name' } as const;

/** The texts of a picture and where they stand: labels by their middle, ticks by their baseline. */
function textsOf({ plane, labels }: LabelledPicture): readonly (Drawn & { at: PointPx; shift: number })[] {
  return [
    ...labels.map(({ text, kind, at }) => ({ className: CLASSES[kind], text, at, shift: -0.5 })),
    ...labelledTicks(plane).map(({ value, at, anchor }) => ({
      className: 'plane-tick',
      text: numberText(value),
      at,
      shift: anchor === 'end' ? -1 : -0.5,
    })),
  ];
}

test('the labels of 500 states of each picture stand apart at three widths', async ({ page }) => {
  const pictures = [...LABELLED].flatMap(([name, { states, known }]) =>
    [...known, ...fc.sample(states, { numRuns: STATES, seed: SEED })].map((picture) => ({ name, picture })),
  );
  const keyOf = ({ className, text }: Drawn) => `${className} ${text}`;
  const texts = [
    ...new Map(
      pictures.flatMap(({ picture }) => textsOf(picture).map((each) => [keyOf(each), each])),
    ).values(),
  ];
  await openAlone(page, 'vector');
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const inks = await measure(
      page,
      texts.map(({ className, text }) => ({ className, text })),
    );
    const inkOf = new Map(texts.map((each, k) => [keyOf(each), inks[k]]));
    const faults = pictures.flatMap(({ name, picture }) => {
      const placed = textsOf(picture).map((each) => {
        const ink = inkOf.get(keyOf(each));
        if (ink === undefined) throw new Error(`${each.text} was not measured.`);
        const widthPx = ink.right - ink.left;
        const middle: PointPx = [
          each.at[0] + (0.5 + each.shift) * widthPx,
          each.at[1] + (ink.top + ink.bottom) / 2,
        ];
        return { text: each.text, box: { at: middle, widthPx, heightPx: ink.bottom - ink.top } };
      });
      return placed.slice(0, picture.labels.length).flatMap(({ text, box }, k): string[] => {
        const covered = placed.slice(k + 1).filter((other) => boxesOverlap(box, other.box));
        return [
          ...covered.map((other) => `${name}: "${text}" and "${other.text}"`),
          ...(picture.circles.some((circle) => coversCircle(box, circle))
            ? [`${name}: "${text}", a point`]
            : []),
          ...(isInside(box, picture.plane) ? [] : [`${name}: "${text}", the edge`]),
        ];
      });
    });
    expect(faults, `at ${width} pixels`).toEqual([]);
  }
});

function isInside({ at, widthPx, heightPx }: BoxPx, frame: { widthPx: number; heightPx: number }): boolean {
  return (
    at[0] - widthPx / 2 >= 0 &&
    at[0] + widthPx / 2 <= frame.widthPx &&
    at[1] - heightPx / 2 >= 0 &&
    at[1] + heightPx / 2 <= frame.heightPx
  );
}
