/** Functions of real numbers beside CPython's, for the 5,000 arguments that tests/goldens/real-functions/record.py drew. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as elementary from '../../../src/tensor/elementary/index.ts';
import * as functions from '../../../src/tensor/real-functions/index.ts';

const recorded = JSON.parse(
  readFileSync(new URL('../../goldens/real-functions/recorded.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, readonly (readonly number[])[]>>;

const { exp, log, pow } = elementary;
const all: Readonly<Record<string, (...args: number[]) => number>> = { ...functions, exp, log, pow } as never;

/** The functions that the C library rounds to the nearest double in nearly all cases; here it is always the nearest. */
const NEAREST = [
  'exp',
  'log',
  'log2',
  'exp2',
  'sin',
  'cos',
  'tan',
  'asin',
  'acos',
  'atan',
  'atan2',
  'pow',
  'hypot',
];

/** The functions of which every digit is the C library's: they take its steps. */
const SAME_STEPS = Object.keys(recorded).filter(
  (name) => !NEAREST.includes(name) && name !== 'gamma' && name !== 'lgamma',
);

const differing = (name: string): (readonly number[])[] =>
  (recorded[name] ?? []).filter((row) => !Object.is(all[name]?.(...row.slice(0, -1)), row.at(-1)));

/** The distance of two doubles of one sign, in units of the last place. */
function distance(a: number, b: number): number {
  const bits = (x: number) => new BigInt64Array(new Float64Array([Math.abs(x)]).buffer)[0] as bigint;
  return Math.abs(Number(bits(a) - bits(b)));
}

describe('nearly always the nearest double', () => {
  test.each(NEAREST)('%s', (name) => {
    const rows = differing(name);
    expect(rows.length).toBeLessThanOrEqual(2);
    for (const row of rows)
      expect(distance(all[name]?.(...row.slice(0, -1)) ?? Number.NaN, row.at(-1) as number)).toBe(1);
  });
});

describe('in the steps of the C library', () => {
  test.each(SAME_STEPS)('%s', (name) => {
    expect(differing(name).length).toBeLessThanOrEqual(name === 'expm1' || name === 'sinh' ? 1 : 0);
  });
});
