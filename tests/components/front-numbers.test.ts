/** The front page's line: what its figure says is what Python prints for the same numbers. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { frontProgram } from '../../src/build/front/index.ts';
import {
  literalNow,
  printedBy,
  programNow,
  startOf,
  withLiteral,
} from '../../src/components/front/front-numbers.ts';
import { runListing } from '../../src/listing/build/index.ts';

const program = frontProgram('content', 'front.py');
const start = startOf(program.numbers);

const NUMBERS = [
  { to: program.literals.map(({ value }) => value), says: 'the book' },
  { to: [0, 0, 0, 0, 0, 0, 0, 0], says: 'zeros' },
  { to: [0.1, 0.2, -0.3, 0.7, 3, 0.1, 1e-9, 4], says: 'what rounding leaves' },
  { to: [1e6, 1, 2, 1e-6, 12345.678, -3.25, 0.125, -1e6], says: 'large and small' },
];

for (const { to, says } of NUMBERS)
  test(`prints what Python prints: ${says}`, () => {
    const state = program.literals.reduce(
      (state, literal, index) => withLiteral(state, literal, to[index] ?? Number.NaN),
      start,
    );
    expect(program.literals.map((literal) => literalNow(literal, state).value)).toEqual(to);
    const run = runListing(programNow(program, state), new Map());
    expect(run.kind === 'ran' && run.trace.stdout).toBe(`${printedBy(state)}\n`);
  });

test('a number keeps the digits of the book, and takes more where it needs them', () => {
  const [first] = program.literals;
  if (!first) throw new Error('The program has no numbers.');
  const textOf = (value: number) => literalNow(first, withLiteral(start, first, value)).text;
  expect([2, -0.25, 1e-7].map(textOf)).toEqual(['2.0', '-0.25', '1e-7']);
});

const WRONG = [
  [
    'a matrix of another shape',
    'W = [[1.0]]\nx = [1.0, 2.0]\nb = [1.0, 2.0]\n',
    'wrong: W[0,1], W[1,0], W[1,1]',
  ],
  ['an exception', 'print(1 / 0)\n', 'Raises ZeroDivisionError'],
  ['no Python', 'print(\n', 'was never closed'],
] as const;

for (const [name, text, says] of WRONG)
  test(`stops at ${name}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'front-'));
    writeFileSync(join(folder, 'front.py'), text);
    expect(() => frontProgram(folder, 'front.py')).toThrow(says);
  });

test('stops where the file is missing', () => {
  expect(() => frontProgram('content', 'none.py')).toThrow('content/none.py:1:1  There is no such file');
});
