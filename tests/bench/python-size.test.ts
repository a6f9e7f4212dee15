import { expect, it } from 'vitest';
import { PROGRAMS, type Program, programSizes } from './python-chunks.ts';

/** The most bytes, gzipped, that a page may fetch to run a program of each kind: what it takes today, and a little. */
const LIMITS: Readonly<Record<Program, number>> = {
  'Python alone': 96_000,
  'Python with math': 103_600,
  'Python with random': 103_500,
  NumPy: 152_900,
  'NumPy with random numbers': 165_100,
  'NumPy with decompositions': 160_500,
  PyTorch: 185_000,
  'PyTorch with optimisers': 192_000,
  'PyTorch with data loaders': 195_700,
  'PyTorch with further layers': 199_300,
  'NumPy and PyTorch': 219_500,
  'Python with matplotlib': 101_700,
};

const sizes = await programSizes();

it.each(Object.keys(PROGRAMS) as Program[])('what a program of %s fetches fits its limit', (program) => {
  expect(sizes[program].gzipped).toBeLessThanOrEqual(LIMITS[program]);
});
