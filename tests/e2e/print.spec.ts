/** A reader chooses what to print. */
import { expect, test } from '@playwright/test';
import { axeFaults } from './axe.ts';
import { theSection } from './site.ts';

const section = theSection();

test('one part alone is printed, with all states, and the page is whole again afterwards', async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.print = () => {};
  });
  await page.goto(section.url);
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Print' });
  const part = page.locator('article > .part').nth(1);
  const title = await part.locator('h2').evaluate((heading) => heading.firstChild?.textContent ?? '');
  await dialog.getByRole('combobox', { name: 'What' }).selectOption(title);
  await dialog.getByLabel('All states').check();
  expect(await axeFaults(page, 'dialog')).toEqual([]);
  await dialog.getByRole('button', { name: 'Print' }).click();
  await expect(dialog).toBeHidden();

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(part).toBeVisible();
  await expect(page.locator('article > .part:visible')).toHaveCount(1);
  await expect(page.locator('.listing .console:visible').first()).toBeVisible();

  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect(await page.locator('article > .part:visible').count()).toBeGreaterThan(1);
  await expect(page.locator('.listing .console:visible')).toHaveCount(0);
});

test('the section says how to cite it', async ({ page }) => {
  await page.goto(section.url);
  await page.getByRole('button', { name: 'Cite' }).click();
  const dialog = page.getByRole('dialog', { name: 'Cite this section' });
  await expect(dialog.getByLabel('Citation')).toHaveValue(new RegExp(`“${section.title}”`));
  await expect(dialog.getByLabel('BibTeX')).toHaveValue(/^@incollection\{/);
  expect(await axeFaults(page, 'dialog')).toEqual([]);
});
