/** The glossary of a book with the places that explain its terms, read again when a file changes. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Book } from '../../book/index.ts';
import { readGlossary, type Term } from './read-glossary.ts';
import { type TermPlace, termPlaces } from './term-places.ts';

export interface Glossary {
  readonly terms: readonly Term[];
  /** By the id of the term. */
  readonly places: ReadonlyMap<string, TermPlace>;
  /** As messages name it. */
  readonly file: string;
}

/** Returns the glossary in the folder `content`; an empty one where there is no `glossary.md`. */
export function bookGlossary(content: string, book: Book): Glossary {
  const root = resolve(content);
  const path = join(root, 'glossary.md');
  const file = `${basename(root)}/glossary.md`;
  const terms = existsSync(path) ? readGlossary(readFileSync(path, 'utf8'), file) : [];
  return { terms, places: termPlaces(book, terms, file), file };
}
