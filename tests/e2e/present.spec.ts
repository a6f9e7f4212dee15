/** A section is presented from its own page. */
import { expect, test } from '@playwright/test';
import { axeFaults } from './axe.ts';
import { theSection } from './site.ts';

const section = theSection();

test('one step at a time by keys, blank on B, the place in the address, Escape leaves', async ({ page }) => {
  await page.goto(section.url);
  await page.getByRole('button', { name: 'Present' }).click();
  const bar = page.getByRole('group', { name: 'Presentation' });
  const shown = page.locator('article > .part > *:visible');
  await expect(bar).toContainText('1 /');
  await expect(shown).toHaveCount(1);
  await expect(page.locator('.site-header')).toBeHidden();
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('PageDown');
  await expect(bar).toContainText('3 /');
  await expect(page).toHaveURL(/#present-3$/);
  await expect(shown).toHaveCount(1);
  await page.keyboard.press('PageUp');
  await expect(bar).toContainText('2 /');
  await page.keyboard.press('b');
  await expect(page.locator('article')).toBeHidden();
  await page.keyboard.press('b');
  await expect(shown).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  expect(await shown.count()).toBeGreaterThan(1);
  await expect(page.getByRole('button', { name: 'Present' })).toBeFocused();
});

test('an address leads to its step, where a widget works and keeps its own keys', async ({ page }) => {
  await page.goto(section.url);
  const number = await page.evaluate(
    () =>
      1 +
      [...document.querySelectorAll('article > .part > *')].findIndex((step) =>
        step.querySelector('.widget'),
      ),
  );
  await page.goto('about:blank');
  await page.goto(`${section.url}#present-${number}`);
  // Until its script has run, the page shows all its widgets.
  const bar = page.getByRole('group', { name: 'Presentation' });
  await expect(bar).toContainText(`${number} /`);
  const widget = page.locator('.widget:visible');
  await expect(widget).toHaveAttribute('data-live', 'true');
  await widget.getByRole('slider').first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(bar).toContainText(`${number} /`);
});
