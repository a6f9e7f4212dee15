import { describe, expect, test } from 'vitest';
import { buildIndex, openIndex, type SearchEntry, words } from '../../src/search/index.ts';

const entry = (
  address: string,
  title: string,
  text: string,
  kind: SearchEntry['kind'] = 'part',
): SearchEntry => ({
  address,
  kind,
  title,
  part: 'A part',
  text,
});

const entries = [
  entry('s/#dot', 'The dot product', 'Multiply pairwise and add. Every neuron computes one.'),
  entry('s/#transpose', 'The transpose', 'Rows and columns change places; the dot product is mentioned.'),
  entry('s/#ref-np.linalg.norm', 'np.linalg.norm', 'The length of a vector.', 'function'),
  entry('s/#shape', '', 'mat1 and mat2 shapes cannot be multiplied (4x3 and 2x3)', 'error'),
];
const find = openIndex(JSON.parse(JSON.stringify(buildIndex(entries))));
const addresses = (query: string) => find(query).map(({ address }) => address);

describe('a search finds', () => {
  test.each([
    ['a heading before a mention', 'dot product', ['s/#dot', 's/#transpose']],
    ['the beginning of a word', 'transp', ['s/#transpose']],
    ['a word with a letter wrong', 'neuran', ['s/#dot']],
    ['a function by its whole name', 'np.linalg.norm', ['s/#ref-np.linalg.norm']],
    [
      'a message with other numbers',
      'RuntimeError: mat1 and mat2 shapes cannot be multiplied (10x784 and 10x64)',
      ['s/#shape'],
    ],
    ['nothing in an empty question', '  ', []],
    ['nothing where nothing is', 'zebra', []],
  ])('%s', (_, query, expected) => {
    expect(addresses(query).slice(0, Math.max(1, expected.length))).toEqual(expected);
  });

  test('names that objects have, as words like any other', () => {
    expect(addresses('constructor __proto__ toString')).toEqual([]);
  });
});

test('an excerpt shows the words around the first that matches, and no part of a word', () => {
  const text = `${'before '.repeat(60)}needle ${'after '.repeat(60)}`.trim();
  const [result] = openIndex(buildIndex([entry('a', 'Title', text)]))('needle');
  expect(result?.excerpt).toMatch(/^… (?:before )+needle (?:after )+…$/);
  expect(result?.excerpt.length).toBeLessThan(150);
});

test.each([
  ['W @ x = [0.16, 0.43]', ['W', 'x']],
  ['𝐱 and naïve', ['x', 'and', 'naïve']],
  ['grad_fn=<AddmmBackward0>', ['grad_fn', 'AddmmBackward']],
])('the words of %s', (text, expected) => {
  expect(words(text)).toEqual(expected);
});
