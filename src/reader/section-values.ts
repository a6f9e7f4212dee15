/** What the section's widgets and programs start from after a reader has changed its numbers: one store for the page. */

/** A number that programs have as a literal, with the name and the places that it is assigned at. */
export interface ProgramNumber {
  readonly name: string;
  readonly places: readonly number[];
  /** As Python writes it: the reader's, and the book's. */
  readonly number: string;
  readonly book: string;
}

export interface SectionValues {
  /** The figures of each widget by the number of its place. */
  readonly widgets: ReadonlyMap<number, unknown>;
  /** The changed numbers that each program shares with the section, by its file. */
  readonly programs: ReadonlyMap<string, readonly ProgramNumber[]>;
}

/** What the build has drawn everything with. */
const BOOK: SectionValues = { widgets: new Map(), programs: new Map() };

let values = BOOK;
const listeners = new Set<() => void>();

/** Returns the present values; without entries for what is as the book has it. */
export function sectionValues(): SectionValues {
  return values;
}

/** Returns the book's values: for the first render in the page, which must be what the build made. */
export function bookValues(): SectionValues {
  return BOOK;
}

export function setSectionValues(to: SectionValues): void {
  values = to;
  for (const listener of listeners) listener();
}

/** Calls `listener` after each change, until the returned function is called. */
export function onSectionValues(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
