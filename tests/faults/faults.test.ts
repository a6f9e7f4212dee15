/** What an author may write of a fault, and which entry explains a message. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { AuthorError } from '../../src/diagnostics/index.ts';
import { prepareAll, readFault, runFault, runListing } from '../../src/listing/build/index.ts';
import { type ErrorEntry, endingOf, fittingEntry, messageOf } from '../../src/listing/live/index.ts';
import { faultFiles } from './programs.ts';

await prepareAll();

const read = (text: string) => readFault({ file: 'f.py', text });

function errorOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof AuthorError) return error.message;
    throw error;
  }
  return 'no error';
}

test('a marker says what the repair writes in place of its line', () => {
  const fault = read('x = [1]\nif x:\n    print(x[1])  #: print(x[0])\n');
  expect(fault).toEqual({
    file: 'f.py',
    text: 'x = [1]\nif x:\n    print(x[1])',
    repaired: 'x = [1]\nif x:\n    print(x[0])',
    changed: [3],
  });
});

describe("an author's slip is told at its place", () => {
  test.each([
    ['no repair', 'print([][0])', 'f.py:1:1', 'No line has a repair'],
    ['an empty marker', 'x = 1\nprint(x)  #:', 'f.py:2:11', 'No repair after the marker'],
    ['a marker with a space', 'x = 1  # : x = 2', 'f.py:1:8', 'No repair after the marker'],
    ['a repair that raises', 'print([][0])  #: print([][1])', 'f.py:1:1', 'The repair raises IndexError'],
    ['a repair that changes nothing', 'x = 1  #: x = 1.5', 'f.py:1:1', 'The repair changes nothing'],
    [
      'what the book cannot run',
      'import os\nprint(os.getcwd())  #: print(1)',
      'f.py:2:1',
      'The program was stopped',
    ],
  ])('%s', (_, text, place, says) => {
    const message = errorOf(() => runFault(read(text)));
    expect(message.split('  ')[0]).toBe(place);
    expect(message).toContain(says);
  });
});

const entries = faultFiles.flatMap((path): ErrorEntry[] => {
  const { text } = readFault({ file: path, text: readFileSync(path, 'utf8') });
  const message = messageOf(endingOf(runListing(text, new Map())));
  return message ? [{ type: message.type, message: message.text, address: path }] : [];
});

describe('the entry that explains an exception', () => {
  test.each([
    ['X = np.ones((7, 9)) + np.ones(4)', 'broadcast.py'],
    ['np.ones((5, 6)) @ np.ones((5, 7))', 'inner_sizes.py'],
    ['torch.ones(5, 6) @ torch.ones(5, 7)', 'inner_sizes_torch.py'],
    ['torch.ones(2, 3).T.view(6)', 'view_refused_torch.py'],
    ['torch.nn.Linear(2, 2)(torch.ones(1, 2, dtype=torch.float64))', 'double_and_float_torch.py'],
    ['np.arange(6).reshape(4, 4)', 'reshape_size.py'],
    ['np.zeros(5)[:] = np.ones((5, 1))', 'column_into_vector.py'],
    ['torch.ones(3)[7]', 'out_of_bounds_torch.py'],
  ])('%s', (line, file) => {
    const run = runListing(`import numpy as np\nimport torch\n${line}`, new Map());
    const message = messageOf(endingOf(run));
    const entry = message && fittingEntry({ type: message.type, message: message.text }, entries);
    expect(entry?.address).toBe(faultFiles.find((path) => path.endsWith(`/${file}`)));
  });

  test.each(['1 / 0', 'undefined_name', '"a" + 1'])('there is none for %s', (line) => {
    const message = messageOf(endingOf(runListing(line, new Map())));
    expect(message && fittingEntry({ type: message.type, message: message.text }, entries)).toBeUndefined();
  });
});
