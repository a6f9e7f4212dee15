/** Each slip an author can make in a page stops the build at its place and says what was expected. */
import { describe, expect, test } from 'vitest';
import { AuthorError } from '../../src/markdown/index.ts';
import { compileText, LINES_BEFORE, LISTINGS, ONE } from './page.ts';

/** A slip: its name, a page's text with ‸ before what is wrong, and what the message must say. */
type Slip = readonly [name: string, text: string, ...says: string[]];

const EQUATION = '$$\n\\label{sum}\n1 + 2\n$$\n';
const FIGURE = '<Figure src="plot.png" alt="a" caption="a" name="p" />';

const slips: Record<string, readonly Slip[]> = {
  claims: [
    [
      'a claim that is false',
      'So <Claim ‸that="W.sum() > 99">the sum is large</Claim>.',
      'The claim "W.sum() > 99" is false: W.sum() = 21. Mend the sentence, or the figures.',
    ],
    [
      'a false one of several comparisons',
      'So <Claim ‸that="norm < 0 and not (W[0, 0] == 1)">it is</Claim>.',
      'is false: norm = −3.7416, W[0, 0] = 1.',
    ],
    [
      'a claim that is no condition',
      'So <Claim ‸that="W.sum()">it is large</Claim>.',
      'The claim "W.sum()" gives 21, a int64. Expected True or False',
    ],
    ['a claim that raises', 'So <Claim ‸that="V.sum() > 1">it is</Claim>.', "name 'V' is not defined"],
    ['an empty claim', '‸<Claim that="True"></Claim>', '<Claim> is empty. Expected text between its tags.'],
  ],
  'typed numbers': [
    [
      'a number that a slot in the prose computes',
      'It is {py`norm:.2f`}. Thus ‸−3.74 is its value.',
      '−3.74 is typed, and the slot "norm:.2f" computes it. Write a slot here too, such as {py`norm:.2f`}, or `−3.74` as code',
    ],
    [
      'a number that a later formula computes, with a hyphen for a minus sign',
      'Thus **‸-3.7416** is its value.\n\nFor $\\py{norm}$.',
      'the slot "norm" computes it',
    ],
  ],
  components: [
    [
      'a misspelt component',
      'Text.\n\n‸<Calout kind="key">\n\nA.\n\n</Calout>',
      'Unknown component <Calout>. Did you mean <Callout>?',
      'Known: <Callout>, <Aside>',
    ],
    [
      'an unknown prop',
      '<Callout kind="key" ‸titel="A">\n\nA.\n\n</Callout>',
      '<Callout> unknown prop "titel". Did you mean title?',
      'Known: kind, title.',
    ],
    ['a missing prop', '‸<VectorWidget />', 'missing prop "caption". Expected string.'],
    [
      'an empty caption',
      '<VectorWidget ‸caption=" " />',
      'wrong prop "caption": found " ". Expected some text.',
    ],
    [
      'a value that is not allowed',
      '<Callout ‸kind="not">\n\nA.\n\n</Callout>',
      'found "not". Did you mean note? Known: key, care, note.',
    ],
    [
      'an expression as a prop',
      '<VectorWidget ‸caption={"a"} />',
      'is an expression. Expected text in quotes',
    ],
    ['spread props', '<VectorWidget ‸{...props} />', 'Write each prop as name="text".'],
    ['a prop without a value', '<VectorWidget ‸caption />', 'found true. Expected string.'],
    ['a prop given twice', '<VectorWidget caption="a" ‸caption="b" />', 'prop "caption" stands twice'],
    [
      'content where none belongs',
      '‸<Raises torch="W @ W" caption="a">\n\nText.\n\n</Raises>',
      '<Raises> takes no content',
    ],
    ['a component left empty', '‸<Aside />', '<Aside> is empty. Expected text between its tags.'],
    ['raw HTML', 'Some ‸<b>bold</b> text.', 'Raw HTML <b> is not part of a section'],
    ['an empty tag', '‸<>a</>', 'An empty tag <> has no place here'],
    ['an import', "‸import a from './a.js'\n", 'components need no import'],
    ['an export', '‸export const a = 1\n', 'Imports and exports have no place here'],
    ['a tag that is not closed', '‸<Aside>\n\nText.\n', 'Expected a closing tag for `<Aside>`'],
    ['a lone brace', 'A set {1, 2.‸\n', 'Cannot read this as MDX'],
  ],
  slots: [
    [
      'a slot that was never recorded',
      'It is {py`‸nrom:.2f`}.',
      'The slot "nrom:.2f" raises NameError: name \'nrom\' is not defined',
    ],
    [
      'a slot that raises',
      'It is {py`‸W @ W`}.',
      'raises ValueError: matmul: Input operand 1 has a mismatch',
      'announce the error with <Raises>',
    ],
    [
      'a format that Python does not know',
      'It is {py`norm:‸.2q`}.',
      '".2q" is not a format. Expected one such as .4f',
    ],
    ['a bracket left open', 'It is {py`W‸[0`}.', '"[" is not closed'],
    [
      'any other expression',
      'It is ‸{1 + 1}.',
      '{1 + 1} is not part of a section. Expected a slot such as {py`',
    ],
    [
      'a slot in a formula that was never recorded',
      'So $a = \\py{‸nrom:.2f}$.',
      'The slot "nrom:.2f" raises NameError',
    ],
    [
      'an announced error that does not come',
      '<Raises ‸numpy="W" caption="a" />',
      '"W" raises nothing; it gives',
    ],
    [
      'a figure that is no number',
      '<MatrixTransformWidget ‸x=\'names["}"]\' caption="a" />',
      'gives a-1. Expected a number or an array of numbers.',
    ],
    ['an announcement of nothing', '‸<Raises caption="a" />', 'Expected numpy, torch or both.'],
    ['a matrix of something else', '<Matrix ‸of="norm" />', 'draws vectors and matrices; "norm" is a float'],
    ['row names that do not fit', '<Matrix of="W" ‸rows="n0, n1, n2" />', 'prop "rows" names 3 of 2 rows.'],
  ],
  formulas: [
    ['an unknown command', 'So $a + ‸\\vxx$.', 'Bad formula. Unknown command \\vxx. Did you mean \\vx?'],
    ['a brace left open', 'So $\\frac{1}{2‸$.', 'Bad formula.', "expected '}'"],
    ['a slip after a filled slot', 'So $\\py{norm:.2f} + ‸\\oops$.', 'Unknown command \\oops.'],
    [
      'a command that could do harm',
      'So ‸$\\href{https://a.example}{a}$.',
      '\\href is not allowed in a formula',
    ],
    ['text that LaTeX would not take', 'So $a ‸é b$.', "strict mode is set to 'error'"],
    ['a display equation without a label', '‸$$\n1 + 2\n$$', 'no label. Expected \\label{kebab-case-name}'],
    [
      'a label in capitals',
      '$$\n\\label{‸Sum}\n1\n$$',
      'Bad label "Sum". Expected lower-case words joined by hyphens',
    ],
    ['two labels', '$$\n\\label{a}\n‸\\label{b}\n1\n$$', 'two labels. Keep one.'],
    ['a label twice on a page', `${EQUATION}\n‸${EQUATION}`, 'A second equation is labelled "sum"'],
    ['a label inside a line', 'So $‸\\label{a} 1$.', 'takes no label'],
    ['a display equation on one line', '‸$$1 + 2$$', 'needs its $$ on lines of their own'],
    ['a dollar left open', 'It costs ‸$5.', 'A lone $. Close the formula with another $, or write \\$.'],
  ],
  headings: [
    ['an empty heading', '‸##\n', 'An empty heading'],
    [
      'a duplicate heading id',
      '## The norm\n\nA.\n\n‸## The Norm\n\nB.',
      `Duplicate heading id "the-norm": line ${LINES_BEFORE + 1} has it already`,
    ],
    ['a first-level heading', '‸# Title\n', 'The title is in the metadata; start with ##.'],
    ['a level left out', '‸### Deep\n', 'skips a level. Expected ## at most, found ###.'],
    ['a formula in a heading', '## The ‸$x$\n', 'Contents lists and links need plain words.'],
    ['a slot in a heading', '## The ‸{py`norm`}\n', 'Contents lists and links need plain words.'],
  ],
  links: [
    [
      'a fragment that is not there',
      '## The norm\n\n‸[See](#the-nrom).',
      'No #the-nrom to link to',
      'Did you mean #the-norm?',
    ],
    ['an equation that is not there', `${EQUATION}\n‸[See](#eq-sun)`, 'Did you mean #eq-sum?'],
    [
      'a page that is not in the book',
      '‸[See](/first/tow/).',
      'No page /first/tow/',
      'Did you mean /first/two/?',
    ],
    ['a relative page that is not there', '‸[See](../tow/).', 'Did you mean /first/two/?'],
    ['a fragment of another page', '‸[See](../two/#a-headin).', 'Did you mean #a-heading?'],
    [
      'an address apart from its link',
      'See [there].\n\n‸[there]: /nowhere/',
      'Expected [words](address) in place.',
    ],
    ['a link without words', '‸[](/)', 'has no words'],
  ],
  'pictures, tables and files': [
    [
      'a picture without alt text',
      '‸![](./plot.png)',
      'The picture ./plot.png has no alt text. Expected ![what it shows](./plot.png)',
    ],
    [
      'a picture that is not there',
      '‸![A plot](./plto.png)',
      'No file "./plto.png". Did you mean ./plot.png?',
    ],
    ['a figure without alt text', '‸<Figure src="plot.png" caption="a" />', 'missing prop "alt"'],
    ['a figure without a caption', '‸<Figure src="plot.png" alt="a" />', 'missing prop "caption"'],
    [
      'a figure that is not there',
      '<Figure ‸src="plto.png" alt="a" caption="a" />',
      'Did you mean plot.png?',
    ],
    [
      'a listing that is not there',
      '<Listing ‸numpy="vector.py" caption="a" />',
      'No file "vector.py". Did you mean vectors.py?',
    ],
    ['a table outside <Table>', '‸| a |\n| - |\n| 1 |', 'Expected it inside <Table caption="…">'],
    [
      'a <Table> without a table',
      '‸<Table caption="a">\n\nText.\n\n</Table>',
      'Expected one Markdown table between',
    ],
    ['two things with one name', `‸${FIGURE}\n\n${FIGURE}`, 'Duplicate id "figure-p"'],
  ],
};

describe.each(Object.entries(slips))('%s', (_, cases) => {
  test.each(cases)('%s is told at its place', async (_name, marked, ...says) => {
    const before = marked.slice(0, marked.indexOf('‸')).split('\n');
    const error = await compileText(marked.replace('‸', '')).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AuthorError);
    const { message } = error as AuthorError;
    const [place, problem] = message.split('  ', 2);
    expect({ place, problem: problem ?? '' }).toEqual({
      place: `content/${ONE}/index.mdx:${LINES_BEFORE + before.length}:${(before.at(-1) ?? '').length + 1}`,
      problem: expect.stringContaining(says[0] ?? ''),
    });
    for (const said of says) expect(message).toContain(said);
  });
});

test('a figure marked as adjustable that cannot be adjusted', async () => {
  const files = { [`${ONE}/figures.py`]: 'n = 3  #: adjustable 5..9 step 1\n' };
  await expect(compileText('Text.', files)).rejects.toThrow(
    `${ONE}/figures.py:1:8  n is 3, which is not between 5 and 9. Widen the bounds.`,
  );
});

test('all slips of a page are told at once, in the order of the text', async () => {
  const text = `A {py\`W.shap\`} and {py\`normm\`}.

<Calout kind="key">

So <Claim that="W.sum() > 99">it is large</Claim>, see [there](#nowhere).

</Calout>

$$
1 + 1
$$
`;
  const error = await compileText(text).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(AuthorError);
  const lines = (error as AuthorError).message.split('\n');
  expect(lines.map((line) => Number(/mdx:(\d+):/.exec(line)?.[1]) - LINES_BEFORE)).toEqual([
    1, 1, 3, 5, 5, 9,
  ]);
  for (const [index, said] of ["'shap'", "'normm'", '<Calout>', 'is false', '#nowhere', 'no label'].entries())
    expect(lines[index]).toContain(said);
});

describe('a program in the listings folder', () => {
  test('that no listing shows is told in its own file', async () => {
    const error = await compileText('Text.', LISTINGS).catch((thrown: unknown) => thrown);
    expect(String(error)).toContain(
      `content/${ONE}/listings/vectors.py:1:1  No <Listing> of content/${ONE}/index.mdx shows this program. Add <Listing numpy="vectors.py" caption="…" />, or remove the file and its notes.`,
    );
  });

  test.each(['numpy="vectors.py"', 'numpy="a.py" torch="vectors.py"'])('is shown by %s', async (props) => {
    const twin = props.includes('a.py') ? { [`${ONE}/listings/a.py`]: 'x = 1\n' } : {};
    await compileText(`<Listing ${props} caption="a" />`, twin);
  });
});

describe('a number that is not typed although it is computed', () => {
  test.each([
    ['another number', 'It is {py`norm`}, not −3.75.'],
    ['code', 'It is {py`norm`}, as `-3.7416` says.'],
    ['a whole number', 'The sum is {py`W.sum()`}; 21 rows.'],
    ['part of a version', 'It is {py`norm / -3.7416:.1f`} in version 1.0.2.'],
  ])('%s', async (_, text) => {
    await compileText(text);
  });
});
