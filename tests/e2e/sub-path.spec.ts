import type { Server } from 'node:http';
import { expect, test } from '@playwright/test';
import { portOf, startServer } from '../../src/build/static-server.ts';
import { dist, pagePaths } from './built-site.ts';
import { readThrough, watchPage } from './watch-page.ts';

// The worker that keeps the book for reading offline is held to the policy too.
test.use({ serviceWorkers: 'allow' });

const BASE = '/deep/er/path';
let server: Server;
let origin: string;

test.beforeAll(async () => {
  server = await startServer(dist, 0, { base: BASE });
  origin = `http://localhost:${portOf(server)}`;
});

test.afterAll(() => {
  server.close();
});

const rootedUrls = () =>
  [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
    .map((link) => link.getAttribute('href') ?? '')
    .filter((href) => href.startsWith('/'));

for (const path of pagePaths.filter((name) => name !== '404.html')) {
  test(`/${path} works in a folder of its host`, async ({ page }) => {
    const faults = await watchPage(page, origin);
    await page.goto(`${origin}${BASE}/${path}`);
    await readThrough(page);
    expect(faults).toEqual([]);
    expect(await page.evaluate(rootedUrls)).toEqual([]);
    expect(await page.evaluate(() => document.styleSheets.length)).toBeGreaterThan(0);
  });
}

for (const path of ['nothing', 'no/such/page/']) {
  test(`the page that says "/${path} does not exist" finds the folder and is styled and linked`, async ({
    page,
  }) => {
    await page.goto(`${origin}${BASE}/${path}`);
    const home = page.locator(`a[href="${BASE}/"]`).first();
    await expect(home).toBeAttached();
    await expect
      .poll(() => page.evaluate(() => [...document.styleSheets].every((sheet) => sheet.cssRules.length > 0)))
      .toBe(true);
    expect((await page.request.get(origin + (await home.getAttribute('href')))).ok()).toBe(true);
  });
}
