/** What is far from the window is laid out late; nobody who reads, jumps, searches or prints may notice. */
import { expect, type Page, test } from '@playwright/test';
import { theSection } from './site.ts';

const { url } = theSection();

/** Where the element named by `id` rests at last, in pixels below the top of the window. */
async function restingTop(page: Page, id: string): Promise<number> {
  return page.locator(`[id="${id}"]`).evaluate(async (element) => {
    const frame = () => new Promise(requestAnimationFrame);
    let [top, still] = [Number.NaN, 0];
    while (still < 20) {
      await frame();
      const now = element.getBoundingClientRect().top;
      still = now === top ? still + 1 : 0;
      top = now;
    }
    return top;
  });
}

/** Where a link has to bring it. */
function wantedTop(page: Page, id: string): Promise<number> {
  return page.locator(`[id="${id}"]`).evaluate((element) => {
    const pixels = (value: string) => Number.parseFloat(value) || 0;
    const { scrollPaddingTop } = getComputedStyle(document.documentElement);
    return pixels(scrollPaddingTop) + pixels(getComputedStyle(element).scrollMarginTop);
  });
}

for (const width of [390, 1366])
  test(`links from elsewhere land exactly, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(url);
    const equations = await page.locator('.equation[id]').evaluateAll((all) => all.map(({ id }) => id));
    const parts = await page.locator('article :is(h2, h3)[id]').evaluateAll((all) => all.map(({ id }) => id));
    const listings = await page.locator('.listing[id]').evaluateAll((all) => all.map(({ id }) => id));
    const targets = [equations.at(12), equations.at(-3), parts.at(-4), parts.at(5), listings.at(-2)];
    for (const id of targets) {
      if (id === undefined) throw new Error('The section has too few parts or equations.');
      await page.goto('about:blank');
      await page.goto(`${url}#${id}`);
      expect(Math.abs((await restingTop(page, id)) - (await wantedTop(page, id))), id).toBeLessThan(1);
    }
  });

test('links inside the page land exactly, down and up', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 800 });
  await page.goto(url);
  const links = page.getByRole('navigation', { name: 'On this page' }).getByRole('link');
  for (const nth of [6, 2, 7, 4]) {
    await links.nth(nth).click();
    const id = (await links.nth(nth).getAttribute('href'))?.slice(1) ?? '';
    expect(Math.abs((await restingTop(page, id)) - (await wantedTop(page, id))), id).toBeLessThan(1);
  }
});

test('a link to a line of a listing lands at the line', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 800 });
  await page.goto(url);
  const id = await page.locator('.listing').last().locator('.line[id]').nth(4).getAttribute('id');
  if (id === null) throw new Error('The last listing has no lines.');
  await page.goto('about:blank');
  await page.goto(`${url}#${id}`);
  // What comes to life above the line may move it once more, and it is brought back.
  await expect
    .poll(async () => {
      const top = await restingTop(page, id);
      return top > 300 && top < 500 ? 'in the middle' : top;
    })
    .toBe('in the middle');
});

test('a search in the page finds text that is not laid out yet', async ({ page }) => {
  await page.goto(url);
  const text = (await page.locator('article .stretch > p').last().textContent())
    ?.trim()
    .split(/\s+/)
    .slice(-4)
    .join(' ');
  const found = await page.evaluate((words) => Reflect.get(window, 'find').call(window, words), text ?? '');
  expect(found).toBe(true);
  await expect(page.locator('article .stretch > p').last()).toBeInViewport();
});

test('reading through the page moves nothing that is in view', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Reflect.set(globalThis, 'shifts', shifts);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push(Number(Reflect.get(entry, 'value')));
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(url);
  for (let y = 0; y < 30; y++) {
    await page.mouse.wheel(0, 900);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  const shifts = await page.evaluate(() => Reflect.get(globalThis, 'shifts') as number[]);
  expect(shifts.reduce((sum, value) => sum + value, 0)).toBeLessThan(0.001);
});

for (const width of [320, 800, 1366])
  test(`what stands beside the text is drawn whole, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(url);
    const beside = page.locator('.part :is(.equation-number, .copy-latex, .aside, .figure, .heading-anchor)');
    expect(await beside.count()).toBeGreaterThan(50);
    const cut = await beside.evaluateAll((all) =>
      all
        .filter((element) => {
          const box = element.getBoundingClientRect();
          for (
            let by = element.closest('.stretch, .part');
            by;
            by = by.parentElement?.closest('.part') ?? null
          ) {
            const { left, right } = by.getBoundingClientRect();
            if (box.width > 0 && (box.left < left || box.right > right)) return true;
          }
          return false;
        })
        .map((element) => `${element.className} of ${element.parentElement?.id || element.textContent}`),
    );
    expect(cut).toEqual([]);
  });

for (const width of [390, 1366])
  test(`a page that is loaded again shows what it showed, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(url);
    const frame = () => page.evaluate(() => new Promise(requestAnimationFrame));
    for (let step = 0; step < 40; step++) {
      await page.mouse.wheel(0, 700);
      await frame();
    }
    const seen = () =>
      page.locator('.part').evaluateAll((parts) => {
        const part = parts.find((one) => one.getBoundingClientRect().bottom > 100);
        const block = [...(part?.children ?? [])].find((one) => one.getBoundingClientRect().bottom > 100);
        return { text: block?.textContent?.slice(0, 80), top: block?.getBoundingClientRect().top ?? 0 };
      });
    const before = await seen();
    await page.reload();
    await expect.poll(async () => (await seen()).text).toBe(before.text);
    await expect.poll(async () => Math.abs((await seen()).top - before.top)).toBeLessThan(2);
  });
