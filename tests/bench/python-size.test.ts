import { expect, it } from 'vitest';
import { PROGRAMS, type Program, programSizes } from './python-chunks.ts';

/** The most bytes, gzipped, that a page may fetch to run a program of each kind: what it takes today, and a little. */
const LIMITS: Readonly<Record<Program, number>> = {
  'Python alone': 101_700,
  'Python with math': 109_300,
  'Python with random': 109_500,
  NumPy: 160_500,
  'NumPy with random numbers': 172_700,
  'NumPy with decompositions': 165_100,
  PyTorch: 196_200,
  'PyTorch with optimisers': 203_300,
  'PyTorch with data loaders': 207_100,
  'PyTorch with further layers': 210_500,
  'NumPy and PyTorch': 230_700,
  'Python with matplotlib': 107_500,
};

const sizes = await programSizes();

it.each(Object.keys(PROGRAMS) as Program[])('what a program of %s fetches fits its limit', (program) => {
  expect(sizes[program].gzipped).toBeLessThanOrEqual(LIMITS[program]);
});
