import { expect, it } from 'vitest';
import { PROGRAMS, type Program, programSizes } from './python-chunks.ts';

/** The most bytes, gzipped, that a page may fetch to run a program of each kind: what it takes today, and a little. */
const LIMITS: Readonly<Record<Program, number>> = {
  'Python alone': 105_400,
  'Python with math': 113_500,
  'Python with random': 113_300,
  NumPy: 165_900,
  'NumPy with random numbers': 178_100,
  'NumPy with decompositions': 172_000,
  PyTorch: 202_600,
  'PyTorch with optimisers': 213_700,
  'PyTorch with data loaders': 213_400,
  'PyTorch with further layers': 219_100,
  'NumPy and PyTorch': 237_000,
  'Python with matplotlib': 111_500,
};

const sizes = await programSizes();

it.each(Object.keys(PROGRAMS) as Program[])('what a program of %s fetches fits its limit', (program) => {
  expect(sizes[program].gzipped).toBeLessThanOrEqual(LIMITS[program]);
});
