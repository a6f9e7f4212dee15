/** Unicode's own names of the letters decide: the normal form NFKC of each is the plain letter. */
import { describe, expect, test } from 'vitest';
import { hasLetters, inFace } from '../../src/formula/letters.ts';

const LATIN = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const FACES = [
  'bold',
  'italic',
  'bold-italic',
  'script',
  'fraktur',
  'double-struck',
  'sans-serif',
  'monospace',
];

describe.each(FACES)('the face %s', (face) => {
  test('has a character of its own for each Latin letter', () => {
    const letters = [...inFace(LATIN, face)];
    expect(letters.map((letter) => letter.normalize('NFKC')).join('')).toBe(LATIN);
    expect(new Set([...letters, ...LATIN]).size).toBe(2 * LATIN.length);
    expect(letters.every((letter) => /\p{Letter}/u.test(letter))).toBe(true);
  });
});

test.each([
  ['bold', '0123456789', '0123456789'],
  ['double-struck', '0123456789', '0123456789'],
  ['italic', 'αβθω', 'αβθω'],
])('%s also draws %s', (face, text, plain) => {
  const drawn = inFace(text, face);
  expect(drawn).not.toBe(text);
  expect(drawn.normalize('NFKC')).toBe(plain);
});

test('a character without such a letter stays, and so does all text in a face that Unicode lacks', () => {
  expect(inFace('x+é', 'bold')).toBe('𝐱+é');
  expect(inFace('x', 'normal')).toBe('x');
  expect([hasLetters('bold'), hasLetters('normal')]).toEqual([true, false]);
});
