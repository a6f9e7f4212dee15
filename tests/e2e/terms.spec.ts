/** A term, a letter of a formula and a name of a program open one card. */
import { expect, type Page, test } from '@playwright/test';
import { theSection } from './site.ts';

const section = theSection();
const card = (page: Page) => page.locator('.term-card');

test('a linked term opens its card by focus; Escape closes it', async ({ page }) => {
  await page.goto(section.url);
  const term = page.locator('a.term[href$="#input"]').first();
  await term.focus();
  await expect(card(page)).toBeVisible();
  await expect(card(page).getByRole('heading')).toHaveText('input');
  await page.keyboard.press('Escape');
  await expect(card(page)).toBeHidden();
});

test('a letter of a formula opens the same card by hover, and the pointer may go onto it', async ({
  page,
}) => {
  await page.goto(section.url);
  await page.locator('#eq-layer math .q-x').first().hover();
  await expect(card(page).getByRole('heading')).toHaveText('input');
  await card(page).hover();
  await card(page).getByRole('link').click();
  await expect(page).toHaveURL(/#why-linear-algebra$/);
});

test('a name of a program opens it by a tap, and a tap elsewhere closes it', async ({ page }) => {
  await page.goto(`${section.url}#matrices.py:4`);
  const name = page.locator('#listing-matrices .line b.q-w', { hasText: /^W$/ }).first();
  // The link of its line lies above it; the listing comes to life meanwhile, and the page to rest.
  await expect(async () => {
    await name.scrollIntoViewIfNeeded();
    const box = await name.boundingBox();
    if (!box) throw new Error('The name is not drawn.');
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await expect(card(page).getByRole('heading')).toHaveText('weight matrix', { timeout: 2000 });
  }).toPass();
  await page.locator('h2', { hasText: 'Matrices' }).click();
  await expect(card(page)).toBeHidden();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a term leads to its meaning on the page of terms, and that to where it is explained', async ({
    page,
  }) => {
    await page.goto(section.url);
    await page.locator('a.term[href$="#transpose"]').first().click();
    await expect(page).toHaveURL(/\/terms\/#transpose$/);
    const entry = page.locator('.term-entry', { has: page.locator('#transpose') });
    await entry.getByRole('link').click();
    await expect(page).toHaveURL(/#the-transpose$/);
  });
});
