import { expect, test } from '@playwright/test';
import { theSection } from './site.ts';

const { url, title } = theSection();

test.use({ javaScriptEnabled: false });

test('the whole section is readable', async ({ page }) => {
  await page.goto(url);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(page.locator('article h2').last()).toBeVisible();
  await expect(page.locator('.equation').first()).toBeVisible();
  await expect(page.locator('.listing .code').first()).toBeVisible();
  await expect(page.getByText(/loading/i)).toHaveCount(0);
});

test('a control that needs JavaScript is not shown', async ({ page }) => {
  await page.goto(url);
  await expect(page.getByRole('combobox', { name: 'Theme' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Copy LaTeX' })).toHaveCount(0);
});

test('the tabs of a listing and the contents of a narrow page still work', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(url);
  const listing = page.locator('.listing').first();
  const [numpy, torch] = [listing.locator('.code').first(), listing.locator('.code').last()];
  await expect(torch).toBeHidden();
  await listing.locator('.tab').getByText('PyTorch').click();
  await expect(torch).toBeVisible();
  await expect(numpy).toBeHidden();
  const contents = page.getByRole('navigation', { name: 'Contents of this page' });
  await contents.getByText('On this page').click();
  await expect(contents.getByRole('link').first()).toBeVisible();
});
