/** Drawing the numbers of an exercise, and what its author is told. */
import { beforeAll, describe, expect, test } from 'vitest';
import { checkExercise, readExercise } from '../../src/exercise/build/index.ts';
import { anotherExercise, drawExercise, prepareAll } from '../../src/exercise/run/index.ts';
import { noteTemplate } from '../../src/markdown/index.ts';
import { smallExercise } from './small-exercise.ts';

beforeAll(prepareAll);

describe('a draw', () => {
  test('is the same for the same seed', () => {
    const { source } = smallExercise('number', 'answer = draw.integers(100)\nslips = {}');
    expect(drawExercise(source, 5)).toEqual(drawExercise(source, 5));
    expect(drawExercise(source, 5).answer).not.toEqual(drawExercise(source, 6).answer);
  });

  test('is made again while a slip gives the answer, or the answer has many decimals', () => {
    const { source } = smallExercise(
      'number',
      'n = draw.integers(1, 12)\nanswer = 1 / n\nslips = {"n": n, "half": 0.5}',
      ['n', 'half'],
    );
    const answers = Array.from({ length: 60 }, (_, seed) => drawExercise(source, seed + 1).answer);
    const values = answers.map((answer) => (answer.kind === 'numbers' ? answer.cells[0] : undefined));
    expect(new Set(values)).toEqual(new Set([0.25, 0.2, 0.125, 0.1]));
  });

  test('like it does not repeat itself while there are others', () => {
    const { source } = smallExercise('number', 'answer = draw.integers(1, 5)\nslips = {}');
    const seen: string[] = [];
    const answers: string[] = [];
    let drawn = drawExercise(source, 1);
    for (let turn = 0; turn < 8; turn += 1) {
      seen.push(drawn.identity);
      answers.push(drawn.answerText);
      drawn = anotherExercise(source, drawn, seen);
    }
    expect(new Set(answers.slice(0, 4)).size).toBe(4);
    for (const [turn, answer] of answers.entries()) expect(answer).not.toBe(answers[turn + 1]);
  });
});

describe('an author is told', () => {
  const problem = (...[kind, program, slips, text]: Parameters<typeof smallExercise>) => {
    try {
      checkExercise(smallExercise(kind, program, slips, text), 20);
    } catch (error) {
      return String(error instanceof Error ? error.message : error);
    }
    return 'nothing';
  };

  test.each([
    ['a sound exercise', 'number', 'answer = 1\nslips = {"two": 2}', ['two'], 'nothing'],
    [
      'a program that raises',
      'number',
      'answer = 1 / 0\nslips = {}',
      [],
      'small.py:3:1  The program raises ZeroDivisionError: division by zero. (seed 1)',
    ],
    [
      'a program that is no Python',
      'number',
      'answer = (',
      [],
      "small.py:3:1  SyntaxError: '(' was never closed.",
    ],
    [
      'no answer',
      'number',
      'slips = {}',
      [],
      'small.py:1:1  The program leaves no "answer" that can be given',
    ],
    ['no slips', 'number', 'answer = 1', [], 'small.py:1:1  The program leaves no dict "slips"'],
    [
      'a slip that is always the answer',
      'number',
      'answer = 1\nslips = {"one": 1}',
      ['one'],
      'small.py:1:1  After 400 draws there is none that serves: the answer and one give the same. (seed 1)',
    ],
    [
      'two slips that are the same for a reader',
      'number',
      'answer = 1\nslips = {"a": 0.333, "b": 1 / 3}',
      ['a', 'b'],
      'small.py:1:1  After 400 draws there is none that serves: a and b give the same.',
    ],
    ['a need that never holds', 'number', 'draw.need(False)', [], 'none that serves: "need" never holds.'],
    [
      'a slip without words',
      'number',
      'answer = 1\nslips = {"twoo": 2}',
      ['two'],
      'small.md:6:1  The slip "twoo" has no words. Expected "## slip twoo". Did you mean two? Known: two. (seed 1)',
    ],
    [
      'words without a slip',
      'number',
      'answer = 1\nslips = {}',
      ['two'],
      'small.md:16:1  The program never has a slip "two". There are none here.',
    ],
    [
      'another kind of answer',
      'matrix',
      'answer = 1\nslips = {}',
      [],
      'The answer is no array with two axes',
    ],
    [
      'an answer nobody writes',
      'number',
      'answer = 10 ** 9\nslips = {}',
      [],
      'no reader would write. (seed 1)',
    ],
    ['no code to predict', 'predict', 'answer = 1\nslips = {}', [], 'The program leaves no "code"'],
    [
      'a program without a hole',
      'hole',
      'answer, slips, code, given = "1", {}, "2", {}',
      [],
      'The "code" has no hole. Expected ____ in it.',
    ],
  ])('of %s', (_, kind, program, slips, message) => {
    expect(problem(kind, program, slips)).toContain(message);
  });

  test('of a slot that has no value, at its part', () => {
    expect(problem('number', 'answer = 1\nslips = {}', [], 'What is {x}?')).toBe(
      'small.md:6:1  The slot "x" has no value: NameError: name \'x\' is not defined (seed 1)',
    );
  });

  test('nothing of a slip that some seeds do not have', () => {
    expect(
      problem('number', 'n = draw.integers(1, 4)\nanswer = 3\nslips = {} if n == 3 else {"other": n}', [
        'other',
      ]),
    ).toBe('nothing');
  });

  const reading = (text: string) => () =>
    readExercise({ file: 'e.py', text: '' }, { file: 'e.md', text }, noteTemplate);
  test.each([
    ['What is it?', 'e.md:1:1  The text of an exercise begins with its metadata.'],
    [
      '---\ntitle: A\nkind: nummer\n---\nQ\n\n## hint\n\nH\n\n## back\n\nB',
      'e.md:3:1  Wrong field "kind": found "nummer". Did you mean number?',
    ],
    ['---\ntitle: A\nkidn: number\n---\nQ', 'e.md:3:1  Unknown field "kidn". Did you mean kind?'],
    ['---\nkind: number\n---\nQ\n\n## hint\n\nH\n\n## back\n\nB', 'e.md:1:1  Missing field "title".'],
    ['---\ntitle: A\nkind: number\n---\n\n## hint\n\nH', 'The question is empty.'],
    [
      '---\ntitle: A\nkind: number\n---\nQ\n\n## hnt\n\nH',
      'e.md:7:1  "## hnt" is no part of an exercise. Did you mean hint?',
    ],
    [
      '---\ntitle: A\nkind: number\n---\nQ\n\n## hint\n\nH\n\n## hint\n\nH',
      'e.md:11:1  A second "hint". Keep one.',
    ],
    ['---\ntitle: A\nkind: number\n---\nQ\n\n## hint\n\nH', 'e.md:1:1  No part "## back".'],
    ['---\ntitle: A\nkind: function\n---\nQ\n\n## hint\n\nH\n\n## back\n\nB', 'Missing field "function".'],
  ])('where a text cannot be read', (text, message) => {
    expect(reading(text)).toThrow(message);
  });
});
