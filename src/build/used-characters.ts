/** Which characters the book can show in its text faces. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PageSource } from './page-source.ts';
import { listFiles } from './site-files.ts';

/** What a reader may type or a widget compute: Basic Latin and the marks that numbers and prose need. */
const ALWAYS = `${basicLatin()}\u00a0−×·±°′″…–—‘’“”«»`;

function basicLatin(): string {
  return Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCodePoint(0x20 + index)).join('');
}

/** Characters of a page's texts and attributes, Basic Latin left out: every face has it anyway. */
export function pageCharacters(page: PageSource): Set<string> {
  const characters = new Set<string>();
  const add = (text: string) => {
    for (const [character] of text.matchAll(/[^ -~]/gu)) characters.add(character);
  };
  for (const { text } of page.texts) add(text);
  for (const { attrs } of page.elements) for (const { value } of attrs) add(value);
  return characters;
}

/** Characters of a script or sheet, escapes (`\u2212`, `\u{1d400}`, `\xd7`, CSS `\2212`) included. */
export function codeCharacters(code: string): Set<string> {
  const characters = new Set(code);
  const escapes = /\\(?:u\{([\da-f]+)\}|u([\da-f]{4})|x([\da-f]{2})|([\da-f]{2,6}))/gi;
  for (const [, ...digits] of code.matchAll(escapes)) {
    const codePoint = Number.parseInt(digits.find(Boolean) ?? '', 16);
    if (codePoint <= 0x10ffff) characters.add(String.fromCodePoint(codePoint));
  }
  return characters;
}

/** Returns all characters that any script or sheet of `dist` can show, and those that a reader may type. */
export async function codeCharactersOf(dist: string): Promise<Set<string>> {
  let used = new Set(ALWAYS);
  for (const path of await listFiles(dist, '.js', '.css'))
    used = used.union(codeCharacters(await readFile(join(dist, path), 'utf8')));
  return used;
}
