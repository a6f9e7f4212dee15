/** Which variables share one memory, and what a long run shows. */
import { describe, expect, it } from 'vitest';
import { prepareAll, runListing } from '../../src/listing/build/index.ts';
import {
  bookText,
  type ListingSource,
  type ListingView,
  listingView,
  stateAt,
  variablesAt,
} from '../../src/listing/index.ts';

await prepareAll();

function viewOf(text: string, steps?: number): ListingView {
  const source: ListingSource = {
    file: 'p.py',
    title: 'A program',
    library: 'NumPy',
    text,
    axes: [],
    hues: [],
    notes: [],
    twins: [],
  };
  const run = runListing(text, new Map(), steps === undefined ? {} : { traceLimits: { steps } });
  return listingView(source, run, bookText(source, []));
}

const memories = (view: ListingView, step: number) =>
  Object.fromEntries(variablesAt(view, step).map(({ name, memory }) => [name, memory?.names ?? []]));

describe('variables', () => {
  const view = viewOf(
    'import numpy as np\na = np.zeros((2, 3))\nb = a.reshape(-1)\nc = a.copy()\nd = a.T\nb = b.copy()\nb[0] = 1\n',
  );

  it('say with whom they share memory, until a copy is taken', () => {
    const [ab, abd, ad] = [
      ['a', 'b'],
      ['a', 'b', 'd'],
      ['a', 'd'],
    ];
    expect(memories(view, 3)).toEqual({ a: ab, b: ab, c: [] });
    expect(memories(view, 4)).toEqual({ a: abd, b: abd, c: [], d: abd });
    expect(memories(view, 5)).toEqual({ a: ad, b: [], c: [], d: ad });
  });

  it('mark the cells that a write through another name has changed', () => {
    const written = viewOf('import numpy as np\na = np.zeros((2, 2))\nb = a.reshape(-1)\nb[1] = 5\n');
    const marks = (step: number) =>
      Object.fromEntries(
        variablesAt(written, step).map((value) => [value.name, value.kind === 'grid' ? value.marks : []]),
      );
    expect(marks(2)).toEqual({ a: undefined, b: undefined });
    expect(marks(3)).toEqual({
      a: [
        [undefined, 'changed'],
        [undefined, undefined],
      ],
      b: [[undefined, 'changed', undefined, undefined]],
    });
  });

  it('have strides, which a transpose exchanges', () => {
    const strides = Object.fromEntries(variablesAt(view, 4).map(({ name, stride }) => [name, stride]));
    expect(strides).toMatchObject({ a: [3, 1], d: [1, 3] });
  });

  it('are written in their own step, also by a copy that reads the same', () => {
    expect(stateAt(view, 5).writes.map(({ name }) => name)).toEqual(['b']);
  });
});

describe('a run of more steps than are shown', () => {
  const view = viewOf('total = 0\nfor i in range(1000):\n    total += i\nprint(total)\n', 50);

  it('says so, and shows what the program printed at its end', () => {
    expect(view.run).toMatchObject({ kind: 'ran', exception: null, cut: { reason: 'trace' } });
    expect(view.stops.length).toBeLessThanOrEqual(50);
    expect(view.stdout).toBe('499500\n');
  });
});
