/** The section's numbers: a reader changes one, and the text follows. */
import { expect, type Page, test } from '@playwright/test';
import { axeFaults } from './axe.ts';
import { theSection } from './site.ts';

const { url } = theSection();
const CHANGED = `${url}#numbers?W.0.1=0.7`;

const panel = (page: Page) => page.getByRole('complementary', { name: 'Your numbers' });
/** The article as it reads. */
const textOf = (page: Page) => page.locator('article').evaluate((article) => article.textContent);

async function openPanel(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Your numbers' }).click();
  await expect(page.getByRole('heading', { name: 'Your numbers' })).toBeFocused();
}

test('a number turned in the panel is followed by the text; undo and reset restore every character', async ({
  page,
}) => {
  await page.goto(url);
  const book = await textOf(page);
  await openPanel(page);
  await panel(page).getByRole('spinbutton', { name: 'W[0, 1]' }).press('ArrowUp');
  await expect(panel(page).getByText('is −0.4, the book has −0.5')).toBeVisible();
  // The weight itself, and what follows from it.
  const equation = page.locator('#eq-neuron-zero');
  await expect(equation).toContainText('(−0.4)');
  await expect(page.locator('#announcer')).toHaveText(
    /^W\[0, 1\] is −0\.4\. \d+ places of the text follow\.$/,
  );
  await panel(page).getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => textOf(page)).toBe(book);
  await panel(page).getByRole('button', { name: 'Redo' }).click();
  await expect(equation).toContainText('(−0.4)');
  await panel(page).getByRole('button', { name: 'Reset' }).click();
  await expect.poll(() => textOf(page)).toBe(book);
  await expect(page.locator('article [data-changed]')).toHaveCount(0);
});

test('numbers in the address are taken up, kept on the device, and printed', async ({ page }) => {
  await page.goto(CHANGED);
  const equation = page.locator('#eq-neuron-zero');
  await expect(equation).toContainText('0.7⋅0.3');
  await page.goto('/');
  await page.goto(url);
  await expect(equation).toContainText('0.7⋅0.3');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('article header')).toContainText('W0,1 is 0.7, the book has −0.5');
  await expect(panel(page)).toBeHidden();
});

test('a claim that no longer holds says what holds now', async ({ page }) => {
  await page.goto(CHANGED);
  const claim = page.locator('.claim').filter({ hasText: 'It speaks against neuron 0' });
  await expect(claim).toHaveAttribute('data-false', '');
  await expect(claim).toContainText('said of the book’s numbers; now W[0, 1] = 0.7');
  await panel(page).getByRole('button', { name: 'Reset' }).click();
  await expect(claim).not.toHaveAttribute('data-false');
  await expect(claim).toHaveText('It speaks against neuron 0 and for neuron 1.');
});

test('widgets and programs start from the changed numbers', async ({ page }) => {
  await page.goto(CHANGED);
  await expect(page.locator('#eq-neuron-zero')).toContainText('0.7⋅0.3');
  const program = page.getByRole('group', { name: 'matrix_vector.py', exact: true });
  await program.scrollIntoViewIfNeeded();
  await expect(program.getByRole('spinbutton', { name: 'W[0, 1]' })).toHaveText('0.7');
  const widget = page.locator('[data-widget="matmul"]');
  await widget.scrollIntoViewIfNeeded();
  await expect(widget).toContainText('0.7');
});

test('a number of the text tells where it comes from, by pointer and by keyboard', async ({ page }) => {
  await page.goto(url);
  const cell = page.locator('#eq-neuron-zero mn', { hasText: '0.06' });
  await cell.scrollIntoViewIfNeeded();
  await cell.click();
  const asked = panel(page).locator('.asked');
  await expect(asked).toContainText('W[0] @ x = 0.06');
  await expect(asked).toContainText('W = np.array([[0.2, -0.5, 0.1], [0.8, 0.3, -0.4]])');
  await panel(page).getByRole('button', { name: 'Next number' }).press('Enter');
  await expect(asked).toContainText('b[0] = 0.1');
  await expect(page.locator('#announcer')).toHaveText('b[0] is 0.1');
  await page.keyboard.press('Escape');
  await expect(asked).toHaveCount(0);
});

test('the panel has no fault that axe finds', async ({ page }) => {
  await page.goto(CHANGED);
  await openPanel(page);
  await panel(page).getByRole('button', { name: 'Next number' }).click();
  await expect(panel(page).locator('.asked')).toBeVisible();
  expect(await axeFaults(page, '.numbers')).toEqual([]);
});
