import { expect, test } from '@playwright/test';
import { LinkChecker, LinkState } from 'linkinator';
import { pagePaths } from './built-site.ts';

test('every link, picture, sheet and fragment of the site leads somewhere', async ({ baseURL }) => {
  test.slow();
  const root = baseURL ?? '';
  const result = await new LinkChecker().check({
    path: pagePaths.map((path) => root + path),
    recurse: true,
    checkFragments: true,
    checkCss: true,
    // Other sites are not asked: a test must not depend on the network.
    linksToSkip: async (link) => !link.startsWith(root),
  });
  const broken = result.links.filter(({ state }) => state === LinkState.BROKEN);
  expect(broken.map(({ url, parent, status }) => `${parent} → ${url} (${status})`)).toEqual([]);
  expect(result.links.length).toBeGreaterThanOrEqual(pagePaths.length);
});
