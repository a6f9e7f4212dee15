import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { create } from 'fontkitten';
import katex from 'katex';
import { describe, expect, test } from 'vitest';
import { fontRules, formulaTexts, glyphsByFace } from '../../src/build/katex-glyphs.ts';
import { PageSource } from '../../src/build/page-source.ts';
import { runSteps } from '../../src/build/site-step.ts';
import { subsetFonts } from '../../src/build/subset-fonts.ts';
import { codeCharacters, pageCharacters } from '../../src/build/used-characters.ts';
import { filesOf, page, read, siteFolder } from './site-folder.ts';

const { resolve } = createRequire(import.meta.url);
const interLatin = await readFile(resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'));
const interGreek = await readFile(resolve('@fontsource-variable/inter/files/inter-greek-wght-normal.woff2'));
const katexCss = await readFile(resolve('katex/dist/katex.css'), 'utf8');

const SHEET = `body{font-family:"Inter Variable";font-variant-numeric:tabular-nums}
@font-face{font-family:"Inter Variable";font-weight:400 700;src:url(/_astro/latin.AAA.woff2);unicode-range:U+0-FF,U+2212}
@font-face{font-family:"Inter Variable";font-weight:400 700;src:url(/_astro/greek.BBB.woff2);unicode-range:U+370-3FF}`;

function site(body: string, css = SHEET) {
  return siteFolder({
    'index.html': page(body, '<link rel="preload" as="font" href="/_astro/latin.AAA.woff2">'),
    '_astro/a.css': css,
    '_astro/latin.AAA.woff2': interLatin,
    '_astro/greek.BBB.woff2': interGreek,
  });
}

async function fontAt(dist: string, stem: string) {
  const path = (await filesOf(dist)).find((name) => name.startsWith(`_astro/${stem}.`)) ?? '';
  const bytes = await readFile(join(dist, path));
  const font = create(bytes);
  if ('fonts' in font) throw new Error(`${path} is a collection.`);
  return { path, bytes, font };
}

describe('a face of the text', () => {
  test('keeps what the book and its readers can write, in far less bytes', async () => {
    const dist = await site('<p>naïve ×</p>');
    await runSteps(dist, [subsetFonts()]);
    const { font, bytes } = await fontAt(dist, 'latin');
    expect([...'AZaz09{}ï×−'].filter((c) => !font.hasGlyphForCodePoint(c.codePointAt(0) ?? 0))).toEqual([]);
    expect(font.hasGlyphForCodePoint('ø'.charCodeAt(0))).toBe(false);
    expect(bytes.length).toBeLessThan(interLatin.length / 2);
  });

  test('keeps only the weights that its rule names', async () => {
    const dist = await site('x');
    await runSteps(dist, [subsetFonts()]);
    const { font } = await fontAt(dist, 'latin');
    expect(font.variationAxes).toMatchObject({ wght: { min: 400, max: 700 } });
  });

  test('of one weight is no longer variable', async () => {
    const dist = await site('x', SHEET.replaceAll('400 700', '400'));
    await runSteps(dist, [subsetFonts()]);
    expect((await fontAt(dist, 'latin')).font.variationAxes).toEqual({});
  });

  test('is renamed by its content wherever it is mentioned', async () => {
    const dist = await site('x');
    await runSteps(dist, [subsetFonts()]);
    const { path } = await fontAt(dist, 'latin');
    expect(path).toMatch(/^_astro\/latin\.[0-9a-f]{8}\.woff2$/);
    expect(await read(dist, '_astro/a.css')).toContain(`url(/${path})`);
    expect(await read(dist, 'index.html')).toContain(`href="/${path}"`);
  });

  test('is dropped with its rule where no text can use it', async () => {
    const dist = await site('no Greek');
    await runSteps(dist, [subsetFonts()]);
    expect((await filesOf(dist)).filter((path) => path.includes('greek'))).toEqual([]);
    expect((await read(dist, '_astro/a.css')).match(/@font-face/g)).toHaveLength(1);
  });

  test.each([
    ['text', '<p>λ</p>'],
    ['an attribute', '<p title="λ">x</p>'],
    ['a script', '<p>x</p>', 'export const a = "\\u03bb"'],
  ])('is kept for one character in %s', async (_, body, script = '') => {
    const dist = await site(body, `${SHEET}/*${script}*/`);
    await runSteps(dist, [subsetFonts()]);
    const { font } = await fontAt(dist, 'greek');
    expect(font.hasGlyphForCodePoint('λ'.charCodeAt(0))).toBe(true);
  });

  test('that a page preloads and none uses stops the build', async () => {
    const dist = await site(
      'x',
      SHEET.replace('body{', 'body{--x:1}i{').replaceAll('"Inter Variable";font-v', 'serif;font-v'),
    );
    await expect(runSteps(dist, [subsetFonts()])).rejects.toThrow(
      'index.html asks for the font _astro/latin.AAA.woff2, which no text of the book uses',
    );
  });
});

test('characters of a page are decoded, markup is not text', () => {
  expect([...pageCharacters(new PageSource('<p alt="&Omega;">&lambda;</p>'))].sort()).toEqual(['Ω', 'λ']);
});

test.each([
  ["'\\u2212'", '−'],
  ["'\\u{1d400}'", '𝐀'],
  ["'\\xd7'", '×'],
  ['a::before{content:"\\2192"}', '→'],
])('the escape in %s counts as %s', (code, character) => {
  expect(codeCharacters(code)).toContain(character);
});

describe('a face of KaTeX', () => {
  const glyphsOf = (formula: string) => {
    const html = katex.renderToString(formula, { displayMode: true });
    const formulas = formulaTexts(new PageSource(page(`text outside ${html}`)));
    return glyphsByFace(formulas, fontRules(katexCss));
  };

  test.each([
    ['letters of formulas in italics', 'W', 'KaTeX_Math italic', 'W'],
    ['bold ones', '\\mathbf{x}', 'KaTeX_Main bold', 'x'],
    ['the upright ones', '\\mathrm{d} + 2', 'KaTeX_Main', 'd+2'],
    ['the blackboard ones', '\\mathbb{R}', 'KaTeX_AMS', 'R'],
    ['large operators', '\\sum', 'KaTeX_Size2', '∑'],
    ['large brackets', '\\Bigl[', 'KaTeX_Size2', '['],
    ['stacked brackets', '\\biggl(', 'KaTeX_Size3', '('],
    ['typewriter', '\\mathtt{x}', 'KaTeX_Typewriter', 'x'],
  ])('draws %s', (_, formula, family, characters) => {
    expect([...(glyphsOf(formula).get(family) ?? [])]).toEqual(expect.arrayContaining([...characters]));
  });

  test('is not asked for what stands outside formulas or only in MathML', () => {
    const glyphs = glyphsOf('x');
    expect(glyphs.get('KaTeX_Main') ?? new Set()).not.toContain('u');
    expect([...glyphs.keys()]).toEqual(['KaTeX_Math italic']);
  });

  test('is asked for the characters of its own weight and style alone', () => {
    const glyphs = glyphsOf('\\mathbf{x} = 2y');
    expect(
      Object.fromEntries([...glyphs].map(([face, characters]) => [face, [...characters].sort().join('')])),
    ).toEqual({
      'KaTeX_Main bold': 'x',
      KaTeX_Main: '2=',
      'KaTeX_Math italic': 'y',
    });
  });
});
