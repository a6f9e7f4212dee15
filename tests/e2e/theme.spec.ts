import { expect, type Page, test } from '@playwright/test';
import { theSection } from './site.ts';

const { url } = theSection();
const theme = (page: Page) => page.getByRole('combobox', { name: 'Theme' });
const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

test('the page follows the system until a theme is chosen', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(url);
  const dark = await paper(page);
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await paper(page);
  expect(dark).not.toBe(light);
  await theme(page).selectOption('dark');
  expect(await paper(page)).toBe(dark);
});

test('a chosen theme is kept and is there before the body is', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(url);
  await theme(page).selectOption('dark');
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      Object.assign(window, { themeAtBody: document.documentElement.dataset['theme'] });
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  expect(await page.evaluate(() => Reflect.get(window, 'themeAtBody'))).toBe('dark');
  await expect(theme(page)).toHaveValue('dark');
  await theme(page).selectOption('system');
  await page.reload();
  await expect(theme(page)).toHaveValue('system');
});

test('a corrupt memory of the theme falls back to the system', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('Wx + b / theme', '{"not": "a theme"}'));
  await page.goto(url);
  await expect(theme(page)).toHaveValue('system');
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBeUndefined();
});

test('without storage a choice still holds for the page', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await page.goto(url);
  await theme(page).selectOption('dark');
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
});
