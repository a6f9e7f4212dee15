/** What broadcasting stretched, and a run that stops where nobody asked for it. */
import { describe, expect, it } from 'vitest';
import { prepareAll, runListing } from '../../src/listing/build/index.ts';
import {
  bookText,
  type ListingSource,
  listingView,
  stateAt,
  stopAtSilentBroadcast,
} from '../../src/listing/index.ts';

await prepareAll();

const sourceOf = (text: string): ListingSource => ({
  file: 'p.py',
  title: 'A program',
  library: 'NumPy',
  text,
  axes: [],
  hues: [],
  notes: [],
  twins: [],
});

function broadcastsOf(last: string) {
  const text = `import numpy as np\nZ = np.zeros((4, 2))\nb = np.ones(2)\nc = np.ones((3, 1))\nr = np.ones(3)\n${last}\n`;
  const source = sourceOf(text);
  const view = listingView(source, runListing(text, new Map()), bookText(source, []));
  return stateAt(view, view.program.trace.steps.length - 1).broadcasts;
}

describe('a stretch', () => {
  it.each([
    ['y = Z + b', ['b'], [4, 2], false],
    ['y = b * Z', ['b'], [4, 2], false],
    ['y = c + r', ['c', 'r'], [3, 3], true],
    ['y = c == r', ['c', 'r'], [3, 3], true],
    ['y = np.maximum(c, r)', ['c', 'r'], [3, 3], true],
    ['Z += b', ['b'], [4, 2], false],
  ])('%s stretches %j to %j', (code, stretched, shape, grows) => {
    expect(broadcastsOf(code)).toMatchObject([{ stretched, shape, grows }]);
  });

  it.each(['y = Z + Z', 'y = 2 * Z', 'y = Z @ b', 'y = np.float64(2) + b', 'y = b + np.ones(1)', 'y = Z[0]'])(
    '%s stretches nothing worth telling',
    (code) => {
      expect(broadcastsOf(code)).toEqual([]);
    },
  );
});

describe('the switch "stop at silent broadcasting"', () => {
  const text =
    'import numpy as np\nprint("before")\nc = np.ones((3, 1))\nr = np.ones(3)\ny = c - r\nprint("after")\n';
  const run = stopAtSilentBroadcast(runListing(text, new Map()), sourceOf(text), text);

  it('ends the program with an error of the book at the statement', () => {
    expect(run).toMatchObject({
      kind: 'ran',
      exception: {
        type: 'SilentBroadcast',
        message: '(3, 1) and (3,) → (3, 3): 3 and 3 values became 9',
        line: 5,
      },
      trace: { stdout: 'before\n' },
    });
    expect(run.kind === 'ran' && run.trace.steps.at(-1)).toMatchObject({ line: 5, changed: [] });
  });

  it('leaves a program alone that broadcasts as it means to', () => {
    const plain = 'import numpy as np\nZ = np.zeros((4, 2)) + np.ones(2)\n';
    const ran = runListing(plain, new Map());
    expect(stopAtSilentBroadcast(ran, sourceOf(plain), plain)).toBe(ran);
  });
});
