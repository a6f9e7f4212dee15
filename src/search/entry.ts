/** What a search can find: a place of the book and the words in it. */

/** Headings, formulas, lines of programs, functions of the reference, errors and their messages. */
export type EntryKind = 'part' | 'formula' | 'program' | 'function' | 'error';

/** One place. */
export interface SearchEntry {
  /** Relative to the site's root: `chapter/section/#the-dot-product`. Several entries may lead to one address. */
  readonly address: string;
  readonly kind: EntryKind;
  readonly title: string;
  /** The heading of the part that it stands in. */
  readonly part: string;
  readonly text: string;
}
