/** How NumPy writes one element of an array, by dtype. */
import { most } from './measure.ts';
import { floatColumn } from './numpy-float.ts';
import type { NumpyPrintOptions } from './numpy-options.ts';
import type { Printable } from './printable.ts';

/** Returns a function that writes any of the shown `values` of `array` at the width they share. */
export function elementWriter(
  { dtype, shape, write }: Printable,
  values: readonly number[],
  options: NumpyPrintOptions,
): (x: number) => string {
  if (write !== undefined) return write;
  switch (dtype) {
    case 'float64':
    case 'float32':
    case 'float16':
    case 'bfloat16':
      return floatColumn(values, dtype, options);
    case 'int64':
    case 'int32':
    case 'int16':
    case 'int8':
    case 'uint64':
    case 'uint32':
    case 'uint16':
    case 'uint8':
      return integerColumn(values, options);
    case 'bool':
      return (x) => (x ? (shape.length === 0 ? 'True' : ' True') : 'False');
  }
}

/** Right-aligned digits; sign '+' shows on all but negative numbers, sign ' ' keeps its column. */
function integerColumn(values: readonly number[], { sign }: NumpyPrintOptions): (x: number) => string {
  const write = (x: number): string => (sign === '+' && x >= 0 ? `+${x}` : String(x));
  const widest = most(values, (x) => write(x).length);
  const width = sign === ' ' && values.every((x) => x >= 0) ? widest + 1 : widest;
  return (x) => write(x).padStart(width);
}
