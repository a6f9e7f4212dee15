import { expect, test } from '@playwright/test';
import { SERVICE_WORKER } from '../../src/build/service-worker.ts';
import { builtFiles } from './built-site.ts';

const assets = builtFiles.filter((path) => path.startsWith('_astro/'));

test('every script, sheet and font but the service worker lies among the assets, named by its content', () => {
  const files = builtFiles.filter((path) => /\.(js|css|woff2?|ttf)$/.test(path) && path !== SERVICE_WORKER);
  expect(files.filter((path) => !/^_astro\/[^/]+\.[0-9a-f]{8}\.(js|css|woff2)$/.test(path))).toEqual([]);
});

test('assets may be kept for ever, all other files are asked for again', async ({ request }) => {
  expect(assets.length).toBeGreaterThan(0);
  for (const path of assets) {
    const answer = await request.head(`/${path}`);
    expect(answer.headers()['cache-control'], path).toBe('public, max-age=31536000, immutable');
  }
  const others = builtFiles.filter((path) => !path.startsWith('_astro/') && path !== '_headers');
  for (const path of ['/', ...others.map((path) => `/${path}`)])
    expect((await request.head(path)).headers()['cache-control'], path).toBe('no-cache');
});

test('the safe headers come with every answer', async ({ request }) => {
  for (const path of ['/', `/${assets[0]}`, '/missing']) {
    const headers = (await request.get(path)).headers();
    expect(headers, path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin',
    });
  }
});
