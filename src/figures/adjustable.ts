/** The figures that a reader may change, as an author marks them: `W = np.array([…])  #: adjustable -2..2 step 0.1`. */

/** A name of the figures file whose numbers a reader may change. Plain JSON. */
export interface AdjustableFigure {
  readonly name: string;
  /** Bounds of each entry, both included, and what one turn adds. */
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
  /** In row-major order; a plain number has one entry without places. */
  readonly entries: readonly FigureEntry[];
}

/** One number literal of an adjustable figure. */
export interface FigureEntry {
  /** `W[0, 1]`, or the name alone. */
  readonly key: string;
  /** Its place along each axis, from 0. */
  readonly places: readonly number[];
  /** Offsets of the literal in the figures file, and what stands there: `-0.5`. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Numbers that a reader has put in the place of the book's, as Python writes them, by the key of their entry. */
export type ReaderNumbers = ReadonlyMap<string, string>;

/** `W[0, 1]` for the entry of `W` at row 0 and column 1; `rate` for a plain number. */
export function entryKey(name: string, places: readonly number[]): string {
  return places.length === 0 ? name : `${name}[${places.join(', ')}]`;
}

/** Returns the figures file with the reader's numbers in it; a key that no entry has changes nothing. */
export function withReaderNumbers(
  text: string,
  figures: readonly AdjustableFigure[],
  numbers: ReaderNumbers,
): string {
  return figures
    .flatMap(({ entries }) => entries)
    .filter(({ key }) => numbers.has(key))
    .toSorted((a, b) => b.from - a.from)
    .reduce(
      (changed, { key, from, to, text: book }) =>
        changed.slice(0, from) + (numbers.get(key) ?? book) + changed.slice(to),
      text,
    );
}
