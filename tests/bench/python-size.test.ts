import { expect, it } from 'vitest';
import { PROGRAMS, type Program, programSizes } from './python-chunks.ts';

/** The most bytes, gzipped, that a page may fetch to run a program of each kind: what it takes today, and a little. */
const LIMITS: Readonly<Record<Program, number>> = {
  'Python alone': 90_400,
  'Python with math': 93_100,
  NumPy: 139_000,
  PyTorch: 158_000,
  'NumPy and PyTorch': 191_400,
};

const sizes = await programSizes();

it.each(Object.keys(PROGRAMS) as Program[])('what a program of %s fetches fits its limit', (program) => {
  expect(sizes[program].gzipped).toBeLessThanOrEqual(LIMITS[program]);
});
