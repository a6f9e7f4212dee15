import { expect, test } from 'vitest';
import { nameAssets } from '../../src/build/asset-names.ts';
import { hashStyles } from '../../src/build/hash-styles.ts';
import { relativeUrls } from '../../src/build/relative-urls.ts';
import { securityPolicy } from '../../src/build/security-policy.ts';
import { runSteps } from '../../src/build/site-step.ts';
import { filesOf, page, read, siteFolder } from './site-folder.ts';

test('each step sees what the earlier ones changed in the page', async () => {
  const dist = await siteFolder({
    'a/index.html': page(
      '<p style="top:0">x</p><style>b{background:url(/x.png)}</style><a href="/">home</a>',
    ),
    '404.html': page('<p>nothing here</p>'),
  });
  const lines: string[] = [];
  const steps = [hashStyles(), relativeUrls(), nameAssets(), securityPolicy()];
  await runSteps(dist, steps, (line) => lines.push(line));

  const [sheet] = (await filesOf(dist)).filter((path) => path.endsWith('.css'));
  expect(sheet).toMatch(/^_astro\/styles\.[0-9a-f]{8}\.css$/);
  const html = await read(dist, 'a/index.html');
  expect(html).toContain(`<link rel="stylesheet" href="../${sheet}"></head>`);
  expect(html).toContain('<style>b{background:url(../x.png)}</style><a href="../">home</a>');
  // The hash of the inline sheet as it is now, and of the script that 404.html got.
  expect(html).toContain("style-src 'self' 'sha256-");
  expect(await read(dist, '404.html')).toContain("script-src 'self' 'sha256-");
  expect(lines).toHaveLength(steps.length);
});

test('pages that no step changes are left as they are', async () => {
  const dist = await siteFolder({ 'index.html': '<!DOCTYPE html><title>x</title ><p>unusual but fine' });
  await runSteps(dist, [hashStyles(), nameAssets()]);
  expect(await read(dist, 'index.html')).toBe('<!DOCTYPE html><title>x</title ><p>unusual but fine');
});
