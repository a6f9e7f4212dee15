/** Every exercise of the book: its answer is right in several spellings, and each slip gets its own words. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { AnswerValue, Drawn, ExerciseSource, Given } from '../../src/exercise/index.ts';
import { drawExercise, judge, prepareAll } from '../../src/exercise/run/index.ts';
import { openSession } from '../../src/exercise/run/open-session.ts';
import { chapterExercises } from './chapter-exercises.ts';

beforeAll(prepareAll);

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];
const typed = (text: string): Given => ({ kind: 'text', text });

/** Ways to write a number: as Python does, with a typographic minus, with a comma, as a fraction, as a sum. */
function spellings(value: number): string[] {
  const text = String(value);
  return [text, text.replace('-', '−'), text.replace('.', ','), `${value * 8}/8`, `${value} + 0`];
}

/** Ways to write a shape: as Python and PyTorch do, as a list, with signs of multiplication, as lengths alone. */
function shapeSpellings(shape: readonly number[]): string[] {
  const inside = shape.join(', ');
  if (shape.length === 0) return ['()', '( )', '[]', 'torch.Size([])', ' () '];
  return [`(${inside},)`, `[${inside}]`, `torch.Size([${inside}])`, shape.join('×'), inside];
}

/** A vector or a matrix as a Python list; what has no axis is a number. */
function listText(shape: readonly number[], cells: readonly number[]): string {
  if (shape.length === 0) return String(cells[0]);
  const [rows, columns] = shape.length === 2 ? [shape[0] ?? 0, shape[1] ?? 0] : [1, cells.length];
  const lists = Array.from(
    { length: rows },
    (_, row) => `[${cells.slice(row * columns, (row + 1) * columns).join(', ')}]`,
  );
  return shape.length === 2 ? `[${lists.join(', ')}]` : (lists[0] ?? '[]');
}

/** What a reader gives for a value, in several ways. */
function waysToGive(drawn: Drawn, value: AnswerValue): Given[] {
  const { asked } = drawn;
  if (asked.form === 'choice')
    return value.kind === 'text' ? [{ kind: 'option', option: asked.options.indexOf(value.text) }] : [];
  if (['order', 'hole', 'function'].includes(asked.form)) return [];
  if (value.kind === 'text') return [typed(value.text)];
  if (value.kind === 'shape') return shapeSpellings(value.shape).map(typed);
  if (value.kind !== 'numbers') return [];
  const { shape, cells } = value;
  if (asked.form === 'number' && shape.length === 0) return spellings(cells[0] ?? 0).map(typed);
  if (asked.form !== 'grid') return [];
  const texts = cells.map(spellings);
  const grids = [0, 1, 2, 3, 4].map(
    (way): Given => ({ kind: 'cells', shape, cells: texts.map((ways) => ways[way] ?? '') }),
  );
  return [...grids, typed(listText(shape, cells))];
}

/** The same for answers that are run: their texts stand in the program. */
function waysToRun(source: ExerciseSource, drawn: Drawn, name: string): Given[] {
  const value = name === 'answer' ? 'answer' : `slips[${JSON.stringify(name)}]`;
  const { asked } = drawn;
  if (asked.form === 'function') return [typed(`${asked.signature.replace(/\(.*/, '')} = ${value}`)];
  if (asked.form === 'hole')
    return [typed(openSession(source, drawn.seed, drawn.attempt)?.text(value) ?? '')];
  return asked.form === 'order' && name === 'answer' ? [{ kind: 'order', order: asked.order }] : [];
}

describe.each(chapterExercises)('%s', (_, { source }) => {
  test('has an answer that is right, however it is written', () => {
    for (const seed of SEEDS) {
      const drawn = drawExercise(source, seed);
      const ways = [...waysToGive(drawn, drawn.answer), ...waysToRun(source, drawn, 'answer')];
      expect(ways.length).toBeGreaterThan(0);
      for (const given of ways)
        expect([seed, given, judge(source, drawn, given)]).toEqual([
          seed,
          given,
          expect.objectContaining({ kind: 'right' }),
        ]);
    }
  });

  test('names each slip by its own answer', () => {
    for (const seed of SEEDS) {
      const drawn = drawExercise(source, seed);
      // An empty hole is no answer.
      for (const [name, value] of drawn.slips)
        for (const given of [...waysToGive(drawn, value), ...waysToRun(source, drawn, name)])
          if (given.kind !== 'text' || given.text !== '')
            expect([seed, name, judge(source, drawn, given)]).toEqual([
              seed,
              name,
              expect.objectContaining({ kind: 'wrong', slip: name }),
            ]);
    }
  });

  test('refuses nonsense and says what to write, without counting it', () => {
    const drawn = drawExercise(source, 1);
    const nonsense = drawn.asked.form === 'function' ? 'def (' : drawn.asked.form === 'hole' ? '(' : '?!';
    const given: Given =
      drawn.asked.form === 'grid'
        ? {
            kind: 'cells',
            shape: drawn.answer.kind === 'numbers' ? drawn.answer.shape : [],
            cells: [nonsense],
          }
        : drawn.asked.form === 'choice'
          ? { kind: 'option', option: 99 }
          : typed(nonsense);
    expect(judge(source, drawn, given)).toEqual(
      expect.objectContaining({ kind: 'unread', problem: expect.stringMatching(/\w{3}.*\.$/) }),
    );
  });
});
