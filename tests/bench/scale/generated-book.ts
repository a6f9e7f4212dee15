/** A copy of the project whose book has as many sections as wanted, each made from the first one of `content/`. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { loadBook, type Section } from '../../../src/book/index.ts';
import { sectionText } from './section-text.ts';

const PROJECT = ['src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'];

/** Writes the project with a book of `count` sections to the folder `root`, which is made. */
export function writeBook(root: string, count: number): void {
  mkdirSync(root, { recursive: true });
  for (const name of PROJECT) cpSync(name, join(root, name), { recursive: true });
  cpSync('content', join(root, 'content'), { recursive: true });
  const original = firstSection();
  const chapter = join(root, 'content', dirname(dirname(original.id)));
  rmSync(join(chapter, basename(original.folder)), { recursive: true });
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  for (const number of numbers) writeSection(original.folder, join(chapter, folderOf(number)), number);
  writeFileSync(join(root, 'content', 'book.yaml'), bookOf(numbers));
}

/** The section that all generated ones are made from. */
export function firstSection(): Section {
  const [first] = loadBook('content').sections;
  if (first === undefined) throw new Error('The book has no section to make others from.');
  return first;
}

/** Its digits have one length, so that folders sort as they are numbered. */
function folderOf(number: number): string {
  return `${String(number).padStart(3, '0')}-section-${number}`;
}

function writeSection(from: string, to: string, number: number): void {
  cpSync(from, to, { recursive: true });
  for (const file of readdirSync(to, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:mdx|md|py)$/.test(file)) continue;
    const path = join(to, file);
    writeFileSync(path, sectionText(file, readFileSync(path, 'utf8'), number));
  }
}

/** The original's `book.yaml` with one chapter, of the sections with these numbers. */
function bookOf(numbers: readonly number[]): string {
  const file: Readonly<Record<string, unknown>> = parse(readFileSync('content/book.yaml', 'utf8'));
  const [chapter] = loadBook('content').chapters;
  const sections = numbers.map((number) => ({ number, folder: folderOf(number) }));
  return stringify({ ...file, sections_planned: numbers.length, chapters: [{ ...chapter, sections }] });
}
