import { expect, test } from '@playwright/test';
import { axeFaults } from './axe.ts';
import { pages } from './site.ts';

// A chapter has some ten thousand elements, and axe looks at each many times.
test.describe.configure({ timeout: 180_000 });

for (const path of [...pages, '/404.html'])
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [360, 1366])
      test(`axe finds nothing on ${path}, ${colorScheme}, ${width} px`, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        await page.goto(path);
        expect(await axeFaults(page)).toEqual([]);
      });
