import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { create } from 'fontkitten';
import { describe, expect, test } from 'vitest';
import { formulaCharacters } from '../../src/build/formula-characters.ts';
import { PageSource } from '../../src/build/page-source.ts';
import { runSteps } from '../../src/build/site-step.ts';
import { subsetFonts } from '../../src/build/subset-fonts.ts';
import { codeCharacters, pageCharacters } from '../../src/build/used-characters.ts';
import { filesOf, page, read, siteFolder } from './site-folder.ts';

const { resolve } = createRequire(import.meta.url);
const interLatin = await readFile(resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'));
const interGreek = await readFile(resolve('@fontsource-variable/inter/files/inter-greek-wght-normal.woff2'));
const mathsFont = await readFile('src/styles/fonts/stix-two-math-even-roots.woff2');

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

describe('the face of formulas', () => {
  const charactersOf = (formula: string) =>
    [...formulaCharacters(new PageSource(page(`text outside ${formula}`)))].sort().join('');

  test.each([
    ['a single letter slanted', '<math><mi>W</mi></math>', '𝑊'],
    ['one that stands upright as it is', '<math><mi mathvariant="normal">d</mi></math>', 'd'],
    ['the name of a function as it is', '<math><mi>cos</mi></math>', 'cos'],
    ['letters of another face', '<math><mi>𝐱</mi></math>', '𝐱'],
    ['what stands in it at any depth', '<math><msqrt><mrow><mn>2</mn></mrow></msqrt></math>', '2'],
    ['nothing of the text outside', '', ''],
  ])('is asked for %s', (_, formula, characters) => {
    expect(charactersOf(formula)).toBe([...characters].sort().join(''));
  });

  test('keeps the parts of roots and brackets that grow, in a tenth of its bytes', async () => {
    const dist = await siteFolder({
      'index.html': page('<math><msqrt><mi>x</mi></msqrt></math>'),
      '_astro/a.css':
        'math{font-family:"STIX Two Math"}@font-face{font-family:"STIX Two Math";src:url(/_astro/maths.AAA.woff2)}',
      '_astro/maths.AAA.woff2': mathsFont,
    });
    await runSteps(dist, [subsetFonts()]);
    const { font, bytes } = await fontAt(dist, 'maths');
    const root = font.glyphForCodePoint('√'.codePointAt(0) ?? 0);
    expect(font.hasGlyphForCodePoint('𝑥'.codePointAt(0) ?? 0)).toBe(true);
    expect(font.hasGlyphForCodePoint('∮'.codePointAt(0) ?? 0)).toBe(false);
    // The signs of taller roots have no character; they are there if there are more glyphs than characters.
    expect(font.numGlyphs).toBeGreaterThan(font.characterSet.length + 10);
    expect(root.advanceWidth).toBe(920);
    expect(bytes.length).toBeLessThan(mathsFont.length / 10);
  });
});
