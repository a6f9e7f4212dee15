/** What a trace holds beyond the recorded steps: calls, reads, loop turns, slots. */
import { describe, expect, test } from 'vitest';
import { runProgram, type Slot } from '../../src/python/index.ts';

const steps = (program: string, slots?: ReadonlyMap<number, readonly Slot[]>) =>
  runProgram(program, { trace: true, ...(slots === undefined ? {} : { slots }) }).steps;

describe('a step tells', () => {
  test('which calls it made, with what went in and what came out', () => {
    const [, step] = steps('xs = [3, 1]\nprint(sorted(xs, reverse=True))');
    expect(step?.calls).toMatchObject([
      {
        text: 'sorted',
        function: 'builtins.sorted',
        args: [{ repr: '[3, 1]' }],
        keywords: [{ name: 'reverse', repr: 'True' }],
        result: { repr: '[3, 1]' },
      },
      { text: 'print', function: 'builtins.print', args: [{ repr: '[3, 1]' }], result: { repr: 'None' } },
    ]);
  });

  test('the receiver of a method as it was before the call', () => {
    const [, step] = steps('xs = [3, 1]\nxs.sort()');
    expect(step?.calls).toMatchObject([
      { text: 'xs.sort', function: 'builtins.list.sort', receiver: { repr: '[3, 1]' } },
    ]);
    expect(step?.changed).toMatchObject([{ name: 'xs', repr: '[1, 3]' }]);
  });

  test('which variables it read', () => {
    const [, , step] = steps('a = 1\nb = 2\nc = a + b');
    expect(step?.reads).toMatchObject([
      { name: 'a', repr: '1' },
      { name: 'b', repr: '2' },
    ]);
  });

  test('the turn of each loop around it', () => {
    const inner = steps('for i in range(2):\n    for j in range(2):\n        k = i + j').filter(
      ({ line }) => line === 3,
    );
    expect(inner.map(({ loops }) => loops.map(({ iteration }) => iteration))).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ]);
  });

  test('what the slots of its line gave', () => {
    const expressions = [
      { expression: 'x', format: '.2f' },
      { expression: '[x, 2]' },
      { expression: 'nope' },
    ];
    const [step] = steps('x = 1.5', new Map([[1, expressions]]));
    expect(step?.slots).toEqual([
      { type: 'float', text: '1.50' },
      { type: 'list', text: '[1.5, 2]', cells: ['1.5', '2'] },
      { error: { type: 'NameError', message: "name 'nope' is not defined" } },
    ]);
  });

  test('nothing that a later change could reach', () => {
    const [first] = steps('xs = [1]\nxs.append(2)');
    expect(first?.changed).toMatchObject([{ name: 'xs', repr: '[1]' }]);
    expect(JSON.parse(JSON.stringify(steps('x = 1')))).toEqual(steps('x = 1'));
  });
});

describe('a traceback reads as CPython writes it', () => {
  test.each([
    [
      'def f():\n    return nme\nname = 1\nf()',
      `Traceback (most recent call last):
  File "t.py", line 4, in <module>
    f()
  File "t.py", line 2, in f
    return nme
NameError: name 'nme' is not defined. Did you mean: 'name'?`,
    ],
    [
      'try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    raise ValueError("bad") from e',
      `Traceback (most recent call last):
  File "t.py", line 2, in <module>
    1 / 0
ZeroDivisionError: division by zero

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "t.py", line 4, in <module>
    raise ValueError("bad") from e
ValueError: bad`,
    ],
  ])('%j', (program, text) => {
    expect(runProgram(program, { file: 't.py' }).outcome).toMatchObject({ kind: 'raised', traceback: text });
  });
});
