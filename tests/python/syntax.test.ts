/** Programs that CPython 3.13 would not start, with its type, message, line and column. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runProgram } from '../../src/python/index.ts';
import { ending } from './cases.ts';

const CASES: readonly (readonly [program: string, error: string])[] = [
  ['if x\n  y\n', "SyntaxError: expected ':' (1:5)"],
  ['for i in range(3)\n  print(i)\n', "SyntaxError: expected ':' (1:18)"],
  ['while True print(1)\n', 'SyntaxError: invalid syntax (1:12)'],
  ['*a\n', "SyntaxError: can't use starred expression here (1:1)"],
  ['def f(x)\n  return x\n', "SyntaxError: expected ':' (1:9)"],
  ['def f:\n  pass\n', "SyntaxError: expected '(' (1:6)"],
  ['x = (1,\ny = 3\n', "SyntaxError: '(' was never closed (1:5)"],
  ['print("hi"\n', "SyntaxError: '(' was never closed (1:6)"],
  ['x = 1)\n', "SyntaxError: unmatched ')' (1:6)"],
  ['x = (1]\n', "SyntaxError: closing parenthesis ']' does not match opening parenthesis '(' (1:7)"],
  ["s = 'abc\n", 'SyntaxError: unterminated string literal (detected at line 1) (1:5)'],
  ["s = '''abc\n", 'SyntaxError: unterminated triple-quoted string literal (detected at line 1) (1:5)'],
  ['if x = 3:\n  pass\n', "SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='? (1:4)"],
  ['print x\n', "SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)? (1:1)"],
  ['1 = x\n', "SyntaxError: cannot assign to literal here. Maybe you meant '==' instead of '='? (1:1)"],
  [
    'f() = 3\n',
    "SyntaxError: cannot assign to function call here. Maybe you meant '==' instead of '='? (1:1)",
  ],
  ['None = 1\n', 'SyntaxError: cannot assign to None (1:1)'],
  ['del f()\n', 'SyntaxError: cannot delete function call (1:5)'],
  ['return 5\n', "SyntaxError: 'return' outside function (1:1)"],
  ['break\n', "SyntaxError: 'break' outside loop (1:1)"],
  ['continue\n', "SyntaxError: 'continue' not properly in loop (1:1)"],
  ['yield 3\n', "SyntaxError: 'yield' outside function (1:1)"],
  [
    'def f():\nx = 1\n',
    'IndentationError: expected an indented block after function definition on line 1 (2:1)',
  ],
  ['x = 1\n  y = 2\n', 'IndentationError: unexpected indent (2:3)'],
  [
    'def f():\n    x = 1\n  y = 2\n',
    'IndentationError: unindent does not match any outer indentation level (3:8)',
  ],
  ['if True:\n    x = 1\n\ty = 2\n', 'TabError: inconsistent use of tabs and spaces in indentation (3:7)'],
  ['print(1 2)\n', 'SyntaxError: invalid syntax. Perhaps you forgot a comma? (1:7)'],
  ['def f(a, a): pass\n', "SyntaxError: duplicate argument 'a' in function definition (1:10)"],
  [
    'def f(a=1, b): pass\n',
    'SyntaxError: parameter without a default follows parameter with a default (1:12)',
  ],
  ['f(a=1, a=2)\n', 'SyntaxError: keyword argument repeated: a (1:8)'],
  ['f(a=1, 2)\n', 'SyntaxError: positional argument follows keyword argument (1:9)'],
  ['x = 3x\n', 'SyntaxError: invalid decimal literal (1:5)'],
  ['x = “hi”\n', "SyntaxError: invalid character '“' (U+201C) (1:5)"],
  ['def f():\n    nonlocal zz\n', "SyntaxError: no binding for nonlocal 'zz' found (2:5)"],
  ["f'{x'\n", "SyntaxError: f-string: expecting '}' (1:5)"],
  ['try:\n  pass\nx = 1\n', "SyntaxError: expected 'except' or 'finally' block (3:1)"],
];

describe('a program that Python cannot read gets CPython’s own words', () => {
  test.each(CASES)('%j', (program, error) => expect(ending(program)).toBe(error));
});

type Recorded = {
  readonly source: string;
  readonly problem: { readonly type: string; readonly message: string; readonly line: number } | null;
};
const file = new URL('../goldens/syntax/recorded.json', import.meta.url);
const recorded = JSON.parse(readFileSync(file, 'utf8')) as readonly Recorded[];

describe('a program gets the words that were recorded', () => {
  test.each(recorded)('$source', ({ source, problem }) => {
    const { outcome } = runProgram(source);
    const found =
      outcome.kind === 'syntax-error'
        ? { type: outcome.type, message: outcome.message, line: outcome.line }
        : null;
    expect(found).toEqual(problem);
  });
});

test('print given a value is right, but not offered', () => {
  expect(ending('print = 5\n')).toMatch(/^ \| refused: a value of your own under the name `print`/);
});
