/** Answers and slips of the book's exercises are those that real NumPy and PyTorch give for the same draws. */
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { type AnswerValue, equalResults } from '../../src/exercise/index.ts';
import { valueReader } from '../../src/exercise/run/draw-exercise.ts';
import { prepareAll } from '../../src/exercise/run/index.ts';
import { openSession } from '../../src/exercise/run/open-session.ts';
import { chapterExercises } from './chapter-exercises.ts';

beforeAll(prepareAll);

type Nested = number | readonly Nested[];
type Described =
  | { readonly numbers: Nested }
  | { readonly shape: readonly number[] }
  | { readonly text: string }
  | { readonly raised: string };
type Value = Described | readonly Described[];
interface Attempt {
  readonly answer: Value;
  readonly slips: Readonly<Record<string, Value>>;
  readonly reasons?: Readonly<Record<string, boolean>>;
}

/** By exercise, then by the run seed of an attempt; null where the numbers are drawn again. */
const recorded: Readonly<Record<string, Readonly<Record<string, Attempt | null>>>> = JSON.parse(
  readFileSync('tests/goldens/exercises/recorded.json', 'utf8'),
);

function answerOf(value: Value): AnswerValue {
  if (Array.isArray(value)) return { kind: 'results', results: value.map(answerOf) };
  const described = value as Described;
  if ('text' in described) return { kind: 'text', text: described.text };
  if ('shape' in described) return { kind: 'shape', shape: described.shape };
  if ('raised' in described) return { kind: 'raised', text: described.raised };
  return { kind: 'numbers', shape: shapeOf(described.numbers), cells: flat(described.numbers) };
}

const flat = (nested: Nested): number[] => (typeof nested === 'number' ? [nested] : nested.flatMap(flat));
const shapeOf = (nested: Nested): number[] =>
  typeof nested === 'number' ? [] : [nested.length, ...shapeOf(nested[0] ?? 0)];

test.each(chapterExercises)('%s gives what real Python gives', (name, { source }) => {
  const attempts = Object.entries(recorded[name] ?? {});
  expect(
    attempts.length,
    'Run "npm run record", which needs a Python with NumPy and PyTorch',
  ).toBeGreaterThan(0);
  expect(attempts.some(([, attempt]) => attempt !== null)).toBe(true);
  for (const [runSeed, attempt] of attempts) {
    // Run seeds from 400 are the attempts at seed 1.
    const session = openSession(source, 1, Number(runSeed) - 400);
    expect([runSeed, session === undefined]).toEqual([runSeed, attempt === null]);
    if (session === undefined || attempt === null) continue;
    const read = valueReader(source, session);
    const same = (expression: string, value: Value) => {
      const ours = read(expression);
      expect([runSeed, expression, ours, equalResults(ours, answerOf(value))]).toEqual([
        runSeed,
        expression,
        ours,
        true,
      ]);
    };
    same('answer', attempt.answer);
    for (const [slip, value] of Object.entries(attempt.slips)) same(`slips[${JSON.stringify(slip)}]`, value);
    expect(session.texts('list(slips)')).toEqual(Object.keys(attempt.slips));
    if (source.why === undefined) continue;
    const holding = Object.entries(attempt.reasons ?? {}).flatMap(([reason, holds]) =>
      holds ? [reason] : [],
    );
    expect(session.texts('[name for name in reasons if reasons[name]]')).toEqual(holding);
    expect(session.texts('list(reasons)')).toEqual(Object.keys(attempt.reasons ?? {}));
  }
});
