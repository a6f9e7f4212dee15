import { expect, test } from '@playwright/test';
import { pagePaths } from './built-site.ts';
import { readThrough, watchPage } from './watch-page.ts';

// The worker that keeps the book for reading offline is held to the policy too.
test.use({ serviceWorkers: 'allow' });

for (const path of pagePaths) {
  test(`/${path} is read through without a fault, a violation, a third party or a cookie`, async ({
    page,
    context,
    baseURL,
  }) => {
    const faults = await watchPage(page, new URL(baseURL ?? '').origin);
    const answer = await page.goto(`/${path}`);
    const policy = (await answer?.headerValue('content-security-policy')) ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    await readThrough(page);
    expect(faults).toEqual([]);
    expect(await context.cookies()).toEqual([]);
  });
}

test('an address that does not exist shows the page that says so, with status 404', async ({ page }) => {
  const answer = await page.goto('/no/such/page/');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('an inline script that the build did not write is refused', async ({ page }) => {
  await page.goto('/');
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.documentElement.setAttribute("data-injected", "")';
    document.head.append(script);
    return document.documentElement.hasAttribute('data-injected');
  });
  expect(ran).toBe(false);
});
