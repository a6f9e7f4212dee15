/**
 * What a stop in a listing asks a reader, derived from what its line prints and what the wrong programs would print: no more
 * than is needed to tell them apart.
 */
import type { LineResult, Prediction } from '../../listing/index.ts';

export type AskedPrediction =
  /** The shape first, then some of the cells; the others are filled in. */
  | {
      readonly form: 'array';
      readonly shape: readonly number[];
      /** Every cell as it is shown, row by row; a vector is one row. */
      readonly cells: readonly string[];
      /** The places of the cells that are asked for, in row-major order. */
      readonly asked: readonly number[];
    }
  /** The numbers in a printed text that differ between the programs; what stands around them is given. */
  | {
      readonly form: 'holes';
      /** The text around the holes: one piece more than there are holes. */
      readonly pieces: readonly string[];
      /** The numbers that stand in the holes, and their places among all numbers of the text. */
      readonly numbers: readonly string[];
      readonly places: readonly number[];
    }
  | { readonly form: 'shape' }
  /** The line as it is printed. */
  | { readonly form: 'text' };

/** More than this many numbers would be copying, not thinking. */
const MOST_ASKED = 4;
const NUMBER = /-?(?:\d+(?:\.\d*)?(?:e[-+]?\d+)?|\b(?:nan|inf)\b)/g;

/** Returns the question; undefined if the line has no result to ask for. */
export function askedPrediction({ right, wrong }: Prediction): AskedPrediction | undefined {
  if (right.kind !== 'result') return undefined;
  const results = wrong.map(({ result }) => result);
  if (right.type === 'tuple' || right.type === 'Size') return { form: 'shape' };
  const { shape = [], numbers } = right;
  const isAmongArrays = [right, ...results].some((result) => axesOf(result) > 0);
  // A tensor without axes is printed otherwise than a number: the shape tells them apart.
  const isArray = numbers !== undefined && (isAmongArrays || right.type === 'Tensor');
  if (isArray && numbers.length > 0) {
    const asked = askedCells(shape, numbers, results);
    return { form: 'array', shape, cells: numbers.map(cellText), asked };
  }
  const isNumeric = numbers !== undefined || right.type === 'str';
  return (isNumeric && holesIn(right.text, results)) || { form: 'text' };
}

function axesOf(result: LineResult): number {
  return result.kind === 'result' ? (result.shape?.length ?? 0) : 0;
}

/** Returns a number as it stands in a grid: four decimals at most. */
function cellText(value: number): string {
  return String(Number(value.toFixed(4)) + 0).replace('-', '−');
}

/**
 * Returns the cells of one row that tell most wrong programs of the same shape apart; the first row where none is of that shape.
 */
function askedCells(
  shape: readonly number[],
  numbers: readonly number[],
  results: readonly LineResult[],
): number[] {
  const width = shape.length === 0 ? 1 : (shape.at(-1) ?? 1);
  const others = results.flatMap((result) =>
    result.kind === 'result' && String(result.shape) === String(shape) ? [result.numbers ?? []] : [],
  );
  const isTelling = (cell: number) => others.some((other) => !isNear(other[cell], numbers[cell]));
  const rows = Array.from({ length: numbers.length / width }, (_, row) =>
    Array.from({ length: width }, (__, column) => row * width + column),
  );
  const tells = (cells: readonly number[]) =>
    others.filter((other) => cells.some((cell) => !isNear(other[cell], numbers[cell]))).length;
  const best = rows.reduce((chosen, row) => (tells(row) > tells(chosen) ? row : chosen), rows[0] ?? []);
  if (best.length <= MOST_ASKED) return best;
  const telling = best.filter(isTelling);
  return (telling.length > 0 ? telling : best).slice(0, MOST_ASKED);
}

function isNear(left = Number.NaN, right = Number.NaN): boolean {
  return Object.is(left, right) || Math.abs(left - right) < 1e-6;
}

/** Cuts a printed text at the numbers by which it differs from what the other programs print. */
function holesIn(text: string, results: readonly LineResult[]): AskedPrediction | undefined {
  const found = [...text.matchAll(NUMBER)];
  const comparable = numbersOfOthers(results).filter((other) => other.length === found.length);
  const asked = found
    .filter((number, k) => comparable.length === 0 || comparable.some((other) => other[k] !== number[0]))
    .slice(0, MOST_ASKED);
  if (asked.length === 0) return undefined;
  const ends = asked.map((number) => number.index + number[0].length);
  return {
    form: 'holes',
    pieces: [0, ...ends].map((from, k) => text.slice(from, asked[k]?.index ?? text.length)),
    numbers: asked.map(([number]) => number),
    places: asked.map((number) => found.indexOf(number)),
  };
}

function numbersOfOthers(results: readonly LineResult[]): string[][] {
  return results.flatMap((result) => (result.kind === 'result' ? [numbersIn(result.text)] : []));
}

/** Returns the numbers of a printed text, as they are written. */
export function numbersIn(text: string): string[] {
  return [...text.matchAll(NUMBER)].map(([number]) => number);
}
