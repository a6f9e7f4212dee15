/** What a sound page becomes. */
import type { Element } from 'hast';
import { toText } from 'hast-util-to-text';
import { describe, expect, test } from 'vitest';
import { plainLatex } from '../../src/formula/build/index.ts';
import { compileText, find } from './page.ts';

describe('slots in prose', () => {
  test.each([
    ['a number with a true minus sign', '{py`norm:.2f`}', '−3.74'],
    ['an array with commas', '{py`W`}', '[[1, 2, 3], [4, 5, 6]]'],
    ['text as it is', '{py`names["}"]`}', 'a-1'],
    ['a slot on a line of its own', '\n\n{py`norm`}\n\n', '−3.7416'],
    ['nothing for a comment', 'It is{/* not shown */}.', 'It is.'],
  ])('show %s', async (_, text, shown) => {
    const { tree } = await compileText(text);
    expect(
      tree.children
        .map((child) => ('tagName' in child ? toText(child) : ''))
        .join('')
        .trim(),
    ).toBe(shown);
  });
});

describe('a claim that holds', () => {
  test.each([
    ['inside a sentence', 'So <Claim that="W.sum() == 21">the sum is {py`W.sum()`}</Claim>.', false],
    ['on lines of its own', '<Claim that="norm < 0">\n\nIt is negative.\n\n</Claim>', true],
  ])('stands %s', async (_, text, block) => {
    const { tree } = await compileText(text);
    const claims = JSON.stringify(tree).includes('"Claim"');
    expect([claims, JSON.stringify(tree).includes('"block"')]).toEqual([true, block]);
  });
});

describe('formulas', () => {
  test.each([
    ['a number', '\\py{norm:.2f}', '-3.74'],
    ['a vector', '\\py{W[0]}', '[1,\\ 2,\\ 3]'],
    ['a matrix', '\\py{W}', '\\begin{bmatrix}1 & 2 & 3 \\\\ 4 & 5 & 6\\end{bmatrix}'],
    ['text with a brace in a Python string', '\\py{names["}"]}', '\\text{a-1}'],
  ])('fill a slot with %s', async (_, formula, latex) => {
    const { tree } = await compileText(`$$\n\\label{filled}\n${formula}\n$$`);
    expect(find(tree, '.copy-latex').map(({ properties }) => properties['dataLatex'])).toEqual([latex]);
  });

  test('carry a hue on each symbol', async () => {
    const { tree } = await compileText('So $\\mW\\vx + \\cb{1}$.');
    expect(find(tree, '.q-w').map((element) => toText(element))).toEqual(['W']);
    expect(find(tree, '.q-x').map((element) => toText(element))).toEqual(['𝐱']);
    expect(find(tree, '.q-b').map((element) => toText(element))).toEqual(['1']);
    expect(find(tree, 'math')).toHaveLength(1);
  });

  test('are numbered, linked and copied as plain LaTeX when displayed', async () => {
    const { tree } = await compileText(
      '$$\n\\label{one}\n1\n$$\n\nBy [](#eq-layer) and [the first](#eq-one):\n\n$$\n\\label{layer}\n\\vy = \\cw{\\mW}\\vx\n$$',
    );
    const equations = find(tree, '.equation');
    expect(equations.map(({ properties }) => properties.id)).toEqual(['eq-one', 'eq-layer']);
    expect(find(tree, '.equation-number').map((link) => [link.properties.href, toText(link)])).toEqual([
      ['#eq-one', '(1)'],
      ['#eq-layer', '(2)'],
    ]);
    const [, button] = find(tree, '.copy-latex');
    expect(button?.properties).toMatchObject({
      type: 'button',
      hidden: true,
      dataLatex: '\\mathbf{y} = {W}\\mathbf{x}',
    });
    expect(find(tree, 'p').map((element) => toText(element))).toEqual(['By (2) and the first:']);
  });

  test.each([
    ['\\vx^2', '\\mathbf{x}^2'],
    ['\\lVert\\uv\\rVert_\\vx', '\\lVert\\hat{\\mathbf{v}}\\rVert_{\\mathbf{x}}'],
    ['\\cz{z_{\\cx{0}}}', '{z_{{0}}}'],
    ['\\vxyz', '\\vxyz'],
    ['W \\in \\R^{2 \\times 3}', 'W \\in \\mathbb{R}^{2 \\times 3}'],
  ])('%s is %s in plain LaTeX', (written, plain) => {
    expect(plainLatex(written)).toBe(plain);
  });
});

describe('headings', () => {
  test('have ids from their words and a link to themselves with a name', async () => {
    const { tree, code } = await compileText('## The dot product\n\nText.\n\n### `np.dot`\n');
    const [heading, second] = [...find(tree, 'h2'), ...find(tree, 'h3')];
    expect(heading?.properties.id).toBe('the-dot-product');
    expect(second?.properties.id).toBe('npdot');
    expect(find(tree, '.heading-anchor').map(({ properties }) => properties)).toMatchObject([
      { href: '#the-dot-product', ariaLabel: 'Link to “The dot product”' },
      { href: '#npdot', ariaLabel: 'Link to “np.dot”' },
    ]);
    expect(code).toMatch(/"slug": "the-dot-product",\s*"text": "The dot product"/);
  });
});

describe('parts', () => {
  const words = (count: number) => 'word '.repeat(count).trim();
  /** The names of a part's children; the text between them counts for nothing. */
  const blocks = (part: Element | undefined) =>
    part?.children.flatMap((child) => {
      if (child.type === 'element') return [String(child.properties.className)];
      return child.type === 'mdxJsxFlowElement' ? [child.name] : [];
    });

  test('go from heading to heading; in them figures stand alone, and the text up to a figure or a heading is one stretch', async () => {
    const { tree } = await compileText(
      `Before.

## One

Text.

<Callout kind="note">

Said.

</Callout>

<DotProductWidget a="W[0]" b="norm" caption="What it shows" />

<Listing numpy="vectors.py" caption="What it does" />

### Within

More.

## Two

### Beside

Text.

### Below

Text.`,
    );
    expect(tree.children.flatMap((child) => ('tagName' in child ? [child.tagName] : []))).toEqual([
      'p',
      'section',
      'section',
    ]);
    expect(find(tree, '.part').map(blocks)).toEqual([
      ['stretch', 'DotProductWidget', 'Listing', 'stretch,headed'],
      ['stretch', 'stretch,headed'],
    ]);
    expect(find(tree, '.headed').map((stretch) => toText(stretch).trim())).toEqual([
      'Within\n\nMore.',
      'Below\n\nText.',
    ]);
  });

  test('say how many lines their text takes, and how many figures there are', async () => {
    const { tree } = await compileText(
      `## One\n\n${words(400)}\n\n<Listing numpy="vectors.py" caption="a" />\n\n<Aside>\n\n${words(90)}\n\n</Aside>\n\n${words(40)}`,
    );
    const [part] = find(tree, '.part');
    const lines = (element: Element | undefined) =>
      Number(/--lines:(\d+)/.exec(String(element?.properties.style))?.[1]);
    const [first, second] = find(tree, '.stretch').map(lines);
    expect(first).toBeGreaterThan((400 * 5) / 67);
    expect(first).toBeLessThan((400 * 5) / 67 + 8);
    expect(second).toBe(4);
    expect(lines(part)).toBeGreaterThanOrEqual((first ?? 0) + (second ?? 0) - 1);
    expect(part?.properties.style).toContain('--widgets:0;--listings:1');
  });
});

describe('components', () => {
  test('Matrix gets its value and a name for each row and column', async () => {
    const { code } = await compileText('<Matrix of="W" rows="n" columns="a, b, c" />');
    expect(code.replaceAll(/\s+/g, ' ')).toContain('rows: ["n0", "n1"]');
    expect(code.replaceAll(/\s+/g, ' ')).toContain('columns: ["a", "b", "c"]');
    expect(code.replaceAll(/\s+/g, ' ')).toContain('"cells": [["1", "2", "3"], ["4", "5", "6"]]');
  });

  test('a widget gets the numbers it starts with', async () => {
    const { code } = await compileText('<DotProductWidget a="W[0]" b="norm" caption="What it shows" />');
    expect(code.replaceAll(/\s/g, '')).toContain('figures:{"a":[1,2,3],"b":-3.7416}');
  });

  test('Raises gets the error that was announced', async () => {
    const { code } = await compileText('<Raises numpy="W @ W" caption="What NumPy says" />');
    expect(code.replaceAll(/\s+/g, ' ')).toContain(
      'numpyError: { "type": "ValueError", "message": "matmul: Input operand 1 has a mismatch',
    );
  });

  test('Figure gets its picture as Markdown, for Astro to bundle', async () => {
    const { code } = await compileText('<Figure src="plot.png" alt="A plot" caption="A" name="plot" />');
    expect(code).toContain('./plot.png');
    expect(code).toContain('id: "figure-plot"');
  });

  test('a table scrolls in a box named by its caption; columns of numbers are aligned right', async () => {
    const { tree } = await compileText(
      '<Table caption="Sizes" name="sizes">\n\n| Name | Size | Set |\n| - | - | :-: |\n| a | −1 | 2 |\n| b | 2.5 | 3 |\n\n</Table>',
    );
    expect(find(tree, '.scroll')[0]?.properties).toMatchObject({ role: 'group', ariaLabel: 'Sizes' });
    expect(find(tree, 'th').map(({ properties }) => [properties.scope, properties.className])).toEqual([
      ['col', undefined],
      ['col', ['align-right']],
      ['col', ['align-center']],
    ]);
    expect(find(tree, 'td').map(({ properties }) => properties.align)).toEqual(Array(6).fill(undefined));
  });
});

test('reading time counts prose, formulas and programs', async () => {
  const words = (count: number) => 'word '.repeat(count);
  const minutes = async (text: string) => (await compileText(text)).frontmatter.minutes;
  expect(await minutes('Short.')).toBe(1);
  expect(await minutes(words(238 * 3))).toBe(3);
  expect(await minutes(`${words(238 * 3)}\n\n\`\`\`python\n${'x = y\n'.repeat(158)}\`\`\``)).toBe(5);
  expect(await minutes(`${words(238 * 3)} $${'x +'.repeat(119)} 1$`)).toBe(4);
});

test('links inside the book may be absolute, relative, and name a place on another page', async () => {
  const { tree } = await compileText(
    '[a](/first/two/) [b](../two/#a-heading) [c](/) [d](https://a.example/) [e](mailto:a@a.example)',
  );
  expect(find(tree, 'a')).toHaveLength(5);
});
