/** Stops for predictions: how an author marks them, what stops the build, and what becomes of them in a changed program. */
import { describe, expect, it } from 'vitest';
import { prepareAll } from '../../src/listing/build/index.ts';
import { answerTo } from '../../src/listing/live/answer.ts';
import { build } from './program.ts';

await prepareAll();

const PROGRAM = `import numpy as np
a = np.array([3.0, 2.0])  #: a
b = np.array([1.0, 4.0])
c = a + b  #: sum
print(c)  #: show
`;

function notes(block: string): string {
  return `---\nprogram: p.py\ntitle: A program\n---\n\n## a: A vector\n\nText.\n\n## sum: Added\n\nText.\n\n## show: Shown\n\nThe sum is {c}.\n\n${block}\n`;
}

/** The line of the notes that a block begins on. */
const FIRST = notes('').split('\n').length - 1;

const built = (block: string) =>
  build({ file: 'p.py', text: PROGRAM }, { file: 'p.notes.md', text: notes(block) });

const BLOCK = '```predict\nsigns turned @sum: c = a - b\nonly `a`: print(a)\n```';

describe('a stop', () => {
  const { view, listing } = built(BLOCK);

  it('is no part of the note that is read', () => {
    expect(JSON.stringify(view.panels.at(-1)?.note?.body)).not.toContain('predict');
    expect(view.panels.at(-1)?.note?.failed).toEqual([]);
  });

  it('has the wrong programs, each with the statement it replaces', () => {
    expect(listing.source.notes.at(-1)?.prediction).toEqual({
      isDefault: true,
      wrong: [
        { belief: 'signs turned', marker: 'sum', code: 'c = a - b' },
        { belief: 'only `a`', marker: 'show', code: 'print(a)' },
      ],
    });
  });

  it('comes only when all are wanted, where the author says so', () => {
    expect(
      built(BLOCK.replace('predict', 'predict more')).listing.source.notes.at(-1)?.prediction?.isDefault,
    ).toBe(false);
  });
});

describe('the build stops at', () => {
  it.each([
    [
      'a block that is not closed',
      '```predict\na: print(a)',
      0,
      'not closed. Expected ``` on a line of its own.',
    ],
    ['text below the block', `${BLOCK}\n\nMore.`, 5, 'Put the block at the end of the note.'],
    [
      'another word behind it',
      BLOCK.replace('predict', 'predict soon'),
      0,
      'Unknown word "soon" behind "predict".',
    ],
    ['a stop without wrong programs', '```predict\n```', 0, 'without a wrong program'],
    [
      'a line that is none',
      '```predict\nprint(a)\n```',
      1,
      'Expected "belief: code" or "belief @marker: code".',
    ],
    [
      'a marker that is none',
      '```predict\nsigns @som: c = a - b\n```',
      1,
      'is marked "#: som". Did you mean sum?',
    ],
    ['a wrong program that is not Python', '```predict\nsigns @sum: c = a -\n```', 1, 'raises SyntaxError'],
    [
      'a name that there is not',
      '```predict\nsigns: print(d)\n```',
      1,
      "raises NameError: name 'd' is not defined",
    ],
    [
      'one that prints the same',
      '```predict\norder @sum: c = b + a\n```',
      1,
      'the line prints [4. 6.], as the program does.',
    ],
    [
      'two that print the same',
      '```predict\none: print(a)\ntwo: print(a * 1)\n```',
      2,
      'as "print(a)" does.',
    ],
  ])('%s', (_, block, offset, problem) => {
    expect(() => built(block)).toThrow(problem);
    expect(() => built(block)).toThrow(`p.notes.md:${FIRST + offset}:1`);
  });

  it('a stop before a line that comes to nothing', () => {
    const program = PROGRAM.replace('print(c)', 'pass');
    expect(() =>
      build(
        { file: 'p.py', text: program },
        { file: 'p.notes.md', text: notes('```predict\na: print(a)\n```') },
      ),
    ).toThrow('prints and makes nothing. Put the stop before one that does.');
  });
});

describe('in a program that a reader has changed', () => {
  const { source } = built(BLOCK).listing;
  const predict = (text: string) => answerTo({ source, text, predict: 'show' }, 1000).prediction;

  it('the wrong programs are changes of that program', () => {
    const prediction = predict(source.text.replace('3.0', '10.0'));
    expect(prediction?.right).toMatchObject({ text: '[11.  6.]', shape: [2], numbers: [11, 6] });
    expect(prediction?.wrong.map(({ result }) => result.kind === 'result' && result.text)).toEqual([
      '[ 9. -2.]',
      '[10.  2.]',
    ]);
  });

  it('those are left out that print the same, or whose statement is gone', () => {
    expect(predict(source.text.replace('c = a + b', 'c = a'))?.wrong).toMatchObject([
      { belief: 'signs turned' },
    ]);
    expect(
      predict(source.text.replace('c = a + b\n', 'for c in (7, 8):\n    pass\n'))?.wrong.map(
        ({ belief }) => belief,
      ),
    ).toEqual(['only `a`']);
  });

  it('a stop whose line is gone asks nothing', () => {
    expect(predict(source.text.replace('print(c)\n', ''))).toBeUndefined();
  });
});
