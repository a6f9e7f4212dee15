/** How the book is searched: MiniSearch, with one way of telling words apart for the build and the page. */
import MiniSearch, { type AsPlainObject, type Options } from 'minisearch';
import type { EntryKind, SearchEntry } from './entry.ts';

/** What is fetched by a page that searches. */
export type SearchIndex = AsPlainObject;

/** A place that a search found, with the words around the first that matches. */
export interface SearchResult {
  readonly address: string;
  readonly kind: EntryKind;
  readonly title: string;
  readonly part: string;
  readonly excerpt: string;
  /** The words of the place that were looked for. */
  readonly terms: readonly string[];
}

/** Titles and messages are what a reader remembers; text mentions much in passing. */
const WEIGHTS = { title: 4, text: 1 };
const EXCERPT_LENGTH = 140;
const MOST_RESULTS = 20;

/** MiniSearch wants an id of each. */
type Numbered = SearchEntry & { readonly id: number };

const options: Options<Numbered> = {
  fields: ['title', 'text'],
  storeFields: ['address', 'kind', 'title', 'part', 'text'],
  tokenize: (text) => words(text),
  searchOptions: {
    boost: WEIGHTS,
    prefix: (term) => term.length > 2,
    fuzzy: (term) => (term.length > 4 ? 0.2 : false),
  },
};

/**
 * Returns the words of a text: runs of letters and underscores. Numbers count for nothing, so that an error message is found
 * whatever sizes it names.
 */
export function words(text: string): string[] {
  return text.normalize('NFKC').match(/[\p{Letter}_]+/gu) ?? [];
}

/** Returns the index of `entries`, as JSON. */
export function buildIndex(entries: readonly SearchEntry[]): SearchIndex {
  const engine = new MiniSearch<Numbered>(options);
  engine.addAll(entries.map((entry, id) => ({ ...entry, id })));
  return engine.toJSON();
}

/** Returns a function that finds places by what a reader typed, the best first, at most twenty. */
export function openIndex(index: SearchIndex): (query: string) => SearchResult[] {
  const engine = MiniSearch.loadJS<Numbered>(index, options);
  return (query) => {
    // All words of a question where some place has them all; else any of them.
    const all = engine.search(query, { combineWith: 'AND' });
    const found = all.length > 0 ? all : engine.search(query);
    return found.slice(0, MOST_RESULTS).map(({ address, kind, title, part, text, terms }) => ({
      address,
      kind,
      title,
      part,
      excerpt: excerptOf(text, terms),
      terms,
    }));
  };
}

/** Returns the words around the first of `terms` in a text. */
function excerptOf(text: string, terms: readonly string[]): string {
  const lower = text.toLowerCase();
  const places = terms.map((term) => lower.indexOf(term)).filter((place) => place >= 0);
  const first = places.length === 0 ? 0 : Math.min(...places);
  const start = first < EXCERPT_LENGTH / 2 ? 0 : text.indexOf(' ', first - EXCERPT_LENGTH / 3) + 1;
  const piece = text.slice(start, start + EXCERPT_LENGTH);
  const end = start + piece.length < text.length ? piece.lastIndexOf(' ') : piece.length;
  return `${start > 0 ? '… ' : ''}${piece.slice(0, end)}${start + end < text.length ? ' …' : ''}`;
}
