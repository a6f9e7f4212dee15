/** Pads numbers of one column so that their decimal points stand under each other in a face of equal widths. */

const PAD = '\u00a0';

/**
 * The same texts, right-padded with no-break spaces as far as the column's longest fraction needs; texts that are not
 * decimal numbers (a name, a dot for "not yet") count as having no fraction.
 */
export function alignColumn(texts: readonly string[]): readonly string[] {
  const fractions = texts.map(fractionLength);
  const longest = Math.max(0, ...fractions);
  return texts.map((text, k) => text + PAD.repeat(longest - (fractions[k] ?? 0)));
}

/** A whole grid of cells, each column aligned by itself. */
export function alignColumns(cells: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const width = Math.max(0, ...cells.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, j) => alignColumn(cells.map((row) => row[j] ?? '')));
  return cells.map((row, i) => row.map((text, j) => columns[j]?.[i] ?? text));
}

/** The characters from the decimal point on; a number without one still leaves room for the point. */
function fractionLength(text: string): number {
  const match = /^[−+-]?\d*(\.\d*)?$/.exec(text);
  return match?.[1]?.length ?? 0;
}
