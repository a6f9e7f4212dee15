/** PyTorch's brackets: nesting, wrapping and summaries of a tensor's elements. */
import { countOf, edgeIndices, type Printable, valuesAt } from './printable.ts';
import { torchColumn } from './torch-elements.ts';
import type { TorchPrintOptions } from './torch-options.ts';

/** Returns the elements of a tensor that has some, in brackets; continuation lines are indented by `indent` plus nesting. */
export function layoutTensor(tensor: Printable, indent: number, options: TorchPrintOptions): string {
  const { shape, strides, storage } = tensor;
  const edge = countOf(tensor) > options.threshold ? options.edgeitems : Number.POSITIVE_INFINITY;
  const shown = (size: number): readonly number[] => edgeIndices(size, edge);
  const { width, write } = torchColumn(tensor.dtype, valuesAt(tensor, shown), options);

  /** Returns the part of the tensor that starts at `place` and spans the axes from `axis` on. */
  const part = (axis: number, place: number): string => {
    if (axis === shape.length) return write(storage.data[place] as number);
    const size = shape[axis] as number;
    const innermost = axis === shape.length - 1;
    const items = shown(size).map((i) => part(axis + 1, place + i * (strides[axis] as number)));
    // In a row of several items the dots stand like an element, a blank before them.
    if (size > 2 * edge) items.splice(edge, 0, innermost && edge > 0 ? ' ...' : '...');
    const margin = ' '.repeat(indent + axis + 1);
    if (!innermost) return `[${items.join(`,${'\n'.repeat(shape.length - axis - 1)}${margin}`)}]`;
    const perLine = Math.max(1, Math.floor((options.linewidth - indent - axis) / (width + 2)));
    return `[${chunks(items, perLine).join(`,\n${margin}`)}]`;
  };
  return part(0, tensor.offset);
}

/** `items` joined by commas, `perLine` to a line. */
function chunks(items: readonly string[], perLine: number): string[] {
  const lines: string[] = [];
  for (let start = 0; start < items.length; start += perLine)
    lines.push(items.slice(start, start + perLine).join(', '));
  return lines;
}
