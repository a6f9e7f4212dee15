import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadBook } from '../../src/book/index.ts';
import { readAdjustable } from '../../src/figures/build/index.ts';
import { withReaderNumbers } from '../../src/figures/index.ts';

const read = (text: string) => readAdjustable({ file: 'figures.py', text });

test('an adjustable figure has an entry for each number, in row-major order', () => {
  const [figure] = read(
    'import numpy as np\nW = np.array([[0.2, -0.5], [1, 2.0]])  #: adjustable -2..2 step 0.1\n',
  );
  expect(figure).toMatchObject({ name: 'W', minimum: -2, maximum: 2, step: 0.1 });
  expect(figure?.entries.map(({ key, places, text }) => [key, places, text])).toEqual([
    ['W[0, 0]', [0, 0], '0.2'],
    ['W[0, 1]', [0, 1], '-0.5'],
    ['W[1, 0]', [1, 0], '1'],
    ['W[1, 1]', [1, 1], '2.0'],
  ]);
});

test('a plain number is one entry, and a list may take several lines', () => {
  const figures = read(
    'c = 2.5  #: adjustable 0..5 step 0.5\nv = np.array([\n    3.0,\n    -4.0,\n])  #: adjustable -9..9 step 1\n',
  );
  expect(figures.map(({ entries }) => entries.map(({ key }) => key))).toEqual([['c'], ['v[0]', 'v[1]']]);
});

test("the reader's numbers stand in the place of the book's", () => {
  const text =
    'W = np.array([[0.2, -0.5]])  #: adjustable -2..2 step 0.1\nc = 2.5  #: adjustable 0..5 step 0.5\n';
  const numbers = new Map([
    ['W[0, 1]', '1.25'],
    ['c', '0.5'],
    ['__proto__', '7'],
  ]);
  expect(withReaderNumbers(text, read(text), numbers)).toBe(
    'W = np.array([[0.2, 1.25]])  #: adjustable -2..2 step 0.1\nc = 0.5  #: adjustable 0..5 step 0.5\n',
  );
});

describe('a mark that cannot hold stops the build', () => {
  test.each([
    [
      'a word that is none',
      'c = 1  #: adjustible 0..2 step 1',
      '1:8',
      'Cannot read "#: adjustible 0..2 step 1"',
    ],
    ['a space before the colon', 'c = 1  # : adjustable 0..2 step 1', '1:8', 'Cannot read'],
    ['no step', 'c = 1  #: adjustable 0..2', '1:8', 'Expected "#: adjustable MINIMUM..MAXIMUM step STEP"'],
    ['empty bounds', 'c = 1  #: adjustable 2..2 step 1', '1:8', 'The bounds 2..2'],
    ['a step that leads nowhere', 'c = 1  #: adjustable 0..2 step 0', '1:8', 'The step 0'],
    ['a number out of bounds', 'x = 0\nc = np.array([1, 3])  #: adjustable 0..2 step 1', '2:23', 'c[1] is 3'],
    ['a computed value', 'c = W @ x  #: adjustable 0..2 step 1', '1:12', 'Nothing here can be adjusted'],
    ['a size', 'c = np.zeros(3)  #: adjustable 0..9 step 1', '1:18', 'Nothing here can be adjusted'],
    [
      'a list of sizes',
      'c = np.zeros([2, 3])  #: adjustable 0..9 step 1',
      '1:23',
      'Nothing here can be adjusted',
    ],
    ['part of a sum', 'c = 1 + d  #: adjustable 0..9 step 1', '1:12', 'Nothing here can be adjusted'],
    ['a line of its own', '#: adjustable 0..9 step 1\nc = 1', '1:1', 'Nothing here can be adjusted'],
    ['two assignments', 'c = 1  #: adjustable 0..9 step 1\nc = 2', '1:8', 'c is assigned more than once'],
  ])('%s', (_, text, place, problem) => {
    expect(() => read(text)).toThrow(
      new RegExp(`^figures\\.py:${place}  .*${problem.replaceAll(/[.[\]]/g, '\\$&')}`),
    );
  });
});

test('the book has figures that a reader can change', () => {
  const names = loadBook('content').sections.flatMap(({ folder, figures }) =>
    read(readFileSync(join(folder, figures), 'utf8')).map(({ name }) => name),
  );
  expect(names).toEqual(expect.arrayContaining(['W', 'b', 'x', 'X']));
});
