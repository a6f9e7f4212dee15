/** Whatever the text, the evaluator ends in one of its own ways, within its budget, and reaches no prototype. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Outcome, prepareAll, runProgram } from '../../src/python/index.ts';
import { hugeSizes, oddNames } from './fuzz-extremes.ts';
import { arrayProgram, program } from './fuzz-grammar.ts';
import { recordings } from './recorded.ts';

await prepareAll();

// A seed of its own, so that a red run means a change and not a draw; FUZZ_SEED explores further.
const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_123);
const cases = Number(process.env['FUZZ_CASES'] ?? 10_000);
console.log(`Python fuzzing: seed ${seed}, ${cases} programs (FUZZ_SEED, FUZZ_CASES)`);

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

describe('any text ends in one of the evaluator’s own ways', () => {
  /** `share` of all cases goes to this kind. */
  const check = (programs: fc.Arbitrary<string>, share: number) =>
    fc.assert(fc.property(programs, endsWell), { seed, numRuns: Math.ceil(cases * share) });
  test('random characters', () => check(fc.string({ unit: 'binary', maxLength: 200 }), 0.15), 300_000);
  test('random ASCII', () => check(fc.string({ unit: 'binary-ascii', maxLength: 300 }), 0.15), 300_000);
  test('mutations of the recorded programs', () => check(mutated, 0.2), 600_000);
  test('programs from a grammar', () => check(program, 0.15), 600_000);
  test('sizes of up to 10**12 in any argument', () => check(hugeSizes, 0.1), 600_000);
  test('names of members of JavaScript’s objects', () => check(oddNames, 0.05), 600_000);
  test('programs of arrays', () => check(arrayProgram('np'), 0.1), 600_000);
  test('programs of tensors', () => check(arrayProgram('torch'), 0.1), 600_000);
});
