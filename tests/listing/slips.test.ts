/** An author's slips stop the build with file, line and the mend. */
import { describe, expect, it } from 'vitest';
import { AuthorError } from '../../src/diagnostics/index.ts';
import { readReference } from '../../src/listing/build/index.ts';
import { build, notesText, view } from './program.ts';

const PROGRAM = 'import numpy as np  #: import\nx = np.array([3.0, 4.0])  #: input\nprint(x)  #: show\n';
const NOTES = { import: 'NumPy.', input: 'A vector of {len(x)}.', show: 'It prints.' };

function slip(make: () => unknown): { where: string; problem: string } {
  try {
    make();
  } catch (error) {
    if (!(error instanceof AuthorError)) throw error;
    const { file, line } = error.place;
    return { where: `${file}:${line}`, problem: error.message };
  }
  throw new Error('Nothing was refused.');
}

const without = (marker: keyof typeof NOTES) =>
  Object.fromEntries(Object.entries(NOTES).filter(([name]) => name !== marker));

const SLIPS: readonly [name: string, make: () => unknown, where: string, problem: RegExp][] = [
  [
    'a marker without a note',
    () => view(PROGRAM, without('input')),
    'p.py:2',
    /The marker "input" has no note in p\.notes\.md\. .*Known: import, show\./,
  ],
  [
    'a note without a marker',
    () => view(PROGRAM, { ...NOTES, inputs: 'More.' }),
    'p.notes.md:18',
    /No line of p\.py is marked "#: inputs"\. Did you mean input\?/,
  ],
  [
    'a second note',
    () =>
      build(
        { file: 'p.py', text: PROGRAM },
        { file: 'p.notes.md', text: `${notesText(NOTES)}\n## show: Again\n\nText.\n` },
      ),
    'p.notes.md:18',
    /A second note "show"/,
  ],
  [
    'a second marker',
    () => view(`${PROGRAM}y = 1  #: show\n`, NOTES),
    'p.py:4',
    /A second marker "show"; the first stands on line 3/,
  ],
  [
    'a misspelt marker',
    () => view(PROGRAM.replace('#: show', '#: Show'), NOTES),
    'p.py:3',
    /"#: Show" is no marker\. Expected "#: name"/,
  ],
  [
    'a slot that raises',
    () => view(PROGRAM, { ...NOTES, show: 'See {y}.' }),
    'p.notes.md:16',
    /The slot "y" raises NameError: name 'y' is not defined/,
  ],
  [
    'a slot that is not an expression',
    () => view(PROGRAM, { ...NOTES, show: 'See {1 +}.' }),
    'p.notes.md:16',
    /The slot "1 \+" raises/,
  ],
  [
    'a slot that is not closed',
    () => view(PROGRAM, { ...NOTES, show: 'See {x.' }),
    'p.notes.md:16',
    /brace that is not closed/,
  ],
  [
    'a slot with a bad format',
    () => view(PROGRAM, { ...NOTES, show: 'See {x[0]:.4q}.' }),
    'p.notes.md:16',
    /Bad slot "x\[0\]:\.4q"/,
  ],
  [
    'a slot of a line that never runs',
    () => view(`${PROGRAM}for i in range(0):\n    y = 1  #: never\n`, { ...NOTES, never: 'See {y}.' }),
    'p.notes.md:20',
    /has no value, because its line never runs/,
  ],
  [
    'a program that raises unannounced',
    () => view(`${PROGRAM}x @ np.eye(3)\n`, NOTES),
    'p.py:4',
    /Raises ValueError: matmul: .*announce it with "raises: ValueError" in p\.notes\.md/,
  ],
  [
    'an announced exception that does not come',
    () => view(PROGRAM, NOTES, 'raises: ValueError\n'),
    'p.notes.md:1',
    /announced to raise ValueError, and raises nothing/,
  ],
  [
    'a call that the reference does not know',
    () => view(`${PROGRAM}y = np.sqrt(x)\n`, NOTES),
    'p.py:4',
    /Not in the reference: "np\.sqrt" \(line 4\)\. Add to a file in content\/reference, and fill in:\n\n## np\.sqrt\n\nsignature: np\.sqrt\(…\)\nkind: function\n/,
  ],
  [
    'a program that is not Python',
    () => view(`${PROGRAM}y = (1\n`, NOTES),
    'p.py:4',
    /SyntaxError: '\(' was never closed/,
  ],
  [
    'a program that asks for too much memory',
    () => view(`${PROGRAM}y = [0] * 10**9\n`, NOTES),
    'p.py:4',
    /The program was stopped: .* elements in memory at once\. A listing must end soon: shorten its loops\./,
  ],
  ['Python that is not offered', () => view(`${PROGRAM}async def f(): pass\n`, NOTES), 'p.py:4', /async/],
  [
    'an unknown field',
    () => view(PROGRAM, NOTES, 'hue: { x: x }\n'),
    'p.notes.md:4',
    /Unknown field "hue"\. Did you mean hues\?/,
  ],
  [
    'a wrong hue',
    () => view(PROGRAM, NOTES, 'hues: { x: blue }\n'),
    'p.notes.md:4',
    /"x" is "blue"\. Expected one of x, w, b, z, a/,
  ],
  [
    'a missing field',
    () => build({ file: 'p.py', text: PROGRAM }, { file: 'p.notes.md', text: '---\nprogram: p.py\n---\n' }),
    'p.notes.md:1',
    /Missing field "title"/,
  ],
  [
    'notes without metadata',
    () => build({ file: 'p.py', text: PROGRAM }, { file: 'p.notes.md', text: '## a: B\n' }),
    'p.notes.md:1',
    /Notes begin with their metadata/,
  ],
  ['an empty note', () => view(PROGRAM, { ...NOTES, show: '' }), 'p.notes.md:14', /The note "show" is empty/],
  [
    'a heading without a title',
    () =>
      build(
        { file: 'p.py', text: PROGRAM },
        { file: 'p.notes.md', text: notesText(NOTES).replace('## show: Title of show', '## show') },
      ),
    'p.notes.md:14',
    /Not the heading of a note/,
  ],
  [
    'a second entry of the reference',
    () => readReference([{ file: 'r.md', text: `${ENTRY}\n${ENTRY}` }]),
    'r.md:9',
    /A second entry "np\.dot"; the first is in r\.md:1/,
  ],
  [
    'an entry without a field',
    () => readReference([{ file: 'r.md', text: ENTRY.replace(/^kind.*\n/m, '') }]),
    'r.md:1',
    /The entry "np\.dot" has no kind/,
  ],
  [
    'a counterpart without an entry',
    () => readReference([{ file: 'r.md', text: ENTRY.replace('kind:', 'counterpart: torch.dot\nkind:') }]),
    'r.md:1',
    /The counterpart "torch\.dot" has no entry/,
  ],
];

const ENTRY = '## np.dot\n\nsignature: np.dot(a, b)\nkind: function\nreturns: a number\n\nMultiply, add.\n';

describe('an author who slips', () => {
  it.each(SLIPS)('by %s is told where and what to do', (_, make, where, problem) => {
    const told = slip(make);
    expect(told.problem).toMatch(problem);
    expect(told.where).toBe(where);
  });

  it('is not told anything when all is well, announced exceptions included', () => {
    expect(view(PROGRAM, NOTES).panels).toHaveLength(3);
    const raising = view(`${PROGRAM}x @ np.eye(3)\n`, NOTES, 'raises: ValueError\n');
    expect(raising.run).toMatchObject({ exception: { type: 'ValueError', line: 4 } });
  });
});
