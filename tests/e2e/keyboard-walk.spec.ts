/** Every page is walked through with the Tab key: each stop is plain to see, and they come in the order of reading. */
import { expect, type Page, test } from '@playwright/test';
import { pagePaths } from './built-site.ts';
import { type FocusStop, focusStop } from './focus-stop.ts';
import { readThrough } from './watch-page.ts';

test.describe.configure({ timeout: 180_000 });

/** More stops than any page has. */
const ENOUGH = 1000;

async function walk(page: Page, path: string): Promise<readonly FocusStop[]> {
  await page.goto(path);
  await readThrough(page);
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  const stops: FocusStop[] = [];
  while (stops.length < ENOUGH) {
    await page.keyboard.press('Tab');
    const stop = await focusStop(page);
    if (stop === undefined) return stops;
    stops.push(stop);
  }
  throw new Error(`${path} never lets go of the focus.`);
}

const faultsOf = (stops: readonly FocusStop[]) =>
  stops.flatMap(({ what, faults }) => faults.map((fault) => `${what}: ${fault}`));

for (const width of [320, 1366])
  for (const path of pagePaths)
    test(`every stop on /${path} is in its order and plain to see, ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 768 });
      const stops = await walk(page, `/${path}`);
      expect(stops.length).toBeGreaterThan(2);
      expect(faultsOf(stops)).toEqual([]);
      const order = stops.map((stop) => stop.order);
      expect(order).toEqual(order.toSorted((a, b) => a - b));
    });
