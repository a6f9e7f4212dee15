import { expect, it } from 'vitest';
import { PROGRAMS, type Program, programSizes } from './python-chunks.ts';

/** The most bytes, gzipped, that a page may fetch to run a program of each kind: what it takes today, and a little. */
const LIMITS: Readonly<Record<Program, number>> = {
  'Python alone': 104_300,
  'Python with math': 111_900,
  'Python with random': 112_200,
  NumPy: 164_100,
  'NumPy with random numbers': 176_400,
  'NumPy with decompositions': 170_300,
  PyTorch: 200_600,
  'PyTorch with optimisers': 211_900,
  'PyTorch with data loaders': 211_500,
  'PyTorch with further layers': 216_100,
  'NumPy and PyTorch': 234_700,
  'Python with matplotlib': 110_500,
};

const sizes = await programSizes();

it.each(Object.keys(PROGRAMS) as Program[])('what a program of %s fetches fits its limit', (program) => {
  expect(sizes[program].gzipped).toBeLessThanOrEqual(LIMITS[program]);
});
