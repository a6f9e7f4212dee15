/** The second step of an exercise: reasons whose truth the program computes. */
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { Solution } from '../../src/components/exercise/Solution.tsx';
import { checkExercise } from '../../src/exercise/build/index.ts';
import { drawExercise, prepareAll } from '../../src/exercise/run/index.ts';
import { smallExercise } from './small-exercise.ts';

beforeAll(prepareAll);

const REASONS =
  '## reason even\n\n{n} is even.\n\nIt is odd: {n}.\n\nHalf of it is no whole number.\n\n## reason odd\n\n{n} is odd.\n\nIt is even.';

function exercise(reasons: string, text = `## why\n\nWhy?\n\n${REASONS}`) {
  const program = `n = draw.integers(2, 100)\nanswer = n % 2\nslips = {}\nreasons = ${reasons}`;
  return smallExercise('number', program, [], `What is {n} % 2?\n\n${text}`);
}

test('the reason that holds is found for the numbers drawn, and offered among the others', () => {
  const { source } = exercise('{"even": n % 2 == 0, "odd": n % 2 == 1}');
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    const { why, answer } = drawExercise(source, seed);
    expect(why?.holds).toBe(answer.kind === 'numbers' && answer.cells[0] === 1 ? 'odd' : 'even');
    expect(why?.offered.toSorted()).toEqual(['even', 'odd']);
  }
});

test('the solution tells the reason', () => {
  const { source } = exercise('{"even": n % 2 == 0, "odd": n % 2 == 1}');
  const drawn = drawExercise(source, 1);
  const html = renderToStaticMarkup(createElement(Solution, { source, drawn, work: [] }));
  expect(html).toMatch(new RegExp(`Why\\?</b> \\d+ is ${drawn.why?.holds}\\.`));
});

describe('the author is told', () => {
  const problem = (reasons: string, text?: string): string => {
    try {
      checkExercise(exercise(reasons, text), 20);
      return 'nothing';
    } catch (error) {
      return error instanceof Error ? error.message : '';
    }
  };
  test.each([
    ['nothing where one reason holds', '{"even": n % 2 == 0, "odd": n % 2 == 1}', undefined, /^nothing$/],
    ['no reasons', 'None', undefined, /leaves no dict "reasons"/],
    ['two that hold', '{"even": True, "odd": True}', undefined, /exactly one reason that holds; found/],
    ['none that holds', '{"even": False, "odd": False}', undefined, /found none/],
    ['a reason without words', '{"even": True, "evn": False}', undefined, /The reason "evn" has no words/],
    ['words without a reason', '{"even": True}', undefined, /never has a reason "odd"/],
    [
      'a reason to which nothing is said',
      '{"even": n % 2 == 0, "odd": n % 2 == 1}',
      `## why\n\nWhy?\n\n## reason even\n\nA.\n\n## reason odd\n\nB.`,
      /nothing is said to it/,
    ],
    ['reasons without a question', '{"even": True}', REASONS, /A second step needs "## why"/],
    [
      'a slot without a value',
      '{"even": True, "odd": False}',
      `## why\n\n{m}?\n\n${REASONS}`,
      /The slot "m"/,
    ],
  ])('of %s', (_, reasons, text, message) => {
    expect(problem(reasons, text)).toMatch(message);
  });
});
