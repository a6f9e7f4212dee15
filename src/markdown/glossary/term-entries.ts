/** The glossary as the page of terms shows it. */
import type { Book } from '../../book/index.ts';
import { fillTemplate } from '../../slots/index.ts';
import { filledHtml } from '../filled-html.ts';
import { noteTemplate } from '../note.ts';
import { bookGlossary } from './book-glossary.ts';
import type { Term } from './read-glossary.ts';

export interface TermEntry extends Pick<Term, 'name' | 'id' | 'hue' | 'letters' | 'code'> {
  /** HTML; empty where there is no symbol. */
  readonly symbol: string;
  readonly meaning: string;
  /** The place that explains it, from the site's root, and the words of its heading. */
  readonly address: string;
  readonly heading: string;
}

/** Returns the terms in the order of the alphabet. @throws {AuthorError} for a bad formula or term */
export function termEntries(content: string, book: Book): TermEntry[] {
  const { terms, places, file } = bookGlossary(content, book);
  const html = (text: string, line: number) => {
    const template = noteTemplate([{ kind: 'markdown', text }], { file, line, column: 1 });
    return filledHtml(fillTemplate(template, new Map()));
  };
  return terms
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map(({ name, id, hue, letters, code, symbol, meaning, line, meaningLine }) => {
      const place = places.get(id);
      return {
        name,
        id,
        hue,
        letters,
        code,
        symbol: symbol && html(symbol, line).replace(/^<p>([\s\S]*)<\/p>$/, '$1'),
        meaning: html(meaning, meaningLine),
        address: place === undefined ? '/' : `${place.section.url}#${place.id}`,
        heading: place?.heading ?? '',
      };
    });
}
