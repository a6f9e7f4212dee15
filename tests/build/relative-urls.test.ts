import { describe, expect, test } from 'vitest';
import { movedSheet, relativeSheet, relativeUrl, relativeUrls } from '../../src/build/relative-urls.ts';
import { runSteps } from '../../src/build/site-step.ts';
import { page, read, siteFolder } from './site-folder.ts';

test.each([
  ['/_astro/a.css', 0, './_astro/a.css'],
  ['/_astro/a.css', 2, '../../_astro/a.css'],
  ['/', 0, './'],
  ['/', 1, '../'],
  ['/a/b/#x', 1, '../a/b/#x'],
  ['#x', 3, '#x'],
  ['../up', 3, '../up'],
  ['https://example.org/a', 1, 'https://example.org/a'],
  ['//example.org/a', 1, '//example.org/a'],
  ['', 1, ''],
])('%s from depth %i is %s', (url, depth, expected) => {
  expect(relativeUrl(url, depth)).toBe(expected);
});

describe('a page', () => {
  const relative = async (html: string) => {
    const dist = await siteFolder({ 'a/index.html': html });
    await runSteps(dist, [relativeUrls()]);
    return read(dist, 'a/index.html');
  };

  test.each([
    ['a link', '<a href="/b/">b</a>', '<a href="../b/">b</a>'],
    ['a picture', '<img src="/x.png" alt="">', '<img src="../x.png" alt="">'],
    [
      'a picture in sizes',
      '<img srcset="/x.png 1x, /y.png 2x" alt="">',
      '<img srcset="../x.png 1x, ../y.png 2x" alt="">',
    ],
    [
      'a data URL in sizes',
      '<img srcset="data:image/png;base64,/9j/4A 1x" alt="">',
      '<img srcset="data:image/png;base64,/9j/4A 1x" alt="">',
    ],
    [
      'an island',
      '<astro-island component-url="/_astro/w.js" renderer-url="/_astro/r.js"></astro-island>',
      '<astro-island component-url="../_astro/w.js" renderer-url="../_astro/r.js"></astro-island>',
    ],
    ['SVG of old', '<svg><use xlink:href="/s.svg#a"/></svg>', '<svg><use xlink:href="../s.svg#a"/></svg>'],
    [
      'a redirect',
      '<meta http-equiv="refresh" content="0; url=/b/">',
      '<meta http-equiv="refresh" content="0; url=../b/">',
    ],
    [
      'an inline sheet',
      '<style>a{background:url(/x.png)}</style>',
      '<style>a{background:url(../x.png)}</style>',
    ],
  ])('refers relatively in %s', async (_, before, after) => {
    expect(await relative(page(before))).toBe(page(after));
  });

  test('keeps canonical and social URLs, text and scripts as they are', async () => {
    const html = page(
      '<pre>href="/a"</pre><script>go("/a")</script>',
      '<link rel="canonical" href="https://b.org/a/"><meta property="og:image" content="https://b.org/a.png">',
    );
    expect(await relative(html)).toBe(html);
  });
});

test.each([
  ['a{background:url(/x.png)}', 'a{background:url(../x.png)}'],
  ['a{background:url("/x y.png")}', 'a{background:url(../x\\ y.png)}'],
  ['@font-face{src:url(/f.woff2) format("woff2")}', '@font-face{src:url(../f.woff2) format("woff2")}'],
  ['@import "/b.css";', '@import "../b.css";'],
  ['a{--picture:url(/x.png)}', 'a{--picture:url(../x.png)}'],
  ['a::after{content:"/x"}', 'a::after{content:"/x"}'],
  ['a{background:url(data:image/png;base64,AA)}', 'a{background:url(data:image/png;base64,AA)}'],
])('the sheet %s becomes %s', (before, after) => {
  expect(relativeSheet(before, 1)).toBe(after);
});

test.each([
  ['a{background:url(x.png)}', 'a{background:url(../../_astro/x.png)}'],
  ['a{background:url(../x.png?v=1#p)}', 'a{background:url(../../x.png?v=1#p)}'],
  ['@import "b.css";', '@import "../../_astro/b.css";'],
  ['a{filter:url(#blur)}', 'a{filter:url(#blur)}'],
  ['a{background:url(data:image/png;base64,AA)}', 'a{background:url(data:image/png;base64,AA)}'],
  ['a{background:url(https://b.org/x.png)}', 'a{background:url(https://b.org/x.png)}'],
])('the sheet %s of _astro/ reads %s in a page two folders deep', (before, after) => {
  expect(movedSheet(before, '_astro/a.css', 'book/part/index.html')).toBe(after);
});

test('pages of a site refer by their own depth; 404.html stays rooted and gets the script that finds the root', async () => {
  const link = page('<a href="/">home</a>');
  const dist = await siteFolder({ 'index.html': link, 'a/b/index.html': link, '404.html': link });
  await runSteps(dist, [relativeUrls()]);
  expect(await read(dist, 'index.html')).toContain('href="./"');
  expect(await read(dist, 'a/b/index.html')).toContain('href="../../"');
  const notFound = await read(dist, '404.html');
  expect(notFound).toContain('href="/"');
  expect(notFound).toMatch(/<script>[^<]*addEventListener/);
});
