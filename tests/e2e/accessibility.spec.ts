import { expect, test } from '@playwright/test';
import { axeFaults, colourFaults } from './axe.ts';
import { pages } from './site.ts';

/** Looks in which nothing but the colours differs from the first. */
const OTHER_LOOKS = [
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'active' },
] as const;

for (const path of [...pages, '/404.html'])
  for (const width of [360, 1366])
    test(`axe finds nothing on ${path}, ${width} px, in any colours`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(path);
      expect(await axeFaults(page)).toEqual([]);
      for (const look of OTHER_LOOKS) {
        await page.emulateMedia(look);
        expect(await colourFaults(page), JSON.stringify(look)).toEqual([]);
      }
    });
