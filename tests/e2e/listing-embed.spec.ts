/** A listing alone, in a frame of someone else's page. */
import { expect, test } from '@playwright/test';
import { axeFaultsInFrames } from './axe.ts';
import { openListing } from './listing-page.ts';
import { expectFittingHeight, onOtherSite } from './other-site.ts';

test('the copied code shows the listing at its line, in its library and as tall as it is', async ({
  page,
}) => {
  const { program } = await openListing(page, 'matrix_vector.py', '#matrix_vector.py:9');
  await program.getByRole('button', { name: 'Embed' }).click();
  const code = await program.getByLabel('Code to embed this listing').inputValue();
  expect(code).toContain('library=NumPy#matrix_vector.py:9"');
  const frame = await onOtherSite(page, code.replace('library=NumPy', 'library=PyTorch&amp;theme=dark'));
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  const lines = frame.getByRole('group', { name: 'matrix_vector.py', exact: true });
  await expect(lines).toBeVisible();
  await expect(frame.locator('[data-line="9"]:visible')).toHaveClass(/chosen/);
  expect(await axeFaultsInFrames(page, 'iframe')).toEqual([]);
  await expectFittingHeight(page, frame);
});

test('an address without a program lists those that there are', async ({ page }) => {
  await page.goto('/embed/listing/');
  const link = page.getByRole('link', { name: /^matrix_vector\.py/ });
  await link.click();
  await expect(page.getByRole('group', { name: 'matrix_vector.py', exact: true })).toBeVisible();
});
