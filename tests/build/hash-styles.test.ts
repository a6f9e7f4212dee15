import { expect, test } from 'vitest';
import { hashPageStyles, hashStyles, type StyleRules, styleSheet } from '../../src/build/hash-styles.ts';
import { filesOf, page, read, siteFolder } from './site-folder.ts';

function hashed(body: string): { html: string; rules: StyleRules } {
  const rules: StyleRules = new Map();
  return { html: hashPageStyles(body, 'index.html', rules), rules };
}

test('a style attribute becomes a class beside the classes that were there', () => {
  const { html, rules } = hashed('<p style="top: 1em" class="strut wide">x</p>');
  expect(html).toMatch(/^<p class="strut wide s-[0-9a-f]{8}">x<\/p>$/);
  expect([...rules.values()]).toEqual(['top:1em']);
});

test('equal styles share one rule however they are written', () => {
  const { html, rules } = hashed('<i style="top:1em;left:0"></i><b style=" top: 1em; left: 0; "></b>');
  expect(rules.size).toBe(1);
  expect(new Set(html.match(/s-[0-9a-f]{8}/g)).size).toBe(1);
});

test('an empty style attribute leaves nothing behind', () => {
  expect(hashed('<p style="">x</p>').html).toBe('<p>x</p>');
});

test.each([
  ['in SVG', '<svg><path style="fill:red" d="M0 0"/></svg>'],
  ['in MathML', '<math><mi style="color:red">x</mi></math>'],
  ['in a template', '<template><i style="color:red"></i></template>'],
  ['in noscript', '<noscript><i style="color:red"></i></noscript>'],
])('styles %s are moved too', (_, body) => {
  const { html, rules } = hashed(page(body));
  expect(html).not.toContain('style=');
  expect(rules.size).toBe(1);
});

test('inside an island the class, which React owns, is not touched', () => {
  const { html, rules } = hashed('<astro-island><b class="c" style="width:1px">x</b></astro-island>');
  expect(html).toMatch(/<b data-style="s-[0-9a-f]{8}" class="c">|<b class="c" data-style="s-[0-9a-f]{8}">/);
  expect([...rules.keys()][0]).toMatch(/^\[data-style=s-[0-9a-f]{8}\]$/);
});

test('text that looks like a style attribute stays', () => {
  const body = page('<pre>&lt;p style="top:0"&gt;</pre><script>const s = `<p style="top:0">`;</script>');
  expect(hashed(body).html).toBe(body);
});

test('a style that is not CSS stops the build with the page and the text', () => {
  expect(() => hashed('<p style="top: 1em; } body { color: red">x</p>')).toThrow(
    'index.html: the style attribute "top: 1em; } body { color: red" is not valid CSS',
  );
});

test('the rule is stronger than any selector of the book', () => {
  const { rules } = hashed('<p style="color:red">x</p>');
  expect(styleSheet(rules)).toMatch(/^\.s-[0-9a-f]{8}:not\(#\\20#\\20\)\{color:red\}\n$/);
});

test('one sheet, named by its content, is linked from the pages that need it and from no other', async () => {
  const dist = await siteFolder({
    'index.html': page('<p style="top:0">x</p>'),
    'a/index.html': page('<p style="top:1px">x</p>'),
    'plain/index.html': page('<p>x</p>'),
  });
  await hashStyles(dist);
  const sheet = (await filesOf(dist)).find((path) => path.endsWith('.css')) ?? '';
  expect(sheet).toMatch(/^_astro\/styles\.[0-9a-f]{8}\.css$/);
  expect((await read(dist, sheet)).split('\n')).toHaveLength(3);
  expect(await read(dist, 'a/index.html')).toContain(`<link rel="stylesheet" href="/${sheet}"></head>`);
  expect(await read(dist, 'plain/index.html')).toBe(page('<p>x</p>'));
});
