/** "Errors you will meet": its programs are changed in the page, and messages lead there. */
import { expect, test } from '@playwright/test';
import { book, theSection } from './site.ts';

const errors = book.sections.find(({ slug }) => slug === 'errors');
const address = errors?.url ?? '';

test('a program is changed in the page, repaired, and put back', async ({ page }) => {
  const problems: string[] = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  await page.goto(`${address}#broadcast`);
  const entry = page.locator('.fault', { has: page.locator('#broadcast') });
  const program = entry.locator('book-fault').first();
  const status = program.getByRole('status');
  const message = (await status.locator('samp').textContent()) ?? '';
  await expect(entry.getByRole('heading')).toContainText(message.trim());
  await program.getByRole('button', { name: 'Repair it' }).click();
  const repaired = (await entry.locator('.fault-repair pre').nth(1).textContent()) ?? '';
  await expect(status.locator('pre')).toHaveText(repaired);
  await program.getByRole('button', { name: 'Change it' }).click();
  const editor = program.getByRole('textbox', { name: 'Program broadcast.py' });
  await expect(editor).toBeFocused();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('\n1 / 0');
  await expect(status).toContainText('ZeroDivisionError');
  await program.getByRole('button', { name: 'Reset' }).click();
  await expect(status.locator('samp')).toHaveText(message.trim());
  expect(problems).toEqual([]);
});

test('a message that is pasted into the search leads to its entry', async ({ page }) => {
  await page.goto(address);
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('searchbox').fill('operands could not be broadcast together with shapes (5,7) (5,)');
  const links = page.getByRole('dialog').getByRole('link');
  await expect(links.first()).toContainText('operands could not be broadcast');
  const targets = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(targets.slice(0, 3).some((target) => target.endsWith(`${address}#broadcast`))).toBe(true);
});

test('what goes wrong in a listing leads to the entry that explains it', async ({ page }) => {
  const { url } = theSection();
  await page.goto(`${url}#matrix_multiply.py:16`);
  const listing = page.locator('#listing-matrix_multiply');
  await listing.getByRole('button', { name: 'Edit' }).first().click();
  await expect(listing.getByRole('textbox', { name: 'Program matrix_multiply.py' })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('import numpy as np\nnp.ones((4, 3)) @ np.ones((2, 3))');
  const link = listing.getByRole('alert').getByRole('link', { name: 'Why this error comes' });
  await expect(link).toHaveAttribute('href', new RegExp(`${address}#inner-sizes$`));
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('each entry shows its program, what it says, and the repair; no button that does nothing', async ({
    page,
  }) => {
    await page.goto(address);
    const entries = page.locator('.fault');
    expect(await entries.count()).toBeGreaterThanOrEqual(25);
    await expect(page.locator('.fault-bar button:visible')).toHaveCount(0);
    await expect(entries.first().locator('.fault-repair').first()).toBeVisible();
  });
});
