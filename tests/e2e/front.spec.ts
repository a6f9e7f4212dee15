/** The front page shows what the book is: one line, computed, whose numbers a reader can change. */
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import { dist } from './built-site.ts';

const LINE = '[data-widget="transform"]';
const MAX_SCRIPT_BYTES = 8000;

async function openLine(page: Page): Promise<void> {
  await page.goto('/');
  await page.mouse.move(10, 10);
  await expect(page.locator(LINE)).toHaveAttribute('data-live', 'true');
}

const number = (page: Page, name: string) => page.getByRole('spinbutton', { name, exact: true });

/** y by the numbers that stand in the program. */
async function expectedLine(page: Page): Promise<number[]> {
  const at = async (name: string) => Number(await number(page, name).textContent());
  return Promise.all(
    [0, 1].map(async (k) => {
      const products = [0, 1].map(async (j) => (await at(`W[${k}, ${j}]`)) * (await at(`x[${j}]`)));
      const [first = Number.NaN, second = Number.NaN] = await Promise.all(products);
      return first + second + (await at(`b[${k}]`));
    }),
  );
}

const printed = async (page: Page) =>
  ((await page.locator('.front-printed samp').textContent()) ?? '')
    .replace(/[[\]]/g, '')
    .trim()
    .split(/\s+/)
    .map(Number);

async function expectLine(page: Page): Promise<void> {
  const [expected, shown] = [await expectedLine(page), await printed(page)];
  expect(shown).toHaveLength(expected.length);
  for (const [k, value] of expected.entries()) expect(shown[k]).toBeCloseTo(value, 6);
}

test('a number turned by a key changes result, picture and program', async ({ page }) => {
  await openLine(page);
  const before = await printed(page);
  const picture = page.locator(`${LINE} svg.plane > title`);
  const shown = await picture.textContent();
  await number(page, 'W[0, 1]').focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  const after = await printed(page);
  expect(after).not.toEqual(before);
  await expectLine(page);
  await expect(picture).not.toHaveText(shown ?? '');
  await expect(page).toHaveURL(/#transform\?W=/);
  await page.getByRole('button', { name: 'Reset' }).click();
  expect(await printed(page)).toEqual(before);
});

test('a handle of the picture changes the program', async ({ page }) => {
  await openLine(page);
  const before = await number(page, 'x[0]').textContent();
  await page.getByRole('slider', { name: 'Point x', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(number(page, 'x[0]')).not.toHaveText(before ?? '');
  await expectLine(page);
});

test('next to no script is loaded before there is a reader', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith('.js')) scripts.push(pathname.slice(1));
  });
  await page.goto('/', { waitUntil: 'networkidle' });
  const bytes = scripts.map((path) => brotliCompressSync(readFileSync(dist + path)).length);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MAX_SCRIPT_BYTES);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('the line stands there computed, with nothing that does not work', async ({ page }) => {
    await page.goto('/');
    await expect(page.locator('.front-printed samp')).toBeVisible();
    await expect(page.locator(`${LINE} svg.plane`)).toBeVisible();
    await expect(page.locator('.front-line').getByRole('button')).toHaveCount(0);
  });
});
