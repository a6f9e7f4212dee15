import { expect, it } from 'vitest';
import { PROGRAMS, type Program, programSizes } from './python-chunks.ts';

/** The most bytes, gzipped, that a page may fetch to run a program of each kind: what it takes today, and a little. */
const LIMITS: Readonly<Record<Program, number>> = {
  'Python alone': 102_000,
  'Python with math': 109_600,
  'Python with random': 109_800,
  NumPy: 161_700,
  'NumPy with random numbers': 174_000,
  'NumPy with decompositions': 166_300,
  PyTorch: 197_400,
  'PyTorch with optimisers': 204_500,
  'PyTorch with data loaders': 208_300,
  'PyTorch with further layers': 211_700,
  'NumPy and PyTorch': 231_400,
  'Python with matplotlib': 107_700,
};

const sizes = await programSizes();

it.each(Object.keys(PROGRAMS) as Program[])('what a program of %s fetches fits its limit', (program) => {
  expect(sizes[program].gzipped).toBeLessThanOrEqual(LIMITS[program]);
});
