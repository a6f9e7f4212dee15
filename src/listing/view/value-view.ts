/** A value as a reader sees it: a vector or grid with named places, or a line of text. */

import type { Hue } from '../../explain/index.ts';
import { DECIMALS, numberText } from '../../explain/index.ts';
import type { Snapshot } from '../../python/index.ts';
import { placeNames } from './axis-names.ts';
import { numbersOf, rankOf } from './numbers.ts';
import type { SharedMemory } from './shared-memory.ts';

/** What is said about one cell besides its value. */
export type Mark = 'changed' | 'active' | 'silent';

interface Common {
  /** As the program calls it: `z`, `W.T`, `layer.weight`. */
  readonly name: string;
  /** `(2, 3) float64`, `int`. */
  readonly badge: string;
  readonly hue?: Hue;
  /** The step that wrote it, and its line where that is another than the one it is shown at. */
  readonly step?: number;
  readonly line?: number;
  /** The memory that it shares with other variables: a write into one shows in all of them. */
  readonly memory?: SharedMemory;
  /** Of an array or tensor: how many elements further the next entry of each axis is, in memory. */
  readonly stride?: readonly number[];
  /** False for a result that the program gives no name. */
  readonly variable: boolean;
}

export interface GridView extends Common {
  readonly kind: 'grid';
  /** Row by row; a vector is one row. */
  readonly cells: readonly (readonly string[])[];
  readonly vector: boolean;
  readonly rowNames?: readonly string[];
  readonly columnNames?: readonly string[];
  readonly marks?: readonly (readonly (Mark | undefined)[])[];
}

interface TextView extends Common {
  readonly kind: 'text';
  readonly text: string;
  readonly changed?: boolean;
}

export type ValueView = GridView | TextView;

export interface ViewOptions {
  readonly axes?: readonly string[] | undefined;
  readonly hue?: Hue | undefined;
  readonly step?: number | undefined;
  readonly line?: number | undefined;
  readonly variable?: boolean;
  readonly memory?: SharedMemory | undefined;
  /** By place in row-major order. */
  readonly marks?: readonly (Mark | undefined)[] | undefined;
}

/** Draws vectors and matrices as grids and everything else as Python writes it. */
export function valueView(name: string, value: Snapshot, options: ViewOptions = {}): ValueView {
  const { axes, hue, step, line, marks, memory, variable = false } = options;
  const common = {
    name,
    badge: badgeOf(value),
    variable,
    ...(hue !== undefined && { hue }),
    ...(step !== undefined && { step }),
    ...(line !== undefined && { line }),
    ...(memory !== undefined && { memory }),
    ...(value.stride !== undefined && (value.shape?.length ?? 0) > 0 && { stride: value.stride }),
  };
  const rank = rankOf(value);
  const cells = (rank === 1 || rank === 2) && !isSize(value) ? cellsOf(value) : undefined;
  if (cells === undefined)
    return {
      kind: 'text',
      ...common,
      text: textOf(value),
      ...(marks?.[0] === 'changed' && { changed: true }),
    };
  const columns = rank === 1 ? cells.length : (value.shape?.[1] ?? 1);
  const [rowAxis, columnAxis] = rank === 1 ? [undefined, axes?.[0]] : [axes?.[0], axes?.[1]];
  const inRows = <T>(all: readonly T[]): T[][] =>
    Array.from({ length: cells.length / columns }, (_, i) => all.slice(i * columns, (i + 1) * columns));
  return {
    kind: 'grid',
    ...common,
    cells: inRows(cells),
    vector: rank === 1,
    ...(rowAxis !== undefined && { rowNames: placeNames(rowAxis, cells.length / columns) }),
    ...(columnAxis !== undefined && { columnNames: placeNames(columnAxis, columns) }),
    ...(marks?.some((mark) => mark !== undefined) && { marks: inRows(marks) }),
  };
}

/** A float with more decimals than the book shows. */
const LONG_FLOAT = new RegExp(`^-?\\d+\\.\\d{${DECIMALS + 1},}$`);

/** `(2, 3) float64`; a plain Python value has its type alone. */
function badgeOf({ type, shape, dtype, random }: Snapshot): string {
  if (shape === undefined || dtype === undefined || shape.length === 0)
    return dtype === undefined ? type : `${type === dtype ? '' : `${type}, `}${shortType(dtype)}`;
  const size = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
  return `${size} ${shortType(dtype)}${random ? ', random' : ''}`;
}

function shortType(dtype: string): string {
  return dtype.replace(/^torch\./, '');
}

/** torch.Size lists its numbers, and is text all the same. */
function isSize({ type }: Snapshot): boolean {
  return type === 'Size';
}

function cellsOf(value: Snapshot): readonly string[] | undefined {
  if (value.random) return undefined;
  const numbers = numbersOf(value);
  const boolean = value.dtype?.endsWith('bool');
  return numbers?.map((number) => (boolean ? (number === 1 ? 'True' : 'False') : numberText(number)));
}

/**
 * Returns one line of Python's own text; the number of a tensor without axes stands alone. A float with more digits than worked
 * sums show is written as they write it, so that the two never seem to differ: 0.16, not 0.16000000000000003.
 */
function textOf(value: Snapshot): string {
  if (value.random) return 'random numbers';
  const text = value.type === 'str' ? (value.repr ?? '') : (value.str ?? value.repr ?? '');
  const [number = Number.NaN] = rankOf(value) === 0 ? (numbersOf(value) ?? []) : [];
  const isTensor = value.shape?.length === 0 && value.type !== value.dtype;
  const isLong = /float/.test(value.dtype ?? value.type) && LONG_FLOAT.test(text);
  if (Number.isFinite(number) && (isTensor || isLong)) return numberText(number);
  return text.replaceAll(/(?<![\w.)\]])-(?=[\d.]|inf\b)/g, '−');
}
