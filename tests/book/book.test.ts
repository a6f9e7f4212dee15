/** The book is read in order, and each slip in its metadata is told at its place. */
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadBook, neighbours, positionText } from '../../src/book/index.ts';
import { AuthorError } from '../../src/diagnostics/index.ts';
import { BOOK, ONE, writeBook } from '../markdown/page.ts';

test('sections come in reading order, each with its address and its neighbours', () => {
  const book = loadBook(writeBook());
  const [one, two] = book.sections;
  expect(book.sections.map(({ url, number }) => [number, url])).toEqual([
    [1, '/first/one/'],
    [2, '/first/two/'],
  ]);
  expect(one?.id).toBe(`${ONE}/index.mdx`);
  expect(one && neighbours(book, one)).toEqual({ previous: undefined, next: two });
  expect(two && neighbours(book, two)).toEqual({ previous: one, next: undefined });
});

test('a chapter without a number is an appendix, and so are its sections', () => {
  const content = writeBook({
    'book.yaml': BOOK.replace('  - number: 1\n    title: First', '  - title: First')
      .replace('      - number: 1\n        folder', '      - folder')
      .replace('      - number: 2\n        folder', '      - folder'),
  });
  const book = loadBook(content);
  const [one] = book.sections;
  expect(book.sections.map(({ number }) => number)).toEqual([undefined, undefined]);
  expect(one && positionText(book, one)).toBe('First');
});

test('two sections whose folders differ in their number alone are refused', () => {
  const yaml = BOOK.replace('02-two', '02-one');
  const content = writeBook({ 'book.yaml': yaml });
  renameSync(join(content, '01-first/02-two'), join(content, '01-first/02-one'));
  expect(messageOf(() => loadBook(content))).toBe(
    'content/book.yaml:16:17  "02-one" gets the same address as "01-one". Change the words of one.',
  );
});

test('comments are off unless the book asks for them', () => {
  expect(loadBook(writeBook()).comments).toBeUndefined();
  const giscus = 'comments: { repo: a/b, repoId: R, category: C, categoryId: D }\n';
  expect(loadBook(writeBook({ 'book.yaml': BOOK + giscus })).comments?.mapping).toBe('pathname');
});

/** A slip: its name, what to change in the file, where it is told, what the message says. */
type Slip = readonly [name: string, from: string, to: string, place: string, ...says: string[]];

const bookSlips: readonly Slip[] = [
  ['an unknown field', 'subtitle:', 'subtitel:', '2:1', 'Unknown field "subtitel". Did you mean subtitle?'],
  ['a missing field', 'title: Wx + b\n', '', '1:1', 'Missing field "title". Expected string.'],
  ['a wrong type', 'sections_planned: 9', 'sections_planned: nine', '6:19', 'found "nine". Expected number.'],
  ['an empty title', 'title: First', "title: ''", '10:12', 'Wrong field "title": found ""'],
  ['broken YAML', 'authors: [Someone]', 'authors: [Someone', '6:1', 'Not valid YAML'],
  [
    'an unknown field in a chapter',
    '    title: First',
    '    titel: First',
    '10:5',
    'Did you mean title? Known: number, title',
  ],
  [
    'a folder that is not there',
    'folder: 01-one',
    'folder: 01-ons',
    '14:17',
    'No folder "01-ons" for this section. Did you mean 01-one?',
  ],
  [
    'a chapter folder that is not there',
    'folder: 01-first',
    'folder: 01-fisrt',
    '11:13',
    'Did you mean 01-first?',
  ],
  [
    'a folder that is not listed',
    '\n      - number: 2\n        folder: 02-two',
    '',
    '13:7',
    'The folder "02-two" is not listed as a section.',
  ],
  [
    'numbers that do not rise',
    'number: 2',
    'number: 1',
    '15:17',
    'Section 1 follows section 1. Numbers must rise.',
  ],
  [
    'a section without a number in a chapter that has one',
    '      - number: 2\n        folder',
    '      - folder',
    '15:9',
    'A section without a number in chapter 1.',
  ],
  [
    'a section with a number in an appendix',
    '  - number: 1\n    title: First',
    '  - title: First',
    '12:17',
    'Section 1 stands in an appendix',
  ],
  ['a number beyond the plan', 'number: 2', 'number: 12', '15:17', 'sections_planned is too small'],
  [
    'a wrong choice',
    'language: en',
    'language: en\ncomments: { repo: a/b, repoId: R, category: C, categoryId: D, mapping: path }',
    '5:72',
    'found "path". Did you mean pathname? Known: pathname',
  ],
];

const frontmatterSlips: readonly Slip[] = [
  ['an unknown field', 'lede:', 'led:', '3:1', 'Unknown field "led". Did you mean lede?'],
  ['a missing field', 'keywords: [test]\n', '', '2:1', 'Missing field "keywords". Expected array.'],
  [
    'a description that is too long',
    'What it is about.',
    'a'.repeat(161),
    '4:14',
    'expected string to have <=160 characters',
  ],
  [
    'a figures file that is not there',
    'figures.py',
    'figure.py',
    '6:10',
    'No file "figure.py" in this section\'s folder. Did you mean figures.py?',
  ],
  ['no metadata at all', '---\n', '', '1:1', 'Start the file with --- lines around title, lede'],
];

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof AuthorError) return error.message;
    throw error;
  }
  return 'no error';
}

describe('book.yaml', () => {
  test.each(bookSlips)('%s is told at its place', (_, from, to, place, ...says) => {
    expect(BOOK).toContain(from);
    const message = messageOf(() => loadBook(writeBook({ 'book.yaml': BOOK.replace(from, to) })));
    expect(message.split('  ')[0]).toBe(`content/book.yaml:${place}`);
    for (const said of says) expect(message).toContain(said);
  });
});

describe("a section's metadata", () => {
  const sound =
    '---\ntitle: A\nlede: B\ndescription: What it is about.\nkeywords: [test]\nfigures: figures.py\n---\n\nText.\n';
  test.each(frontmatterSlips)('%s is told at its place', (_, from, to, place, ...says) => {
    expect(sound).toContain(from);
    const message = messageOf(() => loadBook(writeBook({ [`${ONE}/index.mdx`]: sound.replace(from, to) })));
    expect(message.split('  ')[0]).toBe(`content/${ONE}/index.mdx:${place}`);
    for (const said of says) expect(message).toContain(said);
  });
});
