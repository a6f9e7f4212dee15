/** The worked sums of an exercise's answer, derived as those beside the lines of a listing are. */
import { type ListingSource, listingView, stateAt, type Work } from '../../listing/index.ts';
import { runListing } from '../../listing/run/index.ts';
import type { ExerciseSource } from '../source/exercise-source.ts';
import type { Drawn } from './drawn.ts';
import { runSeed } from './open-session.ts';

/** The lines whose sums are shown: that of the answer, and those that an author marks. */
const SHOWN = /^answer\s*=|#: work\s*$/;
/** Names that mean the same quantity everywhere in the book. */
const HUES: ListingSource['hues'] = [
  ['x', 'x'],
  ['X', 'x'],
  ['W', 'w'],
  ['w', 'w'],
  ['b', 'b'],
  ['z', 'z'],
  ['Z', 'z'],
];

/** Returns the sums, in the order of the program; none where nothing that the answer is made of has any. */
export function workedSolution({ program, name, title }: ExerciseSource, { seed, attempt }: Drawn): Work[] {
  const lines = program.split('\n');
  const run = runListing(program, new Map(), { seed: runSeed(seed, attempt) });
  const source: ListingSource = {
    file: name,
    title,
    library: 'NumPy',
    text: program,
    axes: [],
    hues: HUES,
    notes: [],
    twins: [],
  };
  const view = listingView(source, run, { text: program, lines: [], notes: new Map() });
  return view.stops
    .filter(({ line }) => SHOWN.test(lines[line - 1] ?? ''))
    .flatMap(({ step }) => stateAt(view, step).work);
}
