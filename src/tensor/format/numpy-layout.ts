/** NumPy's brackets: nesting, wrapping and summaries of an array's elements. */
import { elementWriter } from './numpy-elements.ts';
import type { NumpyPrintOptions } from './numpy-options.ts';
import { countOf, edgeIndices, type Printable, valuesAt } from './printable.ts';

/** What surrounds an array's text, which wraps with room for it. */
export type NumpyFrame = { readonly prefix: string; readonly separator: string; readonly suffix: string };

/** Returns the elements of `array` in brackets, continuation lines indented by the prefix (`np.array2string`). */
export function layoutArray(array: Printable, frame: NumpyFrame, options: NumpyPrintOptions): string {
  const { shape, strides, storage } = array;
  const { separator } = frame;
  const count = countOf(array);
  if (count === 0) return '[]';
  const edge = count > options.threshold ? options.edgeitems : Number.POSITIVE_INFINITY;
  // With no edge items the slices of NumPy's summary take in the whole axis, so all elements set the width.
  const values = valuesAt(array, (size) => edgeIndices(size, edge === 0 ? size : edge));
  const write = elementWriter(array, values, options);
  const closing = Math.max(separator.trimEnd().length, 1);

  /** Returns the part of the array that starts at `place` and spans the axes from `axis` on. */
  const part = (axis: number, place: number, indent: string, width: number): string => {
    if (axis === shape.length) return write(storage.data[place] as number);
    const items = itemsOf(shape[axis] as number, edge).map((i) =>
      i === undefined
        ? '...'
        : part(axis + 1, place + i * (strides[axis] as number), `${indent} `, width - 1),
    );
    if (axis === shape.length - 1) return `[${fillLines(items, separator, indent, width - closing)}]`;
    const gap = separator.trimEnd() + '\n'.repeat(shape.length - axis - 1);
    return `[${items.join(gap + indent)}]`;
  };
  const indent = ' '.repeat(frame.prefix.length + 1);
  return part(0, array.offset, indent, options.linewidth - frame.suffix.length);
}

/** Indices along an axis, undefined where a summary leaves some out. The last one always shows. */
function itemsOf(size: number, edge: number): readonly (number | undefined)[] {
  if (size <= 2 * edge) return edgeIndices(size, size);
  const shown = edgeIndices(size, Math.max(edge, 1));
  return [...shown.slice(0, edge), undefined, ...shown.slice(-Math.max(edge, 1))];
}

/** Words joined by the separator, on a new line when a word would reach beyond `width`. */
function fillLines(words: readonly string[], separator: string, indent: string, width: number): string {
  const lines: string[] = [];
  let line = indent;
  words.forEach((word, i) => {
    if (line.length + word.length > width && line.length > indent.length) {
      lines.push(line.trimEnd());
      line = indent;
    }
    line += i < words.length - 1 ? word + separator : word;
  });
  return [...lines, line].join('\n').slice(indent.length);
}
