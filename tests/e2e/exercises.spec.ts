/** Exercises in the page: answered by keyboard alone, told to those who listen, kept on the device. */
import { expect, type Page, test } from '@playwright/test';
import { axeFaults } from './axe.ts';
import { theSection } from './site.ts';

const { url } = theSection();

/** Goes to an exercise by its address and waits until it can be answered. */
async function open(page: Page, name: string, search = '') {
  await page.goto(`${url}${search}#exercise-${name}`);
  const exercise = page.locator(`#exercise-${name}`);
  await exercise.scrollIntoViewIfNeeded();
  await expect(exercise.getByRole('button', { name: 'Another one like it' })).toBeEnabled();
  return exercise;
}

const heard = (page: Page) => page.locator('#announcer');

test('a wrong number gets the words of its misconception, then the worked solution', async ({ page }) => {
  const exercise = await open(page, 'length');
  const field = exercise.getByRole('textbox', { name: 'Your answer' });
  await field.fill('3');
  await field.press('Enter');
  await expect(exercise.getByText('That counts the components')).toBeVisible();
  await expect(heard(page)).toContainText('Not yet. That counts the components');
  await field.fill('three');
  await field.press('Enter');
  await expect(exercise.getByText('Not judged.')).toBeVisible();
  await field.fill('1e5');
  await field.press('Enter');
  await expect(exercise.locator('.solution math').first()).toBeVisible();
  await expect(exercise.locator('.exercise-said')).toBeFocused();
  expect(await axeFaults(page, '#exercise-length')).toEqual([]);
});

test('another one like it has other numbers, its seed in the address, and comes back by it', async ({
  page,
}) => {
  const exercise = await open(page, 'signed-pairs');
  const question = exercise.locator('.exercise-question');
  const before = (await question.textContent()) ?? '';
  await exercise.getByRole('button', { name: 'Another one like it' }).press('Enter');
  await expect(question).not.toHaveText(before);
  await expect(page).toHaveURL(/#exercise-signed-pairs\?seed=\d+$/);
  const drawn = (await question.textContent()) ?? '';
  await page.reload();
  await page.locator('#exercise-signed-pairs').scrollIntoViewIfNeeded();
  await expect(page.locator('#exercise-signed-pairs .exercise-question')).toHaveText(drawn);
});

test('a matrix is given by keyboard, its shape first', async ({ page }) => {
  const exercise = await open(page, 'product-order');
  const check = exercise.getByRole('button', { name: 'Check the shape' });
  await exercise.getByRole('combobox', { name: 'axes' }).selectOption('2');
  await exercise.getByRole('combobox', { name: 'rows' }).selectOption('2');
  await exercise.getByRole('combobox', { name: 'columns' }).selectOption('2');
  await check.press('Enter');
  await expect(heard(page)).toContainText('The shape is right');
  const cells = exercise.getByRole('textbox');
  await expect(cells).toHaveCount(4);
  for (const cell of await cells.all()) await cell.fill('77');
  await cells.last().press('Enter');
  await expect(exercise.getByText('4 cells are other numbers.')).toBeVisible();
  await expect(cells.first()).toHaveAttribute('aria-invalid', 'true');
  expect(await axeFaults(page, '#exercise-product-order')).toEqual([]);
});

test('a matrix is given at once as a list, and then a reason, by keyboard', async ({ page }) => {
  const exercise = await open(page, 'transpose');
  const { drawn } = await (await page.request.get(`${url}exercises/transpose.json`)).json();
  const { shape, cells } = drawn.answer;
  const rows = Array.from({ length: shape[0] }, (_, row) =>
    cells.slice(row * shape[1], (row + 1) * shape[1]),
  );
  const list = exercise.getByRole('textbox', { name: 'or all at once' });
  await list.fill(JSON.stringify(rows));
  await list.press('Enter');
  await expect(exercise.locator('.exercise-said')).toBeFocused();
  const reasons = exercise.locator('.why').getByRole('radio');
  await expect(reasons).toHaveCount(3);
  await reasons.first().focus();
  const holds: number = drawn.why.offered.indexOf(drawn.why.holds);
  await page.keyboard.press('Space');
  for (let k = 0; k < holds; k++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(exercise.locator('.why .verdict')).toHaveAttribute('data-verdict', 'right');
  expect(await axeFaults(page, '#exercise-transpose')).toEqual([]);
});

test('lines are put in order by buttons, and what they run into is shown', async ({ page }) => {
  const exercise = await open(page, 'forward-order');
  const first = exercise.locator('.order li').first();
  const text = (await first.locator('code').textContent()) ?? '';
  await exercise.getByRole('button', { name: `Move down: ${text}` }).press('Enter');
  await expect(exercise.locator('.order li').nth(1)).toContainText(text);
  await expect(heard(page)).toContainText('line 2 of 5');
  await exercise.getByRole('button', { name: 'Run in this order' }).press('Enter');
  await expect(exercise.locator('.verdict')).toBeVisible();
  expect(await axeFaults(page, '#exercise-forward-order')).toEqual([]);
});

test('a function is run, and shown the smallest input that it fails', async ({ page }) => {
  const exercise = await open(page, 'layer-function');
  const field = exercise.getByRole('textbox', { name: 'Your function' });
  await field.fill('def layer(X, W, b):\n    return X @ W.T');
  await exercise.getByRole('button', { name: 'Run and check' }).press('Enter');
  await expect(exercise.getByText('The bias is missing')).toBeVisible();
  await expect(exercise.locator('.failing dt').first()).toContainText('X');
  await field.fill('def layer(X, W, b):\n    return X @ W.T + b');
  await exercise.getByRole('button', { name: 'Run and check' }).press('Enter');
  await expect(exercise.getByText('Right.')).toBeVisible();
});

test('what was done is kept, shown in the contents and at the end, and carried by a code', async ({
  page,
}) => {
  const exercise = await open(page, 'per-sample');
  await exercise.getByRole('radio').filter({ visible: true }).first().waitFor();
  await exercise.getByText('c.reshape(-1, 1)').click();
  await exercise.getByRole('button', { name: 'Check' }).press('Enter');
  await expect(exercise.getByText('Right.')).toBeVisible();
  await expect(page.locator('.contents.at-side')).toContainText(/1 of \d+ solved/);
  await page.reload();
  await expect(page.locator('.contents.at-side')).toContainText(/1 of \d+ solved/);
  const end = page.locator('book-progress');
  await end.scrollIntoViewIfNeeded();
  await expect(end).toContainText(/^1 of \d+ exercises solved\./);
  await end.getByText('Carry your progress').click();
  await end.getByRole('button', { name: 'Show and copy the code' }).click();
  const code = await end.getByRole('textbox', { name: 'Code' }).inputValue();
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await end.scrollIntoViewIfNeeded();
  await expect(end).toContainText(/^0 of/);
  await end.getByText('Carry your progress').click();
  await end.getByRole('textbox', { name: 'Code' }).fill(code);
  await end.getByRole('button', { name: 'Read the code' }).click();
  await expect(end).toContainText(/^1 of/);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the question is there and, folded, its answer with the sums', async ({ page }) => {
    await page.goto(url);
    const solution = page.locator('#exercise-length').locator('xpath=../..').locator('.solution');
    await expect(page.locator('#exercise-length')).toContainText('How long is');
    await expect(solution.locator('.solution-answer')).toBeHidden();
    await solution.locator('summary').click();
    await expect(solution.locator('.solution-answer')).toBeVisible();
    await expect(page.locator('.exercise-answers')).toBeHidden();
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.exercise-answers')).toBeVisible();
    await expect(solution).toBeHidden();
  });
});
