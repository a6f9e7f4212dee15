/** The table of figures says what was measured and whether it is enough. */
import { expect, test } from 'vitest';
import type { Quantity } from './quantities.ts';
import { report } from './report.ts';
import type { RivalName } from './rivals.ts';

type Values = Readonly<Partial<Record<Quantity, Partial<Record<RivalName, number>>>>>;

const rows = (values: Values): string[][] =>
  report((rival, quantity) => values[quantity]?.[rival])
    .trimEnd()
    .split('\n')
    .slice(2)
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

test.each<[string, Values, string[]]>([
  [
    'a size is held to its limit',
    { transferred: { book: 220_000, starlight: 211_400 } },
    ['transferred, first view', '≤ 220 kB', '211 kB', '–', '–', '220 kB', '', 'yes'],
  ],
  [
    'a size above it is not enough',
    { scriptAtLoad: { book: 10_100 } },
    ['JavaScript at load', '≤ 10.0 kB', '–', '–', '–', '10.1 kB', '', 'no'],
  ],
  [
    'a score must be whole',
    { seo: { book: 99 } },
    ['Lighthouse SEO', '≥ 100', '–', '–', '–', '99', '', 'no'],
  ],
  [
    'a time is held to the rival of the same run, whatever it was elsewhere',
    { firstPaint: { book: 2600, empty: 2000 } },
    ['first paint, simulated', '≤ 1.3 × empty (1050 ms)', '–', '–', '2000 ms', '2600 ms', '1.30', 'yes'],
  ],
  [
    'a time without its rival is not met',
    { answer: { book: 10 } },
    ['until a slider answers', '≤ 0.45 × Starlight (2.25 s)', '–', '–', '–', '0.01 s', '', 'no'],
  ],
  [
    'a layout shift that rounds to 0 counts as none',
    { shifted: { book: 0.0004 } },
    ['layout shift, slow 4G', '≤ 0.000', '–', '–', '–', '0.000', '', 'yes'],
  ],
  [
    'a layout shift that rounds to more does not',
    { shifted: { book: 0.0006 } },
    ['layout shift, slow 4G', '≤ 0.000', '–', '–', '–', '0.001', '', 'no'],
  ],
  [
    'a count must reach that of the rival',
    { places: { book: 18, mafs: 20 } },
    ['places shown while dragging', '≥ Mafs', '–', '20', '–', '18', '0.90', 'no'],
  ],
])('%s', (_, values, row) => {
  expect(rows(values)).toEqual([row]);
});

test('what was not measured has no row', () => {
  expect(rows({ transferred: { starlight: 1 } })).toEqual([]);
});
