/** The Markdown twin of a page. */
import { expect, test } from 'vitest';
import { fillTwin } from '../../src/markdown/index.ts';
import { compileText, ONE } from './page.ts';

async function twinOf(text: string, files: Readonly<Record<string, string>> = {}): Promise<string> {
  const { frontmatter } = await compileText(text, files);
  return String(frontmatter['twin']).trim();
}

test.each([
  ['slots filled', 'It is **{py`norm:.2f`}** of `W`.', 'It is **−3.74** of `W`.'],
  ['formulas in a line as LaTeX', 'So $\\mW\\vx = \\py{W[0]}$.', 'So $W\\mathbf{x} = [1,\\ 2,\\ 3]$.'],
  [
    'equations with their numbers',
    '$$\n\\label{layer}\n\\vy\n$$\n\nSee [](#eq-layer).',
    '$$\n\\mathbf{y} \\tag{1}\n$$\n\nSee [(1)](#eq-layer).',
  ],
  [
    'callouts under their names',
    '<Callout kind="key" title="Sum">\n\nIt is {py`W.sum()`}.\n\n</Callout>',
    '**Key idea: Sum**\n\nIt is 21.',
  ],
  ['claims as what they say', 'So <Claim that="W.sum() == 21">it is {py`W.sum()`}</Claim>.', 'So it is 21.'],
  [
    'tables with their captions',
    '<Table caption="One row.">\n\n| a | b |\n| --- | --- |\n| x | {py`W.ndim`} |\n\n</Table>',
    '| a  |  b |\n| :- | -: |\n| x  |  2 |\n\n*One row.*',
  ],
  [
    'matrices as Python prints them',
    '<Matrix of="W" name="W" caption="Two rows." />',
    '```\nW = [[1 2 3]\n [4 5 6]]\n```\n\n*Two rows.*',
  ],
  ['addresses from where it lies', '[Next](/first/two/).', '[Next](../../first/two/).'],
])('has %s', async (_, text, twin) => {
  expect(await twinOf(text)).toBe(twin);
});

test('has a mark for each program, which is filled with what it shows', async () => {
  const twin = await twinOf('Before.\n\n<Listing numpy="vectors.py" caption="A vector." />', {
    [`${ONE}/listings/vectors.notes.md`]: '',
  });
  expect(fillTwin(twin, (part) => JSON.stringify(part))).toBe(
    'Before.\n\n{"kind":"listing","files":["vectors.py"]}\n\n*A vector.*',
  );
});
