/** A book that pages ask for again and again is read once, and again when a file of it has changed. */
import { readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { currentBook } from '../../src/book/index.ts';
import { ONE, writeBook } from '../markdown/page.ts';

test('the same book is given until a file changes', () => {
  const content = writeBook();
  expect(currentBook(content)).toBe(currentBook(content));
});

test.each([
  ['book.yaml', 'title: Wx + b', 'title: Another'],
  [`${ONE}/index.mdx`, 'title: A section', 'title: Another'],
])('a change of %s is seen', (name, from, to) => {
  const content = writeBook();
  const before = currentBook(content);
  const file = join(content, name);
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
  utimesSync(file, 1, 1);
  const after = currentBook(content);
  expect([after.title, after.sections[0]?.title]).toContain('Another');
  expect([before.title, before.sections[0]?.title]).not.toContain('Another');
});

test('a section that is gone is missed', () => {
  const content = writeBook();
  currentBook(content);
  rmSync(join(content, ONE), { recursive: true });
  expect(() => currentBook(content)).toThrow('01-one');
});
