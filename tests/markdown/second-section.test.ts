/** A second section is a folder and two lines of YAML: nothing under src/ changes. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadBook, neighbours } from '../../src/book/index.ts';
import { compile } from './page.ts';

test('a section copied into the book and listed in book.yaml becomes a page', async () => {
  const root = mkdtempSync(join(tmpdir(), 'book-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const content = join(root, 'content');
  cpSync('content', content, { recursive: true });

  const [first] = loadBook(content).sections;
  if (first === undefined) throw new Error('The book has no section.');
  const second = join(dirname(first.id), '..', '09-gradients');
  cpSync(first.folder, join(content, second), { recursive: true });
  const yaml = readFileSync(join(content, 'book.yaml'), 'utf8').trimEnd();
  writeFileSync(join(content, 'book.yaml'), `${yaml}\n      - number: 9\n        folder: 09-gradients\n`);

  const book = loadBook(content);
  expect(book.sections.map(({ number, slug }) => [number, slug])).toEqual([
    [8, 'vectors-matrices-and-operations'],
    [9, 'gradients'],
  ]);
  const [, added] = book.sections;
  expect(added && neighbours(book, added).previous?.url).toBe(first.url);
  const page = await compile(content, second);
  expect(page.frontmatter.minutes).toBeGreaterThan(10);
}, 20_000);
