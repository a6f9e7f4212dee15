/** The program that the page for readers' own programs begins with: the two libraries, and a line to write in. */
import type { ListingSource } from './listing-source.ts';

export const BLANK_PROGRAM: ListingSource = {
  file: 'program.py',
  title: 'A program of your own',
  library: 'NumPy',
  text: 'import numpy as np\nimport torch\n\n',
  axes: [],
  // As in the chapter: inputs, weights, bias, pre-activations, activations.
  hues: [
    ['x', 'x'],
    ['X', 'x'],
    ['W', 'w'],
    ['b', 'b'],
    ['z', 'z'],
    ['Z', 'z'],
    ['a', 'a'],
    ['A', 'a'],
  ],
  notes: [],
  twins: [],
};
