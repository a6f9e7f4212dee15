import { expect, it } from 'vitest';
import { PROGRAMS, type Program, programSizes } from './python-chunks.ts';

/** The most bytes, gzipped, that a page may fetch to run a program of each kind: what it takes today, and a little. */
const LIMITS: Readonly<Record<Program, number>> = {
  'Python alone': 93_000,
  'Python with math': 95_800,
  'Python with random': 101_200,
  NumPy: 145_400,
  'NumPy with random numbers': 157_500,
  PyTorch: 171_000,
  'PyTorch with optimisers': 178_000,
  'NumPy and PyTorch': 205_500,
};

const sizes = await programSizes();

it.each(Object.keys(PROGRAMS) as Program[])('what a program of %s fetches fits its limit', (program) => {
  expect(sizes[program].gzipped).toBeLessThanOrEqual(LIMITS[program]);
});
