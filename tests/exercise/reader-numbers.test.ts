/** Exercises that use the section's figures follow the reader's numbers. */
import { beforeAll, expect, test } from 'vitest';
import { loadBook } from '../../src/book/index.ts';
import { exerciseFigures, loadExercise } from '../../src/build/exercises/index.ts';
import { withNumbers } from '../../src/components/exercise/with-numbers.ts';
import { drawExercise, judge, prepareAll } from '../../src/exercise/run/index.ts';
import type { ProgramNumber } from '../../src/reader/index.ts';

beforeAll(prepareAll);

const section = loadBook('content').sections.find(({ url }) => url.includes('vectors'));
if (section === undefined) throw new Error('the section is gone');

const changed: readonly ProgramNumber[] = [
  { name: 'W', places: [0, 1], number: '0.7', book: '-0.5' },
  { name: 'b', places: [1], number: '1.5', book: '-0.1' },
];

test('three exercises have figures of the section', () => {
  expect(exerciseFigures(section)).toEqual([
    ['exercises/our-bias.py', ['W', 'b']],
    ['exercises/our-sample.py', ['W', 'b']],
    ['exercises/our-silence.py', ['W', 'X']],
  ]);
});

test('without changed numbers an exercise is the book’s own', () => {
  const data = loadExercise(section, 'our-sample');
  expect(withNumbers(data, [])).toBe(data.source);
});

test('with changed numbers the question, the answer and the slips follow', () => {
  const source = withNumbers(loadExercise(section, 'our-sample'), changed);
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const drawn = drawExercise(source, seed);
    const results = new Map(drawn.slots);
    const cellsOf = (name: string) => {
      const result = results.get(name);
      return result !== undefined && 'cells' in result ? (result.cells ?? []) : [];
    };
    expect(cellsOf('W')).toEqual([
      ['0.2', '0.7', '0.1'],
      ['0.8', '0.3', '-0.4'],
    ]);
    const x = cellsOf('x').map(Number);
    const i = Number((results.get('i') as { text: string }).text);
    const row =
      [
        [0.2, 0.7, 0.1],
        [0.8, 0.3, -0.4],
      ][i] ?? [];
    const bias = [0.1, 1.5][i] ?? 0;
    const expected = row.reduce((sum, weight, k) => sum + weight * (x[k] ?? 0), bias);
    const given = { kind: 'text', text: expected.toFixed(2) } as const;
    expect(judge(source, drawn, given)).toEqual({ kind: 'right' });
  }
});

test('an exercise without shared figures has no literals to follow', () => {
  expect(loadExercise(section, 'length').literals).toBeUndefined();
});
