import { describe, expect, test } from 'vitest';
import { runProgram } from '../../src/python/index.ts';
import { ending } from './cases.ts';

describe('a program that asks for too much is ended with the reason', () => {
  test.each([
    ['while True: pass', 'limit: steps'],
    ['x = [0] * 10 ** 12', 'limit: memory'],
    ['s = "a"\nwhile True: s += s', 'limit: memory'],
    ['while True: print("x" * 10000)', 'limit: output'],
    [
      'x = 10 ** 10 ** 10',
      " | refused: an int of more than 4000000 bits is not part of this book's Python yet (1:5)",
    ],
    ['sum(i for i in iter(int, 1))', 'limit: steps'],
    ['try:\n    while True: pass\nexcept BaseException: pass\nfinally: print("no")', 'limit: steps'],
  ])('%j', (program, end) => expect(ending(program)).toBe(end));

  test('within the time given', () => {
    const limits = { steps: Number.POSITIVE_INFINITY, milliseconds: 50 };
    expect(runProgram('while True: pass', { limits }).outcome).toMatchObject({
      kind: 'limit',
      limit: 'time',
    });
  });

  test('when it is told to stop', () => {
    let asked = 0;
    const stopped = () => ++asked > 3;
    expect(runProgram('while True: pass', { stopped }).outcome).toMatchObject({
      kind: 'limit',
      limit: 'stopped',
    });
  });

  test('and keeps what it had printed', () => {
    expect(runProgram('print(1)\nwhile True: pass').stdout).toBe('1\n');
  });
});
