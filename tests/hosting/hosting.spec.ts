import { expect, test } from '@playwright/test';
import { installWithApt } from '../browser/apt.ts';
import { builtFiles, dist } from '../e2e/built-site.ts';
import { theSection } from '../e2e/site.ts';
import { readThrough, watchPage } from '../e2e/watch-page.ts';
import { caddy, nginx, serveWith } from './servers.ts';

const ROOT = '/book/';
const asset = builtFiles.find((path) => /^_astro\/.*\.js$/.test(path)) ?? '';
const SAFE = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
};

for (const server of [nginx, caddy]) {
  test.describe(`${server.name} with the README's configuration`, () => {
    // One server for the tests of one worker.
    test.describe.configure({ mode: 'serial' });
    let site: Awaited<ReturnType<typeof serveWith>>;

    test.beforeAll(async () => {
      if (!server.find()) installWithApt(server.package);
      const path = server.find();
      test.skip(!path, `${server.name} is not here and can only be installed on Debian as root`);
      if (path) site = await serveWith(server, path, dist);
    });

    test.afterAll(() => site?.stop());

    test('sends pages to be asked for again, assets to be kept, and the safe headers with both', async ({
      request,
    }) => {
      const headers = async (path: string) => (await request.get(site.origin + ROOT + path)).headers();
      for (const path of ['', theSection().url.slice(1), 'service-worker.js'])
        expect(await headers(path), path).toMatchObject({
          ...SAFE,
          'cache-control': 'no-cache',
          'content-security-policy': "frame-ancestors 'none'",
        });
      expect(await headers(asset)).toMatchObject({
        ...SAFE,
        'cache-control': 'public, max-age=31536000, immutable',
        'content-type': expect.stringContaining('javascript'),
      });
      expect(await headers('embed/x')).toMatchObject({ 'content-security-policy': 'frame-ancestors *' });
    });

    test('answers what is not there with the page that says so, not to be kept', async ({ request }) => {
      for (const path of ['no/such/page/', '_astro/none.js', '_headers']) {
        const answer = await request.get(site.origin + ROOT + path);
        expect(answer.status(), path).toBe(404);
        expect(await answer.text()).toContain('There is no page at this address');
        expect(answer.headers()['cache-control'] ?? '').not.toContain('immutable');
      }
    });

    test('leads to the folder, and compresses what is text', async ({ request }) => {
      const answer = await request.get(`${site.origin}/book`);
      expect(answer.url()).toBe(site.origin + ROOT);
      expect((await request.get(site.origin + ROOT + asset)).headers()['content-encoding']).toBe('gzip');
    });

    test('is read without a fault, also with no network', async ({ page }) => {
      const faults = await watchPage(page, site.origin);
      await page.goto(site.origin + ROOT + theSection().url.slice(1));
      await readThrough(page);
      await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
      expect(faults).toEqual([]);
      await page.context().setOffline(true);
      await page.reload();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(theSection().title);
    });
  });
}
