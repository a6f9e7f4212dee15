import { expect, test } from '@playwright/test';
import { theSection } from './site.ts';

test('a book that configures no comments neither shows nor allows any', async ({ page }) => {
  const response = await page.goto(theSection().url);
  await expect(page.locator('comment-thread, .comments')).toHaveCount(0);
  expect(response?.headers()['content-security-policy']).toContain("frame-src 'none'");
  expect(await page.content()).not.toContain('giscus.app');
});
