import { expect, it } from 'vitest';
import { PROGRAMS, type Program, programSizes } from './python-chunks.ts';

/** The most bytes, gzipped, that a page may fetch to run a program of each kind: what it takes today, and a little. */
const LIMITS: Readonly<Record<Program, number>> = {
  'Python alone': 100_000,
  'Python with math': 107_600,
  'Python with random': 108_000,
  NumPy: 156_900,
  'NumPy with random numbers': 169_100,
  'NumPy with decompositions': 161_500,
  PyTorch: 194_000,
  'PyTorch with optimisers': 201_100,
  'PyTorch with data loaders': 204_700,
  'PyTorch with further layers': 208_300,
  'NumPy and PyTorch': 227_100,
  'Python with matplotlib': 105_700,
};

const sizes = await programSizes();

it.each(Object.keys(PROGRAMS) as Program[])('what a program of %s fetches fits its limit', (program) => {
  expect(sizes[program].gzipped).toBeLessThanOrEqual(LIMITS[program]);
});
