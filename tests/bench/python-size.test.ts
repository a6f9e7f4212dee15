import { expect, it } from 'vitest';
import { PROGRAMS, type Program, programSizes } from './python-chunks.ts';

/** The most bytes, gzipped, that a page may fetch to run a program of each kind: what it takes today, and a little. */
const LIMITS: Readonly<Record<Program, number>> = {
  'Python alone': 94_000,
  'Python with math': 101_700,
  'Python with random': 102_500,
  NumPy: 151_500,
  'NumPy with random numbers': 164_000,
  PyTorch: 180_500,
  'PyTorch with optimisers': 187_500,
  'NumPy and PyTorch': 215_500,
};

const sizes = await programSizes();

it.each(Object.keys(PROGRAMS) as Program[])('what a program of %s fetches fits its limit', (program) => {
  expect(sizes[program].gzipped).toBeLessThanOrEqual(LIMITS[program]);
});
