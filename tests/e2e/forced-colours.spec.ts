/** Where the system chooses the colours, what is told by a look is still told: nothing by a ground or a shadow that is gone. */
import { expect, type Page, test } from '@playwright/test';
import { theSection } from './site.ts';
import { readThrough } from './watch-page.ts';

const PAIRS = [
  ['the chosen library', '.tab:has(:checked) span', '.tab:not(:has(:checked)) span'],
  ['the chosen line', '.line.chosen', '.line.explained:not(.chosen)'],
  ['the part being read', '.at-side [aria-current]', '.at-side a:not([aria-current])'],
  ['the chosen mode', '.choice :checked + span', '.choice :not(:checked) + span'],
  [
    'a button that leads no farther',
    '.widget [aria-disabled="true"]',
    '.widget button[aria-disabled="false"]',
  ],
  ['a place in memory', '[data-shade="7"]', '[data-shade="0"]'],
  [
    'a cell in use',
    '[data-mark="active"] > .matrix-value',
    '.matrix-steady:not([data-mark]) > .matrix-value',
  ],
  [
    'a cell just computed',
    '[data-mark="result"] > .matrix-value',
    '.matrix-steady:not([data-mark]) > .matrix-value',
  ],
  [
    'a repeated cell',
    '[data-mark="ghost"] > .matrix-value',
    '.matrix-steady:not([data-mark]) > .matrix-value',
  ],
  [
    'a silent cell',
    '[data-mark="silent"] > .matrix-value',
    '.matrix-steady:not([data-mark]) > .matrix-value',
  ],
] as const;

/** How an element is drawn, as far as forced colours leave it. */
function look(selector: string): string {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`The page has no ${selector}.`);
  const style = getComputedStyle(element);
  const ground = getComputedStyle(document.documentElement).backgroundColor;
  const border = (['Top', 'Right', 'Bottom', 'Left'] as const).map((side) => {
    const [width, colour] = [style[`border${side}Width`], style[`border${side}Color`]];
    return Number.parseFloat(width) > 0 && colour !== ground ? `${width} ${colour}` : 'none';
  });
  const outline = style.outlineStyle === 'none' ? 'none' : style.outline;
  return [...border, outline, style.color, style.backgroundColor, style.textDecorationLine].join('; ');
}

const lookOf = (page: Page, selector: string) => page.evaluate(look, selector);

/** Shapes of the pictures that have the colour of the ground. */
function drawnUnseen(): string[] {
  const ground = getComputedStyle(document.documentElement).backgroundColor;
  const shapes = [...document.querySelectorAll<SVGElement>('.widget svg :is(path, circle, rect, line)')];
  const drawn = shapes.filter((shape) => !shape.closest('.handles, defs') && shape.checkVisibility());
  const isInk = (colour: string) => colour !== 'none' && colour !== ground && !/^rgba.* 0\)$/.test(colour);
  return drawn
    .filter((shape) => {
      const { fill, stroke } = getComputedStyle(shape);
      return !isInk(fill) && !isInk(stroke);
    })
    .map((shape) => shape.outerHTML.slice(0, 80));
}

test.use({ forcedColors: 'active', viewport: { width: 1366, height: 800 } });

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`with ${colorScheme} system colours`, () => {
    test.use({ colorScheme });

    test('what is drawn stands out from the ground, and what is chosen, in use or of no use from the rest', async ({
      page,
    }) => {
      await page.goto(theSection().url);
      await readThrough(page);
      expect(await page.evaluate(drawnUnseen)).toEqual([]);
      // What is computed step by step begins before its first value: one step leaves an entry just computed, the last a silent unit.
      const press = (name: string, button: string) =>
        page.locator(`[data-widget="${name}"]`).getByRole('button', { name: button }).click();
      await press('matmul', 'Step');
      await press('forward', 'Last');
      for (const mark of ['result', 'silent'])
        await expect(page.locator(`[data-mark="${mark}"]`).first()).toBeAttached();
      for (const [what, told, rest] of PAIRS)
        expect(await lookOf(page, told), what).not.toBe(await lookOf(page, rest));
    });
  });
}
