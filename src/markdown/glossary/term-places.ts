/** Where the book explains each term: where it stands in bold for the first time. */
import { readFileSync } from 'node:fs';
import GithubSlugger from 'github-slugger';
import type { Book, Section } from '../../book/index.ts';
import { AuthorError } from '../../diagnostics/index.ts';
import type { Term } from './read-glossary.ts';

export interface TermPlace {
  readonly section: Section;
  /** Of the first character of the bold words, in the section's file. */
  readonly offset: number;
  /** The heading that it stands under: its id and its words. */
  readonly id: string;
  readonly heading: string;
}

/** A heading, or bold words. The text is not parsed: a book may have many sections, and each page asks for all places. */
const HEADING_OR_BOLD = /^#{2,3} (?<heading>.+)$|\*\*(?<bold>[^*]+)\*\*/gm;

type Bold = TermPlace & { readonly words: string };

const known = new Map<string, { readonly text: string; readonly bolds: readonly Bold[] }>();

/** Returns the place of each term by its id. @throws {AuthorError} for a term that no section has in bold */
export function termPlaces(book: Book, terms: readonly Term[], file: string): ReadonlyMap<string, TermPlace> {
  const places = new Map<string, TermPlace>();
  const termOf = new Map(terms.flatMap((term) => term.forms.map((form) => [form, term] as const)));
  for (const bold of book.sections.flatMap(boldsOf)) {
    const term = termOf.get(bold.words);
    if (term !== undefined && !places.has(term.id)) places.set(term.id, bold);
  }
  const missing = terms.find(({ id }) => !places.has(id));
  if (missing !== undefined)
    throw new AuthorError(
      { file, line: missing.line, column: 1 },
      `No section explains "${missing.name}". Set it in bold, **${missing.name}**, where it is explained.`,
    );
  return places;
}

function boldsOf(section: Section): readonly Bold[] {
  const text = readFileSync(section.path, 'utf8');
  const cached = known.get(section.path);
  if (cached?.text === text) return cached.bolds;
  let [id, heading] = ['', section.title];
  const bolds: Bold[] = [];
  for (const { index, groups } of text.matchAll(HEADING_OR_BOLD)) {
    if (groups?.['heading'] !== undefined) {
      heading = groups['heading'].trim();
      id = new GithubSlugger().slug(heading);
    } else {
      const words = (groups?.['bold'] ?? '').replaceAll(/\s+/g, ' ').toLowerCase();
      bolds.push({ section, offset: index, id, heading, words });
    }
  }
  known.set(section.path, { text, bolds });
  return bolds;
}
