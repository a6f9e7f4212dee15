/** What is said of an answer, for each kind of exercise. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { AuthoredExercise } from '../../src/exercise/build/index.ts';
import type { Given, Verdict } from '../../src/exercise/index.ts';
import { drawExercise, judge, prepareAll } from '../../src/exercise/run/index.ts';
import { smallExercise } from './small-exercise.ts';

beforeAll(prepareAll);

function verdictOn({ source }: AuthoredExercise, given: Given): Verdict {
  return judge(source, drawExercise(source, 1), given);
}

const typed = (text: string): Given => ({ kind: 'text', text });

describe('a number', () => {
  const exercise = smallExercise('number', 'answer = 7.0711\nslips = {"square": 50, "sum": 10}', [
    'square',
    'sum',
  ]);
  test.each([
    ['7.07', { kind: 'right' }],
    ['sqrt(50)', { kind: 'right' }],
    ['7.1', { kind: 'unread', problem: 'Right as far as it goes: give two decimals.' }],
    ['50', { kind: 'wrong', slip: 'square' }],
    ['5 + 5', { kind: 'wrong', slip: 'sum' }],
    ['8', { kind: 'wrong' }],
    ['?', { kind: 'unread' }],
  ])('%s', (text, verdict) => {
    expect(verdictOn(exercise, typed(text))).toMatchObject(verdict);
    if (!('slip' in verdict)) expect(verdictOn(exercise, typed(text))).not.toHaveProperty('slip');
  });
});

describe('a grid', () => {
  const exercise = smallExercise(
    'matrix',
    'W = np.array([[1, 2, 3], [4, 5, 6]])\nanswer = W.T\nslips = {"same": W, "turned": W.T[::-1], "flat": W.reshape(3, 2)}',
    ['same', 'turned', 'flat'],
  );
  const cells = (shape: number[], ...texts: string[]): Given => ({ kind: 'cells', shape, cells: texts });
  test('asks for its shape first', () => {
    expect(verdictOn(exercise, { kind: 'shape', shape: [3, 2] })).toEqual({ kind: 'shape-right' });
    expect(verdictOn(exercise, { kind: 'shape', shape: [6] })).toEqual({ kind: 'wrong', shape: 'wrong' });
  });
  test('names the slip that has a wrong shape alone', () => {
    expect(verdictOn(exercise, { kind: 'shape', shape: [2, 3] })).toEqual({
      kind: 'wrong',
      shape: 'wrong',
      slip: 'same',
    });
  });
  test('is right as a whole', () => {
    expect(verdictOn(exercise, cells([3, 2], '1', '4', '2', '10/2', '3', '6'))).toEqual({ kind: 'right' });
    expect(verdictOn(exercise, typed('[[1, 4], [2, 5], [3, 6]]'))).toEqual({ kind: 'right' });
  });
  test('shows which cells are wrong, and the one slip that explains them all', () => {
    expect(verdictOn(exercise, cells([3, 2], '1', '2', '3', '4', '5', '6'))).toEqual({
      kind: 'wrong',
      wrongCells: [1, 2, 3, 4],
      slip: 'flat',
    });
    expect(verdictOn(exercise, cells([3, 2], '1', '2', '2', '5', '3', '6'))).toEqual({
      kind: 'wrong',
      wrongCells: [1],
      slip: 'flat',
    });
    expect(verdictOn(exercise, cells([3, 2], '1', '9', '2', '5', '3', '6'))).toEqual({
      kind: 'wrong',
      wrongCells: [1],
    });
  });
  test('says which cell cannot be read', () => {
    expect(verdictOn(exercise, cells([3, 2], '1', '2', 'x', '5', '3', '6'))).toMatchObject({
      kind: 'unread',
      cell: 2,
    });
  });
});

test('a shape may be an error', () => {
  const exercise = smallExercise('shape', 'answer = "error"\nslips = {"rows": (2, 2)}', ['rows']);
  expect(verdictOn(exercise, typed('error'))).toEqual({ kind: 'right' });
  expect(verdictOn(exercise, typed('2×2'))).toEqual({ kind: 'wrong', slip: 'rows' });
});

test('options are the answer and the slips, in an order that the seed decides', () => {
  const { source } = smallExercise('choice', 'answer = "a"\nslips = {"b": "b", "c": "c"}', ['b', 'c']);
  const orders = Array.from({ length: 20 }, (_, seed) => {
    const drawn = drawExercise(source, seed + 1);
    if (drawn.asked.form !== 'choice') throw new Error(drawn.asked.form);
    const { options } = drawn.asked;
    expect(options.toSorted()).toEqual(['a', 'b', 'c']);
    expect(judge(source, drawn, { kind: 'option', option: options.indexOf('a') })).toEqual({ kind: 'right' });
    expect(judge(source, drawn, { kind: 'option', option: options.indexOf('c') })).toMatchObject({
      slip: 'c',
    });
    return options.join();
  });
  expect(new Set(orders).size).toBeGreaterThan(3);
});

test('the order that a reader gives is run, and what it meets is shown', () => {
  const exercise = smallExercise(
    'order',
    'lines, given = ["z = 2", "z = z + 1", "print(z)"], {}\nanswer = draw.run_lines(lines)\nslips = {"early": draw.run_lines([lines[0], lines[2], lines[1]])}',
    ['early'],
  );
  const { asked } = drawExercise(exercise.source, 1);
  if (asked.form !== 'order') throw new Error(asked.form);
  const inOrder = (...lines: number[]): Given => ({
    kind: 'order',
    order: lines.map((line) => asked.order[line] ?? -1),
  });
  expect(asked.lines).not.toEqual(['z = 2', 'z = z + 1', 'print(z)']);
  expect(verdictOn(exercise, inOrder(0, 1, 2))).toEqual({ kind: 'right', ran: '3' });
  expect(verdictOn(exercise, inOrder(0, 2, 1))).toEqual({ kind: 'wrong', ran: '2', slip: 'early' });
  expect(verdictOn(exercise, inOrder(2, 0, 1))).toEqual({
    kind: 'wrong',
    ran: "NameError: name 'z' is not defined",
  });
});

test('what stands in a hole is run', () => {
  const exercise = smallExercise(
    'hole',
    'X, code = np.ones((4, 3)), "X.sum(____)"\ngiven = {"X": X}\nanswer = "axis=0"\nslips = {"other": "axis=1", "no_such": "axis=2"}',
    ['other', 'no_such'],
  );
  expect(verdictOn(exercise, typed('axis = -2'))).toMatchObject({ kind: 'right', ran: '[4, 4, 4]' });
  expect(verdictOn(exercise, typed('1'))).toMatchObject({ kind: 'wrong', slip: 'other' });
  expect(verdictOn(exercise, typed('axis=2'))).toMatchObject({ kind: 'wrong', slip: 'no_such' });
  expect(verdictOn(exercise, typed('axis=('))).toMatchObject({ kind: 'unread' });
  expect(verdictOn(exercise, typed(' '))).toMatchObject({ kind: 'unread' });
});

describe('a function', () => {
  const exercise = smallExercise(
    'function\nfunction: total(X, k)',
    'inputs = [(np.ones((2, 3)), 2), (np.ones((1, 1)), 3)]\nanswer = lambda X, k: k * X.sum(axis=1)\nslips = {"columns": lambda X, k: k * X.sum(axis=0)}',
    ['columns'],
  );
  test('is tried on inputs', () => {
    expect(verdictOn(exercise, typed('def total(X, k):\n    return X.sum(axis=1) * k'))).toEqual({
      kind: 'right',
    });
  });
  test('that is wrong is shown its smallest failing input, with shapes', () => {
    expect(verdictOn(exercise, typed('def total(X, k):\n    return X.sum(axis=0) * k'))).toEqual({
      kind: 'wrong',
      slip: 'columns',
      failing: {
        args: [
          { name: 'X', shape: '(2, 3)', text: '[[1. 1. 1.]\n [1. 1. 1.]]' },
          { name: 'k', shape: '', text: '2' },
        ],
        expected: '[6. 6.]',
        got: '[4. 4. 4.]',
      },
    });
    expect(verdictOn(exercise, typed('def total(X, k):\n    return X.sum()'))).toMatchObject({
      kind: 'wrong',
      failing: { got: '1.0', expected: '[3.]' },
    });
    expect(verdictOn(exercise, typed('def total(X):\n    return X'))).toMatchObject({
      failing: { got: 'TypeError: total() takes 1 positional argument but 2 were given' },
    });
  });
  test.each([
    ['def total(X, k)\n    return 1', /^Line 1 is no Python/],
    ['def sum(X, k):\n    return 1', 'There is no function total in it.'],
    ['1 / 0', 'Line 1 raises ZeroDivisionError: division by zero.'],
    ['while True:\n    pass', /^It does not come to an end/],
    ['import socket\nsocket.socket', /^Line \d/],
  ])('that is none costs no try: %s', (text, problem) => {
    const verdict = verdictOn(exercise, typed(text));
    expect(verdict).toMatchObject({ kind: 'unread', problem: expect.stringMatching(problem) });
  });
});
