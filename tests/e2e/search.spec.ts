/** A reader looks for something in the book. */
import { expect, type Page, test } from '@playwright/test';
import { axeFaults } from './axe.ts';
import { theSection } from './site.ts';

const section = theSection();

async function openSearch(page: Page): Promise<void> {
  await page.goto(section.url);
  await expect(page.getByRole('button', { name: 'Search' })).toBeEnabled();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search the book' })).toBeFocused();
}

test('by keyboard alone: "/" opens it, arrows choose, Enter goes there', async ({ page }) => {
  await openSearch(page);
  await page.keyboard.type('transpose');
  const dialog = page.getByRole('dialog', { name: 'Search the book' });
  const links = dialog.getByRole('link');
  await expect(links.first()).toContainText('transpose');
  await page.keyboard.press('ArrowDown');
  await expect(links.first()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  const { href } = new URL((await links.first().getAttribute('href')) ?? '', page.url());
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(href);
  await expect(dialog).toBeHidden();
  await expect(page.locator(`[id="${new URL(href).hash.slice(1)}"]`)).toBeInViewport();
});

test('finds an error message whatever its sizes, a function and a line of a program', async ({ page }) => {
  await openSearch(page);
  const field = page.getByRole('searchbox');
  const first = page.getByRole('dialog').getByRole('listitem').first();
  await field.fill('mat1 and mat2 shapes cannot be multiplied (64x784 and 10x784)');
  await expect(first).toContainText('Error');
  await field.fill('F.cosine_similarity');
  await expect(first).toContainText('Function');
  await field.fill('vectors.py');
  await expect(first).toContainText('vectors.py, line');
  await field.fill('zebra');
  await expect(page.getByRole('dialog')).toContainText('Nothing found');
});

test('is closed by Escape, gives the focus back, and is not opened from a field', async ({ page }) => {
  await page.goto(section.url);
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('a/b');
  await expect(page.getByRole('searchbox')).toHaveValue('a/b');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Search' })).toBeFocused();
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing in it, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openSearch(page);
    await page.keyboard.type('neuron');
    await expect(page.getByRole('dialog').getByRole('link').first()).toBeVisible();
    expect(await axeFaults(page, 'dialog')).toEqual([]);
  });

test('says so when it cannot be fetched, and is tried again', async ({ page }) => {
  await page.route('**/search.json', (route) => route.abort(), { times: 1 });
  await openSearch(page);
  const field = page.getByRole('searchbox');
  await field.fill('neuron');
  await expect(page.getByRole('dialog')).toContainText('could not be fetched');
  await field.fill('neurons');
  await expect(page.getByRole('dialog').getByRole('link').first()).toBeVisible();
});
