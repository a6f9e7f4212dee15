/** The reader's numbers: kept, in the address, within their bounds, whatever is read. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAdjustable } from '../../src/figures/build/index.ts';
import {
  entriesByKey,
  keptNumbers,
  type NumberList,
  numbersQuery,
  readKeptNumbers,
  readNumbersQuery,
  withNumberAt,
} from '../../src/figures/index.ts';

const FIGURES =
  'W = np.array([[0.2, -0.5]])  #: adjustable -2..2 step 0.1\nrate = 0.1  #: adjustable 0..1 step 0.1\n';
const entries = entriesByKey(readAdjustable({ file: 'figures.py', text: FIGURES }));
const put = (...pairs: readonly (readonly [string, string])[]) =>
  pairs.reduce<NumberList>((list, [key, number]) => withNumberAt(list, entries, key, number), []);

test.each([
  ['a number', [['W[0, 1]', '0.7']], [['W[0, 1]', '0.7']]],
  [
    'two in the order of the file',
    [
      ['rate', '0.5'],
      ['W[0, 0]', '1'],
    ],
    [
      ['W[0, 0]', '1.0'],
      ['rate', '0.5'],
    ],
  ],
  [
    "the book's own",
    [
      ['W[0, 1]', '0.7'],
      ['W[0, 1]', '-0.50'],
    ],
    [],
  ],
  [
    'one beyond its bounds',
    [
      ['W[0, 1]', '-99'],
      ['rate', '1.5'],
    ],
    [
      ['W[0, 1]', '-2.0'],
      ['rate', '1.0'],
    ],
  ],
  [
    'what is no number',
    [
      ['W[0, 1]', '1e'],
      ['rate', 'x'],
    ],
    [],
  ],
  ['a power of ten, written out', [['rate', '25e-2']], [['rate', '0.25']]],
  [
    'an entry that is not there',
    [
      ['W[7, 7]', '1'],
      ['__proto__', '1'],
    ],
    [],
  ],
] as const)('%s', (_, pairs, list) => {
  expect(put(...pairs)).toEqual(list);
});

const someNumbers = fc
  .array(fc.tuple(fc.constantFrom(...entries.keys()), fc.integer({ min: -300, max: 300 })))
  .map((pairs) => put(...pairs.map(([key, n]) => [key, (n / 100).toFixed(2)] as const)));

describe('numbers come back as they were', () => {
  test('from the device', () => {
    fc.assert(
      fc.property(someNumbers, (list) => {
        expect(readKeptNumbers(keptNumbers(list, entries), entries)).toEqual(list);
      }),
    );
  });

  test('from an address', () => {
    expect(numbersQuery(put(['W[0, 1]', '0.7'], ['rate', '0.5']), entries)).toBe('W.0.1=0.7&rate=0.5');
    fc.assert(
      fc.property(someNumbers, (list) => {
        expect(readNumbersQuery(numbersQuery(list, entries), entries)).toEqual(list);
      }),
    );
  });

  test('but not where the book has another number by now', () => {
    const kept = keptNumbers(put(['W[0, 1]', '0.7'], ['rate', '0.5']), entries);
    const later = entriesByKey(readAdjustable({ file: 'figures.py', text: FIGURES.replace('-0.5', '-0.6') }));
    expect(readKeptNumbers(kept, later)).toEqual([['rate', '0.5']]);
  });
});

test('whatever is kept or addressed, what is read fits the figures', () => {
  const fits = (list: NumberList) =>
    list.every(([key, number]) => {
      const { minimum = 1, maximum = 0 } = entries.get(key) ?? {};
      return Number(number) >= minimum && Number(number) <= maximum;
    });
  const soup = fc.array(
    fc.constantFrom(
      'W',
      '.0',
      '.1',
      '=',
      '&',
      '0.7',
      '-',
      '9',
      '%',
      '%41',
      '[',
      ']',
      '"',
      'rate',
      '__proto__',
      '[["W[0, 1]"',
      ',"0.7"',
      ',"-0.5"]]',
      '\u0000',
    ),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        soup.map((pieces) => pieces.join('')),
      ),
      (text) => {
        expect(fits(readNumbersQuery(text, entries))).toBe(true);
        expect(fits(readKeptNumbers(text, entries))).toBe(true);
      },
    ),
  );
});
