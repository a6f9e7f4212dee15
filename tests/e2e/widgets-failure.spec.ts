/** What is left of a widget when its script does not come, or fails. */
import { expect, test } from '@playwright/test';
import { theSection } from './site.ts';

const { url } = theSection();
test.describe.configure({ timeout: 60_000 });

const NOTICE = 'A still picture; it is not interactive.';

test('without its script a figure stays and says that it is not interactive', async ({ page }) => {
  await page.route(/_astro\/.*\.js$/, (route) => route.abort());
  await page.goto(url);
  const dot = page.locator('[data-widget="dot"]');
  await dot.scrollIntoViewIfNeeded();
  await expect(dot.getByText(NOTICE)).toBeVisible();
  await expect(dot.locator('.widget-twin')).toContainText('a · b = 11');
  await expect(dot.getByRole('button', { name: 'Perpendicular' })).toBeDisabled();
});

test('an error inside one widget makes it a still picture and leaves the others working', async ({
  page,
}) => {
  await page.addInitScript(() => {
    // What an address is read with: of the widgets, only the one that is addressed needs it.
    window.URLSearchParams = class extends URLSearchParams {
      override get(): never {
        throw new Error('broken on purpose');
      }
    };
  });
  await page.goto(`${url}#dot?a=1,1`);
  const dot = page.locator('.widget[aria-label="Dot product"]');
  await expect(async () => {
    await dot.scrollIntoViewIfNeeded();
    await expect(page.getByRole('alert').filter({ hasText: 'has stopped working' })).toBeVisible();
  }).toPass();
  await expect(dot.getByText(NOTICE)).toBeVisible();
  await expect(dot.locator('.widget-twin')).toContainText('a · b = 11');
  const vector = page.locator('[data-widget="vector"]');
  await vector.scrollIntoViewIfNeeded();
  await expect(vector).toHaveAttribute('data-live', 'true');
  await vector.getByRole('radio', { name: 'a + b' }).check();
  await expect(vector.locator('.widget-twin p')).toContainText('a + b =');
});

test('a step, a preset, undo and reset are said at once; what is moved is said at rest', async ({ page }) => {
  await page.goto(url);
  const dot = page.locator('[data-widget="dot"]');
  await dot.scrollIntoViewIfNeeded();
  await expect(dot).toHaveAttribute('data-live', 'true');
  /** Presses a button and reads what is said before any timer could run. */
  const saidAt = (name: string) =>
    dot.getByRole('button', { name, exact: true }).evaluate(async (button: HTMLButtonElement) => {
      const said = document.querySelector('#announcer');
      if (said) said.textContent = '';
      button.click();
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return document.querySelector('#announcer')?.textContent;
    });
  expect(await saidAt('Perpendicular')).toContain('they are perpendicular');
  expect(await saidAt('Opposite')).toContain('they point in opposite directions');
  expect(await saidAt('Undo')).toContain('they are perpendicular');
  expect(await saidAt('Reset')).toContain('they point more with than against each other');
  const tip = dot.getByRole('slider', { name: 'Tip of a', exact: true });
  await tip.press('ArrowRight');
  await expect(tip).toHaveAttribute('aria-valuetext', '3.1 comma 2');
  await expect(page.locator('#announcer')).toContainText('For a = [3.1, 2]');
});
