import { expect, it } from 'vitest';
import { PROGRAMS, type Program, programSizes } from './python-chunks.ts';

/** The most bytes, gzipped, that a page may fetch to run a program of each kind: what it takes today, and a little. */
const LIMITS: Readonly<Record<Program, number>> = {
  'Python alone': 102_500,
  'Python with math': 110_100,
  'Python with random': 110_300,
  NumPy: 161_300,
  'NumPy with random numbers': 173_500,
  'NumPy with decompositions': 165_900,
  PyTorch: 197_000,
  'PyTorch with optimisers': 204_100,
  'PyTorch with data loaders': 207_900,
  'PyTorch with further layers': 211_300,
  'NumPy and PyTorch': 231_500,
  'Python with matplotlib': 108_300,
};

const sizes = await programSizes();

it.each(Object.keys(PROGRAMS) as Program[])('what a program of %s fetches fits its limit', (program) => {
  expect(sizes[program].gzipped).toBeLessThanOrEqual(LIMITS[program]);
});
