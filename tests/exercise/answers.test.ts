/** How a reader's answer is read and compared. */
import { beforeAll, describe, expect, test } from 'vitest';
import { closeness, listCells, shapeText } from '../../src/exercise/index.ts';
import { prepareAll, readArray, readNumber } from '../../src/exercise/run/index.ts';

beforeAll(prepareAll);

describe('a number', () => {
  test.each([
    ['3', 3],
    ['−2.5', -2.5],
    ['–2', -2],
    ['- 2', -2],
    ['0,75', 0.75],
    ['1/3', 1 / 3],
    ['½', 0.5],
    ['sqrt(2)', Math.SQRT2],
    ['√2', Math.SQRT2],
    ['2·√(9) − 1', 5],
    ['2 × 3', 6],
    ['3²', 9],
    ['2^3', 8],
    ['1e-2', 0.01],
    ['np.sqrt(16) + pi', 4 + Math.PI],
  ])('is read from %s', (text, value) => {
    expect(readNumber(text)).toMatchObject({ value: expect.closeTo(value, 12) });
  });

  test.each([
    ['', 'Nothing is typed yet. Write a number, such as 0.5, 1/3 or sqrt(2).'],
    ['3 4', '“3 4” is no number. Write a number, such as 0.5, 1/3 or sqrt(2).'],
    ['[1, 2]', '“[1, 2]” is no number. Write a number, such as 0.5, 1/3 or sqrt(2).'],
    ['lenght', "Name 'lenght' is not defined. Write a number, such as 0.5, 1/3 or sqrt(2)."],
    ['1/0', 'ZeroDivisionError: division by zero. Write a number, such as 0.5, 1/3 or sqrt(2).'],
    ['constructor', "Name 'constructor' is not defined. Write a number, such as 0.5, 1/3 or sqrt(2)."],
    ['sum(range(10**9))', 'That takes too long to work out. Write a number, such as 0.5, 1/3 or sqrt(2).'],
  ])('is not read from “%s”, and the reader is told what to write', (text, problem) => {
    expect(readNumber(text)).toEqual({ problem });
  });

  test.each([
    ['7.07', 7.0711, 'same'],
    ['7.071', 7.0711, 'same'],
    ['7.1', 7.0711, 'coarse'],
    ['7', 7.0711, 'coarse'],
    ['7.08', 7.0711, 'close'],
    ['7.2', 7.0711, 'other'],
    ['sqrt(50)', Math.sqrt(50), 'same'],
    ['0.4', 0.4, 'same'],
    ['0.40', 0.4, 'same'],
    ['0.41', 0.4, 'other'],
    ['0', 0.4, 'coarse'],
    ['11', 11, 'same'],
    ['11.0', 11, 'same'],
    ['11.004', 11, 'other'],
    ['0.66', 2 / 3, 'close'],
    ['2/3', 2 / 3, 'same'],
  ])('%s is beside %f: %s', (text, computed, expected) => {
    const typed = readNumber(text);
    if ('problem' in typed) throw new Error(typed.problem);
    expect(closeness(typed, computed)).toBe(expected);
  });
});

test.each([
  ['[1, 2]', [2], [1, 2]],
  ['(1, 2)', [2], [1, 2]],
  ['[[1, 2], [3, −4]]', [2, 2], [1, 2, 3, -4]],
  ['array([[1/2]])', [1, 1], [0.5]],
])('a list is read from %s', (text, shape, values) => {
  const array = readArray(text);
  if ('problem' in array) throw new Error(array.problem);
  expect(array.shape).toEqual(shape);
  expect(array.cells.map(({ value }) => value)).toEqual(values);
});

test.each([
  ['(4, 2)', [4, 2]],
  ['4,2', [4, 2]],
  ['4 x 2', [4, 2]],
  ['4×2', [4, 2]],
  ['[4, 2]', [4, 2]],
  ['(3,)', [3]],
  ['()', []],
  ['error', 'error'],
  ['An error', 'error'],
  ['four', undefined],
  ['', undefined],
  ['(4, -2)', undefined],
])('a shape written as %s is %s', (text, shape) => {
  expect(shapeText(text)).toEqual(shape);
});

describe('the cells of a list', () => {
  test.each([
    ['[1, −2]', ['1', '-2']],
    ['[[1, 1/3], [sqrt(2), max(3, 4)]]', ['1', '1/3', 'sqrt(2)', 'max(3, 4)']],
    ['[]', []],
    ['7', ['7']],
  ])('%s', (text, cells) => {
    expect(listCells(text)).toEqual(cells);
  });
});
