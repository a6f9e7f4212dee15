import { expect, test } from '@playwright/test';
import { axeFaults } from './axe.ts';
import { pages } from './site.ts';

// A chapter has some ten thousand elements, and axe looks at each many times.
test.describe.configure({ timeout: 180_000 });

const LOOKS = [
  { look: 'light', colorScheme: 'light', forcedColors: 'none' },
  { look: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { look: 'forced colours', colorScheme: 'dark', forcedColors: 'active' },
] as const;

for (const path of [...pages, '/404.html'])
  for (const { look, ...media } of LOOKS)
    for (const width of look === 'forced colours' ? [1366] : [360, 1366])
      test(`axe finds nothing on ${path}, ${look}, ${width} px`, async ({ page }) => {
        await page.emulateMedia(media);
        await page.setViewportSize({ width, height: 800 });
        await page.goto(path);
        expect(await axeFaults(page)).toEqual([]);
      });
