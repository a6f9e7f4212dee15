/** The faces that stand in for the book's own while those have not come. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { fontFaces } from '../../src/build/font-faces.ts';

const faces = await readFile('src/styles/fallback-fonts.css', 'utf8');
const tokens = await readFile('src/styles/tokens.css', 'utf8');

test('each face is named by a token, and each name has its face', () => {
  const declared = fontFaces(faces).map(({ family }) => family);
  const named = [...tokens.matchAll(/"((?:Text|UI|Code) [^"]+)"/g)].map(([, name]) => name);
  expect(declared.length).toBeGreaterThan(10);
  expect(named.toSorted()).toEqual(declared.toSorted());
});

test('each draws with a font of the device alone, and says how large and how high', () => {
  for (const rule of faces.split('@font-face').slice(1))
    expect(rule).toMatch(
      /src: local\("[^"]+"\);\s+size-adjust: [\d.]+%;\s+ascent-override: [\d.]+%;\s+descent-override: [\d.]+%/,
    );
});
