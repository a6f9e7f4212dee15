import { expect, it } from 'vitest';
import { PROGRAMS, type Program, programSizes } from './python-chunks.ts';

/** The most bytes, gzipped, that a page may fetch to run a program of each kind: what it takes today, and a little. */
const LIMITS: Readonly<Record<Program, number>> = {
  'Python alone': 104_400,
  'Python with math': 112_500,
  'Python with random': 112_300,
  NumPy: 164_200,
  'NumPy with random numbers': 176_500,
  'NumPy with decompositions': 170_400,
  PyTorch: 200_600,
  'PyTorch with optimisers': 211_900,
  'PyTorch with data loaders': 211_500,
  'PyTorch with further layers': 217_100,
  'NumPy and PyTorch': 234_700,
  'Python with matplotlib': 110_500,
};

const sizes = await programSizes();

it.each(Object.keys(PROGRAMS) as Program[])('what a program of %s fetches fits its limit', (program) => {
  expect(sizes[program].gzipped).toBeLessThanOrEqual(LIMITS[program]);
});
