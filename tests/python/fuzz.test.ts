/** Whatever the text, the evaluator ends in one of its own ways, within its budget, and reaches no prototype. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Outcome, runProgram } from '../../src/python/index.ts';
import { recordings } from './recorded.ts';

const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000_007);
const cases = Number(process.env['FUZZ_CASES'] ?? 400);
console.log(`Python fuzzing: seed ${seed}, ${cases} cases a kind (FUZZ_SEED, FUZZ_CASES)`);

const limits = { steps: 3_000, milliseconds: 400, elements: 100_000, output: 20_000 };
const ENDINGS: readonly Outcome['kind'][] = ['finished', 'raised', 'syntax-error', 'refused', 'limit'];

function endsWell(program: string): void {
  const started = performance.now();
  const result = runProgram(program, { trace: true, limits });
  expect(ENDINGS).toContain(result.outcome.kind);
  expect(performance.now() - started).toBeLessThan(10_000);
  expect(JSON.stringify(result)).not.toMatch(/\[native code\]|\[object Object\]/);
}

const sources = recordings('recorded').map(({ recorded }) => recorded.source);

/** A program of the corpus with some stretches cut, doubled, or taken from another. */
const mutated = fc
  .record({
    base: fc.constantFrom(...sources),
    other: fc.constantFrom(...sources),
    edits: fc.array(fc.tuple(fc.nat(2000), fc.nat(20), fc.nat(2000), fc.nat(20)), {
      minLength: 1,
      maxLength: 4,
    }),
  })
  .map(({ base, other, edits }) => {
    let text = base;
    for (const [at, length, from, size] of edits) {
      const place = at % (text.length + 1);
      const start = from % (other.length + 1);
      text = text.slice(0, place) + other.slice(start, start + size) + text.slice(place + length);
    }
    return text;
  });

const name = fc.constantFrom(
  'a',
  'b',
  'f',
  'x',
  '__proto__',
  'constructor',
  'toString',
  'print',
  'len',
  'self',
  'list',
  'str',
);
const atom = fc.oneof(
  name,
  fc.integer({ min: -5, max: 99 }).map(String),
  fc.constantFrom(
    '1.5',
    '-0.0',
    '1e308',
    '10**40',
    "'ab'",
    "''",
    "f'{x!r:>5}'",
    'None',
    'True',
    '[]',
    '()',
    '{}',
    '...',
    'set()',
  ),
);
const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    atom,
    fc
      .tuple(
        tie('expression'),
        fc.constantFrom(
          '+',
          '-',
          '*',
          '/',
          '//',
          '%',
          '**',
          '@',
          '<<',
          '&',
          '<',
          '==',
          'in',
          'is',
          'and',
          'or',
        ),
        tie('expression'),
      )
      .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
    fc.tuple(tie('expression'), tie('expression')).map(([object, key]) => `${object}[${key}]`),
    fc.tuple(tie('expression'), tie('expression')).map(([callee, value]) => `${callee}(${value})`),
    fc
      .tuple(
        tie('expression'),
        fc.constantFrom('append', 'upper', '__class__', '__dict__', 'prototype', 'items', 'sort', '__init__'),
      )
      .map(([object, key]) => `${object}.${key}`),
    fc.tuple(tie('expression'), tie('expression')).map(([left, right]) => `[${left}, *${right}]`),
    fc
      .tuple(tie('expression'), tie('expression'))
      .map(([element, values]) => `[${element} for x in ${values} if x]`),
    fc
      .tuple(tie('expression'), tie('expression'))
      .map(([body, key]) => `(lambda x, *b: ${body}, {${key}: 1})`),
    fc
      .tuple(tie('expression'), tie('expression'), tie('expression'))
      .map((parts) => `(${parts[0]} if ${parts[1]} else ${parts[2]})`),
  ),
}));

const indent = (text: string) => text.replace(/^/gm, '    ');
const { block } = fc.letrec<{ statement: string; block: string }>((tie) => ({
  statement: fc.oneof(
    { maxDepth: 3 },
    expression.map((value) => `print(${value})`),
    fc.tuple(name, expression).map(([target, value]) => `${target} = ${value}`),
    fc.tuple(name, expression).map(([target, value]) => `${target} += ${value}`),
    fc.tuple(expression, tie('block')).map(([test, body]) => `if ${test}:\n${indent(body)}`),
    fc.tuple(expression, tie('block')).map(([values, body]) => `for a in ${values}:\n${indent(body)}`),
    fc.tuple(expression, tie('block')).map(([test, body]) => `while ${test}:\n${indent(body)}`),
    fc
      .tuple(tie('block'), tie('block'))
      .map(([body, handler]) => `try:\n${indent(body)}\nexcept Exception as e:\n${indent(handler)}`),
    fc
      .tuple(tie('block'), expression)
      .map(([body, value]) => `def f(x=1, *a):\n${indent(body)}\n    return ${value}`),
    fc
      .tuple(tie('block'), expression)
      .map(([body, value]) => `def f(x=1):\n${indent(body)}\n    yield ${value}`),
    tie('block').map((body) => `class x:\n${indent(body)}`),
    expression.map((value) => `del a, b[${value}]`),
    expression.map((value) => `raise ${value}`),
  ),
  block: fc.array(tie('statement'), { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n')),
}));

describe('any text ends in one of the evaluator’s own ways', () => {
  const check = (programs: fc.Arbitrary<string>) =>
    fc.assert(fc.property(programs, endsWell), { seed, numRuns: cases });
  test('random characters', () => check(fc.string({ unit: 'binary', maxLength: 200 })), 120_000);
  test('random bytes of ASCII', () => check(fc.string({ unit: 'binary-ascii', maxLength: 300 })), 120_000);
  test('mutations of the recorded programs', () => check(mutated), 300_000);
  test('programs from a grammar', () => check(block), 300_000);
});
