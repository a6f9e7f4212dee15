/** A reader comes back to where they stopped. */
import { expect, test } from '@playwright/test';
import { theSection } from './site.ts';

const section = theSection();

test('the contents mark where one is from the top on, and what was read; the front page leads back', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1366, height: 800 });
  await page.goto(section.url);
  const links = page.getByRole('navigation', { name: 'On this page' }).getByRole('link');
  await expect(links.first()).toHaveAttribute('aria-current', 'location');
  await links.nth(3).click();
  await expect(links.nth(3)).toHaveAttribute('aria-current', 'location');
  await expect(links.first()).not.toHaveAttribute('data-read', '');
  const title = (await links.nth(3).textContent())?.trim() ?? '';

  await page.goto('/');
  await page.locator('[data-continue]').getByRole('link', { name: title }).click();
  await expect(page).toHaveURL(new RegExp(`${section.url}#`));
  await expect(page.locator('article h2').nth(3)).toBeInViewport();

  // The first part is read to its end.
  await page.keyboard.press('Control+Home');
  await expect(links.first()).toHaveAttribute('aria-current', 'location');
  await page
    .locator('article > .part')
    .first()
    .evaluate((part) => part.scrollIntoView({ block: 'end', behavior: 'instant' }));
  await expect(links.first()).toHaveAttribute('data-read', '');
  await page.reload();
  await expect(links.first()).toHaveAttribute('data-read', '');
});

for (const kept of ['{', '{"path":"//elsewhere.example/","part":"a","title":"b"}', '[]', '{"path":1}'])
  test(`what is no place is not offered: ${kept}`, async ({ page }) => {
    await page.goto('/');
    await page.evaluate((text) => {
      const book = document.querySelector<HTMLMetaElement>('meta[property="og:site_name"]')?.content;
      localStorage.setItem(`${book} / stopped at`, text);
    }, kept);
    await page.reload();
    await expect(page.getByRole('button', { name: 'Search' })).toBeEnabled();
    await expect(page.locator('[data-continue]')).toHaveText('');
  });
