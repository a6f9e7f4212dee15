/** Every exercise of the book with 300 seeds: an answer to write, slips that differ from it and from each other, words for all. */
import { beforeAll, expect, test } from 'vitest';
import { checkExercise } from '../../src/exercise/build/index.ts';
import { prepareAll } from '../../src/exercise/run/index.ts';
import { chapterExercises } from './chapter-exercises.ts';

beforeAll(prepareAll);

test.each(chapterExercises)(
  '%s serves with 300 seeds',
  (_, exercise) => {
    expect(() => checkExercise(exercise, 300)).not.toThrow();
  },
  60_000,
);

test('reasons are asked for in eight parts and more', () => {
  const reasoned = chapterExercises.filter(([, { source }]) => source.why !== undefined);
  expect(reasoned.length).toBeGreaterThanOrEqual(8);
});

test('there are enough of each kind', () => {
  const kinds = chapterExercises.map(([, { source }]) => source.kind);
  const count = (...wanted: string[]) => kinds.filter((kind) => wanted.includes(kind)).length;
  expect(kinds.length).toBeGreaterThanOrEqual(40);
  expect(count('predict')).toBeGreaterThanOrEqual(6);
  expect(count('order')).toBeGreaterThanOrEqual(4);
  expect(count('hole')).toBeGreaterThanOrEqual(4);
  expect(count('function')).toBeGreaterThanOrEqual(6);
  expect(count('vector', 'matrix')).toBeGreaterThanOrEqual(6);
});
