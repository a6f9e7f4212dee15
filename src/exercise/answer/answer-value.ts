/** An answer, or what a misconception gives, as data that can be compared. */
import { type Cells, raised, type SlotResult } from '../../slots/index.ts';

export type AnswerValue =
  /** A number (no axes), a vector or a matrix; the cells row by row. */
  | { readonly kind: 'numbers'; readonly shape: readonly number[]; readonly cells: readonly number[] }
  /** A tuple of whole numbers, as shapes are. */
  | { readonly kind: 'shape'; readonly shape: readonly number[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'raised'; readonly text: string }
  /** What a function gives for each of several inputs. */
  | { readonly kind: 'results'; readonly results: readonly AnswerValue[] };

/** Returns a slot's value as one that can be compared; a value that is none of numbers, shape and text is its text. */
export function answerValue(result: SlotResult): AnswerValue {
  if (raised(result)) {
    const { type, message } = result.error;
    return { kind: 'raised', text: message === '' ? type : `${type}: ${message}` };
  }
  const { type, text, cells, shape } = result;
  if (type === 'str') return { kind: 'text', text };
  if (cells === undefined) return plainValue(text);
  if (type === 'tuple' || type === 'Size') {
    const lengths = cells.map((cell) => (typeof cell === 'string' ? Number(cell) : Number.NaN));
    return lengths.every(Number.isInteger) ? { kind: 'shape', shape: lengths } : { kind: 'text', text };
  }
  const numbers = flat(cells).map(numberOf);
  const axes = shape ?? shapeOf(cells);
  if (axes === undefined || numbers.some((cell) => cell === undefined)) return { kind: 'text', text };
  return { kind: 'numbers', shape: axes, cells: numbers.filter((cell) => cell !== undefined) };
}

function plainValue(text: string): AnswerValue {
  const value = numberOf(text);
  return value === undefined ? { kind: 'text', text } : { kind: 'numbers', shape: [], cells: [value] };
}

/** Python's text of a number or a truth value as a number. */
function numberOf(text: string): number | undefined {
  if (text === 'True' || text === 'False') return Number(text === 'True');
  if (text === 'nan') return Number.NaN;
  if (/^-?inf$/.test(text)) return text === 'inf' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined;
}

function flat(cells: Cells): string[] {
  return cells.flatMap((cell) => (typeof cell === 'string' ? [cell] : flat(cell)));
}

/** Returns the shape of nested lists; undefined where they are of different lengths. */
function shapeOf(cells: Cells): number[] | undefined {
  const inner = cells.map((cell) => (typeof cell === 'string' ? [] : shapeOf(cell)));
  const [first] = inner;
  if (inner.some((shape) => shape === undefined || String(shape) !== String(first))) return undefined;
  return [cells.length, ...(first ?? [])];
}
