/** Large letters and small windows: text at 200 %, and a window of 1280 by 1024 at 400 %, lose nothing. */
import { expect, type Page, test } from '@playwright/test';
import { pagePaths } from './built-site.ts';
import { lostContent } from './lost-content.ts';
import { theSection } from './site.ts';
import { chooseTextSize } from './text-size.ts';
import { readThrough } from './watch-page.ts';

test.describe.configure({ timeout: 120_000 });

/** Opens all that is folded: notes of lines, entries of the reference, tables, numbers. */
async function openAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const program of document.querySelectorAll('.program')) {
      const lines = [...program.querySelectorAll<HTMLElement>('.line.explained > a')];
      lines.at(-1)?.click();
    }
    for (const folded of document.querySelectorAll('details')) folded.open = true;
  });
}

/** A first visit over a slow link is drawn in the fonts of the device. */
const FONTS = [
  { fonts: 'here', drawn: '' },
  { fonts: 'late', drawn: ', in the fonts of the device' },
] as const;

async function blockFonts(page: Page): Promise<void> {
  await page.route('**/*.woff2', (route) => route.abort());
}

const VIEWS = [
  { what: '400 % zoom', width: 320, height: 256, text: 100 },
  { what: 'text at 200 % on a laptop', width: 1280, height: 1024, text: 200 },
  { what: 'text at 200 % on a tablet', width: 768, height: 1024, text: 200 },
  { what: 'text at 200 % on a phone', width: 360, height: 740, text: 200 },
] as const;

/** Waits until nothing has changed its place for some frames: fields follow the cells that they lie on. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    const places = () =>
      [...document.querySelectorAll('.widget input')]
        .map((field) => field.getBoundingClientRect())
        .map(({ x, y, width }) => `${x} ${y} ${width}`)
        .join();
    for (let [seen, still] = ['', 0]; still < 5; ) {
      await frame();
      const now = places();
      still = now === seen ? still + 1 : 0;
      seen = now;
    }
  });
}

async function show(page: Page, { width, height, text }: (typeof VIEWS)[number]): Promise<void> {
  await chooseTextSize(page, text);
  await page.setViewportSize({ width, height });
  await expect(page.locator(':root')).toHaveCSS('font-size', `${(16 * text) / 100}px`);
  await settled(page);
}

for (const { fonts, drawn } of FONTS)
  for (const path of pagePaths)
    test(`nothing of /${path} is lost at 400 % zoom and with text at 200 %${drawn}`, async ({ page }) => {
      if (fonts === 'late') await blockFonts(page);
      await show(page, VIEWS[0]);
      await page.goto(`/${path}`);
      await readThrough(page);
      await openAll(page);
      for (const view of VIEWS) {
        await show(page, view);
        expect(await lostContent(page), view.what).toEqual([]);
      }
    });

test('the twins side by side are within reach at 400 % zoom and with text at 200 %', async ({ page }) => {
  await show(page, VIEWS[0]);
  await page.goto(theSection().url);
  await readThrough(page);
  const listings = page.locator('.listing');
  for (const listing of await listings.all())
    await listing.locator('.tab', { hasText: 'Side by side' }).click();
  await expect(page.locator('.twins table')).toHaveCount(await listings.count());
  for (const view of VIEWS) {
    await show(page, view);
    expect(await lostContent(page), view.what).toEqual([]);
  }
});
