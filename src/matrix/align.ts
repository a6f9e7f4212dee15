/** Pads numbers of one column so that their decimal points stand under each other in a face of equal widths. */

const PAD = '\u00a0';

/**
 * Returns the same texts, right-padded with no-break spaces as far as the column's longest fraction needs, or that of `room`;
 * texts that are not decimal numbers (a name, a dot for "not yet") count as having no fraction.
 */
export function alignColumn(texts: readonly string[], room = ''): readonly string[] {
  const fractions = texts.map(fractionLength);
  const longest = Math.max(fractionLength(room), ...fractions);
  return texts.map((text, k) => text + PAD.repeat(longest - (fractions[k] ?? 0)));
}

/** Returns a whole grid of cells, each column aligned by itself, with the room that `rooms` has for it. */
export function alignColumns(
  cells: readonly (readonly string[])[],
  rooms: readonly string[] = [],
): readonly (readonly string[])[] {
  const columns = columnsOf(cells).map((texts, j) => alignColumn(texts, rooms[j]));
  return cells.map((row, i) => row.map((text, j) => columns[j]?.[i] ?? text));
}

/**
 * For each column a number as long as the longest in it, before the point and after: the room it needs when any of `cells`,
 * the rows of more than one grid perhaps, can stand there.
 */
export function columnRooms(cells: readonly (readonly string[])[]): readonly string[] {
  return columnsOf(cells).map((texts) => {
    const fraction = Math.max(0, ...texts.map(fractionLength));
    const whole = Math.max(0, ...texts.map((text) => text.length - fractionLength(text)));
    return '0'.repeat(whole) + (fraction > 0 ? `.${'0'.repeat(fraction - 1)}` : '');
  });
}

function columnsOf(cells: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const width = Math.max(0, ...cells.map((row) => row.length));
  return Array.from({ length: width }, (_, j) => cells.map((row) => row[j] ?? ''));
}

/** Returns the characters from the decimal point on; a number without one still leaves room for the point. */
function fractionLength(text: string): number {
  const match = /^[−+-]?\d*(\.\d*)?$/.exec(text);
  return match?.[1]?.length ?? 0;
}
