/** What the page has and fetches of a listing: all plain JSON, and what is made of it. */

import type { ListingSource, ListingView, ReferenceTemplate, Run, TokenLine } from '../../listing/index.ts';
import type { Literal } from '../../listing/live/index.ts';

/** One program: the JSON file beside it. */
export interface ListingData {
  readonly source: ListingSource;
  readonly run: Run;
  /** The book's program, highlighted. */
  readonly lines: readonly TokenLine[];
  /** The numbers of the book's program. */
  readonly literals: readonly Literal[];
  /** The entries of the reference that the program uses. */
  readonly entries: readonly ReferenceTemplate[];
}

/** What stands in the page about a listing, so that it can be drawn again as the build drew it. */
export interface ListingSettings {
  /** Unique on the page: `vectors`. */
  readonly name: string;
  readonly caption: string;
  /** The address of the folder with the programs and what belongs to them. */
  readonly folder: string;
  /** `vectors.py`, and its twin where there is one. */
  readonly files: readonly string[];
  /** The programs whose lines are addressed here: another listing above may show the same twin. */
  readonly addressed: readonly string[];
  /** The address of the page that shows this listing alone; left out on that page. */
  readonly embed?: string;
}

/** The entries of the reference that a program uses. */
export interface References {
  readonly entries: ReadonlyMap<string, ReferenceTemplate>;
  /** For each line those that the page gives in full there, because it meets them for the first time. */
  readonly firsts: ReadonlyMap<number, ReadonlySet<string>>;
}

/** A program ready to be drawn. */
export interface ProgramView {
  readonly data: ListingData;
  readonly view: ListingView;
  readonly references: References;
}
