import { describe, expect, test } from 'vitest';
import { fontFaces, namesFamily, usedFeatures } from '../../src/build/font-faces.ts';

describe('a face', () => {
  const css = `a{top:0}@font-face{font-family:"Inter Variable";font-weight:400 700;
    src:url(/_astro/inter.woff2) format("woff2");unicode-range:U+26,U+0-7F,U+4??;font-feature-settings:"calt" 0,"zero"}`;
  const [face] = fontFaces(css);

  test('is read with family, files, weights, characters and features turned off', () => {
    expect(face).toMatchObject({
      family: 'Inter Variable',
      urls: ['/_astro/inter.woff2'],
      weights: { min: 400, max: 700 },
      unicodeRange: [
        [0x26, 0x26],
        [0, 0x7f],
        [0x400, 0x4ff],
      ],
      featuresOff: ['calt'],
    });
  });

  test('knows where its rule stands', () => {
    expect(css.slice(face?.start, face?.end)).toMatch(/^@font-face\{[^}]*\}$/);
  });

  test.each([
    ['font-weight:700;', 700],
    ['font-weight:bold;', 700],
    ['', 400],
  ])('with "%s" is of the one weight %i', (descriptor, weight) => {
    const [plain] = fontFaces(`@font-face{font-family:A;${descriptor}src:url(a.woff2)}`);
    expect(plain?.weights).toEqual({ min: weight, max: weight });
  });
});

test.each([
  ['p{font-family:Inter,sans-serif}', true],
  ['p{font:1em/1.5 "Inter"}', true],
  [':root{--ui:"Inter",sans-serif}', true],
  ['@font-face{font-family:Inter;src:url(a.woff2)}', false],
  ['p{font-family:serif}', false],
])('whether %s names the family: %s', (css, expected) => {
  expect(namesFamily(css, 'Inter')).toBe(expected);
});

test.each([
  ['td{font-variant-numeric:tabular-nums slashed-zero}', ['tnum', 'zero']],
  ['td{font-variant:small-caps}', ['smcp']],
  ['td{font-feature-settings:"ss01" 1,"case"}', ['ss01', 'case']],
])('%s asks for %j', (css, tags) => {
  expect([...usedFeatures(css)]).toEqual(expect.arrayContaining([...tags, 'kern', 'liga']));
});

test('features that no rule asks for are not kept', () => {
  expect(usedFeatures('p{top:0}')).not.toContain('tnum');
});
