import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { fontFaces } from '../../src/build/font-faces.ts';
import { woff2Only } from '../../src/build/katex-woff2.ts';

test("every face of KaTeX's own sheet keeps its woff2 source and no other", async () => {
  const path = createRequire(import.meta.url).resolve('katex/dist/katex.min.css');
  const css = await readFile(path, 'utf8');
  const faces = fontFaces(woff2Only(css));
  expect(faces).toHaveLength(fontFaces(css).length);
  for (const face of faces)
    expect(face.urls).toEqual([expect.stringMatching(/^fonts\/KaTeX_[\w-]+\.woff2$/)]);
});

test('other rules stay as they are', () => {
  expect(woff2Only('.katex{font:normal 1.21em KaTeX_Main}')).toBe('.katex{font:normal 1.21em KaTeX_Main}');
});

test('a face without a woff2 source stops the build', () => {
  expect(() => woff2Only('@font-face{src:url(a.ttf) format("truetype")}')).toThrow(
    'A font of KaTeX has no woff2 source: url(a.ttf)',
  );
});
