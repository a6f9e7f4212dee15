/** A listing alone, in a frame of someone else's page. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, type FrameLocator, type Page, test } from '@playwright/test';
import { axeFaults } from './axe.ts';
import { openListing } from './listing-page.ts';

/** Opens a page of another site that holds this HTML. */
async function onOtherSite(page: Page, html: string): Promise<FrameLocator> {
  const slides = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(`<title>Slides</title>${html}`);
  }).listen(0, '127.0.0.1');
  await once(slides, 'listening');
  const address = slides.address();
  if (address === null || typeof address === 'string') throw new Error('The other site has no port.');
  await page.goto(`http://127.0.0.1:${address.port}/`);
  slides.close();
  return page.frameLocator('iframe');
}

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
  expect(await axeFaults(page, 'iframe')).toEqual([]);
  await expect(async () => {
    const bottom = await frame
      .locator('.embed-source')
      .evaluate((line) => line.getBoundingClientRect().bottom);
    const height = await page.locator('iframe').evaluate((element) => element.clientHeight);
    expect(Math.abs(height - bottom)).toBeLessThanOrEqual(2);
  }).toPass();
});

test('an address without a program lists those that there are', async ({ page }) => {
  await page.goto('/embed/listing/');
  const link = page.getByRole('link', { name: /^matrix_vector\.py/ });
  await link.click();
  await expect(page.getByRole('group', { name: 'matrix_vector.py', exact: true })).toBeVisible();
});
