import { expect, it } from 'vitest';
import { PROGRAMS, type Program, programSizes } from './python-chunks.ts';

/** The most bytes, gzipped, that a page may fetch to run a program of each kind: what it takes today, and a little. */
const LIMITS: Readonly<Record<Program, number>> = {
  'Python alone': 103_800,
  'Python with math': 111_400,
  'Python with random': 111_700,
  NumPy: 163_700,
  'NumPy with random numbers': 176_000,
  'NumPy with decompositions': 170_500,
  PyTorch: 199_700,
  'PyTorch with optimisers': 206_900,
  'PyTorch with data loaders': 210_600,
  'PyTorch with further layers': 214_000,
  'NumPy and PyTorch': 233_900,
  'Python with matplotlib': 109_600,
};

const sizes = await programSizes();

it.each(Object.keys(PROGRAMS) as Program[])('what a program of %s fetches fits its limit', (program) => {
  expect(sizes[program].gzipped).toBeLessThanOrEqual(LIMITS[program]);
});
