/** The shape checker in use: what is typed is run, repairs can be taken, and nothing of Python comes before that. */
import { expect, test } from '@playwright/test';
import { axeFaults } from './axe.ts';

test('an expression is typed, refused in both libraries, repaired and taken back, by keyboard', async ({
  page,
}) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(new URL(request.url()).pathname));
  await page.goto('/embed/shapes/');
  const widget = page.locator('[data-widget="shapes"]');
  await expect(widget).toHaveAttribute('data-live', 'true');
  await expect(widget.locator('.shape-results')).toContainText('torch.Size([4, 2])');
  expect(scripts.filter((path) => /worker|numpy|torch/.test(path))).toEqual([]);

  const field = widget.getByLabel('Expression');
  await field.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('X @ W + b');
  await expect(
    widget.getByText('mat1 and mat2 shapes cannot be multiplied (4x3 and 2x3)').first(),
  ).toBeVisible();
  await expect(widget.locator('.mismatch')).toContainText('matmul: Input operand 1');
  expect(await axeFaults(page)).toEqual([]);

  await widget.getByRole('button', { name: 'X @ W.T + b' }).press('Enter');
  await expect(field).toHaveValue('X @ W.T + b');
  await expect(widget.locator('.shape-results')).toContainText('(4, 2)');
  await expect(widget.locator('.shape-step').last()).toContainText('batch');
  await expect(page).toHaveURL(/#shapes\?text=X%20%40%20W\.T%20%2B%20b&version=1/);

  await widget.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(field).toHaveValue('X @ W + b');
  await expect(widget.locator('.mismatch')).toBeVisible();
  await field.fill('(4, 3');
  await expect(widget.getByText('was never closed').first()).toBeVisible();
});
