import { expect, it } from 'vitest';
import { PROGRAMS, type Program, programSizes } from './python-chunks.ts';

/** The most bytes, gzipped, that a page may fetch to run a program of each kind: what it takes today, and a little. */
const LIMITS: Readonly<Record<Program, number>> = {
  'Python alone': 103_300,
  'Python with math': 110_900,
  'Python with random': 111_100,
  NumPy: 163_000,
  'NumPy with random numbers': 175_300,
  'NumPy with decompositions': 170_500,
  PyTorch: 199_900,
  'PyTorch with optimisers': 207_000,
  'PyTorch with data loaders': 210_800,
  'PyTorch with further layers': 214_200,
  'NumPy and PyTorch': 233_900,
  'Python with matplotlib': 109_000,
};

const sizes = await programSizes();

it.each(Object.keys(PROGRAMS) as Program[])('what a program of %s fetches fits its limit', (program) => {
  expect(sizes[program].gzipped).toBeLessThanOrEqual(LIMITS[program]);
});
