import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
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
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        const found = violations.map(({ id, nodes }) => ({
          id,
          where: nodes.map(({ target }) => target.join(' ')),
        }));
        expect(found).toEqual([]);
      });
