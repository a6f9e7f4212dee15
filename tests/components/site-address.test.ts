/** Where a listing's files are, seen from any page. */
import { describe, expect, it } from 'vitest';
import {
  keptName,
  pathOf,
  rootOf,
  startFromAddress,
  startFromQuery,
} from '../../src/components/listing/site-address.ts';

const PATH = 'mathematics/vectors-and-more/listings/';

describe('the folder of a listing', () => {
  it.each(['../../', '../', './', ''])('is a way up to the root, here "%s", and a path from there', (up) => {
    expect([rootOf(up + PATH), pathOf(up + PATH)]).toEqual([up, PATH]);
    expect(keptName(up + PATH, 'dot.py')).toBe(`program ${PATH}dot.py`);
  });
});

describe("the address of the page for readers' own programs", () => {
  it('names the program that it begins with', () => {
    const address = startFromAddress(`../../${PATH}`, 'dot_product.py');
    expect(new URL(address, 'https://book.example/a/b/').pathname).toBe('/run/');
    expect(startFromQuery(new URL(address, 'https://book.example/').search)).toEqual({
      folder: PATH,
      file: 'dot_product.py',
    });
  });

  it.each([
    '',
    '?from=',
    '?from=dot.py',
    '?from=../../listings/dot.py',
    '?from=a/b/listings/../dot.py',
    '?from=//other.example/listings/dot.py',
    '?from=https://other.example/listings/dot.py',
    '?from=a/b/listings/dot.json',
    '?from=a/b/listings/dot.py%00',
  ])('that names none, as in "%s", begins with the blank page', (query) => {
    expect(startFromQuery(query)).toBeUndefined();
  });
});
