import { describe, expect, test } from 'vitest';
import { hashStyles } from '../../src/build/hash-styles.ts';
import { runSteps } from '../../src/build/site-step.ts';
import { filesOf, page, read, siteFolder } from './site-folder.ts';

const SHEET = '_astro/styles.css';
const LINK = `<link rel="stylesheet" href="./${SHEET}">`;

/** A page with this body after the step: its body, and the rules of the sheet. */
async function hashed(body: string): Promise<{ body: string; rules: string[] }> {
  const dist = await siteFolder({ 'index.html': page(body) });
  await runSteps(dist, [hashStyles()]);
  const [, result = ''] = (await read(dist, 'index.html')).match(/<body>(.*)<\/body>/s) ?? [];
  const hasSheet = (await filesOf(dist)).includes(SHEET);
  return { body: result, rules: hasSheet ? (await read(dist, SHEET)).trim().split('\n') : [] };
}

describe('a style attribute', () => {
  test('becomes a class beside the classes that were there', async () => {
    const { body, rules } = await hashed('<p style="top: 1em" class="strut wide">x</p>');
    expect(body).toMatch(/^<p class="strut wide s-[0-9a-f]{8}">x<\/p>$/);
    expect(rules).toEqual([expect.stringMatching(/\{top:1em\}$/)]);
  });

  test('shares its rule with equal ones however they are written', async () => {
    const { body, rules } = await hashed(
      '<i style="top:1em;left:0"></i><b style=" top: 1em; left: 0; "></b>',
    );
    expect(rules).toHaveLength(1);
    expect(new Set(body.match(/s-[0-9a-f]{8}/g)).size).toBe(1);
  });

  test('that is empty leaves nothing behind', async () => {
    expect(await hashed('<p style="">x</p>')).toEqual({ body: '<p>x</p>', rules: [] });
  });

  test.each([
    ['SVG', '<svg><path style="fill:red" d="M0 0"/></svg>'],
    ['MathML', '<math><mi style="color:red">x</mi></math>'],
    ['a template', '<template><i style="color:red"></i></template>'],
    ['noscript', '<noscript><i style="color:red"></i></noscript>'],
  ])('is moved in %s too', async (_, before) => {
    const { body, rules } = await hashed(before);
    expect(body).not.toContain('style=');
    expect(rules).toHaveLength(1);
  });

  test('inside an island leaves the class, which React owns, alone', async () => {
    const { body, rules } = await hashed('<astro-island><b class="c" style="width:1px">x</b></astro-island>');
    expect(body).toMatch(/<b data-style="s-[0-9a-f]{8}" class="c">/);
    expect(rules).toEqual([expect.stringMatching(/^\[data-style=s-[0-9a-f]{8}\]/)]);
  });

  test('that is not CSS stops the build with the page and the text', async () => {
    await expect(hashed('<p style="top: 1em; } body { color: red">x</p>')).rejects.toThrow(
      'index.html: the style attribute "top: 1em; } body { color: red" is not valid CSS',
    );
  });

  test('is only what is one: text that looks like it stays', async () => {
    const body = '<pre>&lt;p style="top:0"&gt;</pre><script>const s = `<p style="top:0">`;</script>';
    expect(await hashed(body)).toEqual({ body, rules: [] });
  });
});

test('the rule is stronger than any selector of the book', async () => {
  const { rules } = await hashed('<p style="color:red">x</p>');
  expect(rules).toEqual([expect.stringMatching(/^\.s-[0-9a-f]{8}:not\(#\\20#\\20\)\{color:red\}$/)]);
});

test('one sheet is linked from the pages that need it and from no other', async () => {
  const dist = await siteFolder({
    'index.html': page('<p style="top:0">x</p>'),
    'a/index.html': page('<p style="top:1px">x</p>'),
    '404.html': page('<p style="top:1px">x</p>'),
    'plain/index.html': page('<p>x</p>'),
  });
  await runSteps(dist, [hashStyles()]);
  expect((await read(dist, SHEET)).trim().split('\n')).toHaveLength(2);
  expect(await read(dist, 'index.html')).toContain(`${LINK}</head>`);
  expect(await read(dist, 'a/index.html')).toContain(`href="../${SHEET}"`);
  expect(await read(dist, '404.html')).toContain(`href="/${SHEET}"`);
  expect(await read(dist, 'plain/index.html')).toBe(page('<p>x</p>'));
});
