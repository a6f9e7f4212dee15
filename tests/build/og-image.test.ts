import sharp from 'sharp';
import { expect, test } from 'vitest';
import { ogImage } from '../../src/build/og-image.ts';

const card = { title: 'Vectors, Matrices, and Operations', kicker: 'Wx + b · Section 8 of 12' };

test('the picture is a PNG of the size that shared links show', async () => {
  const { format, width, height } = await sharp(await ogImage(card)).metadata();
  expect({ format, width, height }).toEqual({ format: 'png', width: 1200, height: 630 });
});

test('different texts give different pictures, equal ones the same bytes', async () => {
  const picture = await ogImage(card);
  expect(picture.equals(await ogImage(card))).toBe(true);
  expect(picture.equals(await ogImage({ ...card, title: 'Derivatives' }))).toBe(false);
});

test('letters of the formula have the colours of what they mean', async () => {
  const bottom = { left: 84, top: 450, width: 1032, height: 120 };
  const { data } = await sharp(await ogImage({ ...card, formula: 'x' }))
    .extract(bottom)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const colours = new Set(
    Array.from({ length: data.length / 3 }, (_, i) => data.toString('hex', 3 * i, 3 * i + 3)),
  );
  expect(colours).toContain('2a4074');
  expect(colours).not.toContain('a93a03');
});

test('a very long title leaves the right edge free', async () => {
  const title = 'The gradient of a very long composition of functions, step by step';
  const edge = sharp(await ogImage({ ...card, title })).extract({
    left: 1190,
    top: 0,
    width: 10,
    height: 630,
  });
  expect(Math.min(...(await edge.greyscale().raw().toBuffer()))).toBeGreaterThan(240);
});

test('a character that no face of the book has is named', async () => {
  await expect(ogImage({ ...card, title: '漢' })).rejects.toThrow('cannot draw "漢"');
});
