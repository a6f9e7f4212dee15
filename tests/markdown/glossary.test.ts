/** What an author may write in the glossary, where terms are linked, and which slips stop the build. */
import type { Element } from 'hast';
import { toText } from 'hast-util-to-text';
import { describe, expect, test } from 'vitest';
import { AuthorError, readGlossary } from '../../src/markdown/index.ts';
import { compileText, find, LINES_BEFORE } from './page.ts';

const GLOSSARY = `# Terms

## unit vector
also: unit vectors
symbol: $\\vx$
hue: x
letters: x
code: x, np.array

A vector of length 1.
`;

const EXPLAINED = '## One\n\nThis is a **unit vector**.\n';

const linksOf = async (text: string) => {
  const { tree } = await compileText(text, { 'glossary.md': GLOSSARY });
  return find(tree, '.term').map((link: Element) => [toText(link), link.properties['href']]);
};

async function errorOf(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (error instanceof AuthorError) return error.message;
    throw error;
  }
  return 'no error';
}

test('a term has forms, a symbol, letters in a hue, names in programs, and a meaning', () => {
  expect(readGlossary(GLOSSARY, 'glossary.md')).toEqual([
    {
      name: 'unit vector',
      id: 'unit-vector',
      forms: ['unit vector', 'unit vectors'],
      symbol: '$\\vx$',
      hue: 'x',
      letters: ['x'],
      code: ['x', 'np.array'],
      meaning: 'A vector of length 1.',
      line: 3,
      meaningLine: 10,
    },
  ]);
});

describe('a term is linked', () => {
  test('at its first use in each later part, in all its forms', async () => {
    const text = `${EXPLAINED}\nA unit vector.\n\n## Two\n\nUnit vectors, and a unit\nvector.\n\n## Three\n\nOne unit vector.\n`;
    expect(await linksOf(text)).toEqual([
      ['Unit vectors', '/terms/#unit-vector'],
      ['unit vector', '/terms/#unit-vector'],
    ]);
  });

  test('not in headings, links, tables, code, or as a piece of a word', async () => {
    const text = `${EXPLAINED}\n## A unit vector\n\n[unit vector](#one), \`unit vector\`, a unit vectorial, a non-unit vector.\n`;
    expect(await linksOf(text)).toEqual([]);
  });
});

describe("an author's slip is told at its place", () => {
  test('a term that is used before it is explained', async () => {
    const text = `## Before\n\nHere a unit vector.\n\n${EXPLAINED}`;
    const message = await errorOf(() => linksOf(text));
    expect(message).toContain(
      `index.mdx:${LINES_BEFORE + 3}:8  "unit vector" is used before it is explained`,
    );
  });

  test('a term that nothing explains', async () => {
    expect(await errorOf(() => linksOf('## One\n\nText.\n'))).toContain(
      'glossary.md:3:1  No section explains "unit vector".',
    );
  });

  test.each([
    ['an unknown field', 'also:', 'als:', '4:1', 'Unknown field "als" of "unit vector". Did you mean also?'],
    ['a term without a meaning', 'A vector of length 1.\n', '', '3:1', 'has no meaning'],
    [
      'a form that stands twice',
      'also: unit vectors',
      'also: unit vector',
      '3:1',
      'stands under "unit vector" too',
    ],
  ])('%s', async (_, from, to, place, says) => {
    const message = await errorOf(() => readGlossary(GLOSSARY.replace(from, to), 'glossary.md'));
    expect(message.split('  ')[0]).toBe(`glossary.md:${place}`);
    expect(message).toContain(says);
  });
});
