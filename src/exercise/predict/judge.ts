/** Judges what a reader predicts of a line, beside what the wrong programs would print. It needs no Python. */
import type { LineResult, Prediction } from '../../listing/index.ts';
import { closeness, type TypedNumber } from '../answer/compare.ts';
import { NUMBER_MEND, numberText, shapeText, typedDecimals } from '../answer/typed-text.ts';
import type { ReadArray } from '../run/read-number.ts';
import { type AskedPrediction, numbersIn } from './asked.ts';

/** What is said of a prediction. `wrong` is the place of the program that would print what was predicted. */
export type PredictionVerdict =
  | { readonly kind: 'right' }
  /** The values are still to be given. */
  | { readonly kind: 'shape-right' }
  | { readonly kind: 'wrong'; readonly wrong?: number; readonly expectedError?: true }
  /** Nothing is judged: `field` is the place of what cannot be read. */
  | { readonly kind: 'unread'; readonly problem: string; readonly field: number };

const SHAPE_MEND =
  'Write a shape, such as (3,) or (2, 3); () is a single number, and “error” is an answer too.';

/** Judges a shape, or "error", of a line that prints an array or a shape. */
export function judgePredictedShape(
  prediction: Prediction,
  asked: Extract<AskedPrediction, { form: 'array' | 'shape' }>,
  typed: string,
): PredictionVerdict {
  const given = shapeText(typed);
  if (given === undefined) return { kind: 'unread', problem: SHAPE_MEND, field: 0 };
  const shapes = (result: LineResult) => shapeOf(result, asked.form);
  if (given === 'error') return expectedError(prediction);
  if (String(given) === String(shapes(prediction.right)))
    return { kind: asked.form === 'array' ? 'shape-right' : 'right' };
  return wrongAt(prediction.wrong.findIndex(({ result }) => String(shapes(result)) === String(given)));
}

function shapeOf(result: LineResult, form: 'array' | 'shape'): readonly number[] | 'none' {
  if (result.kind !== 'result') return 'none';
  if (form === 'array') return result.shape ?? 'none';
  const shape = shapeText(result.text);
  return shape === undefined || shape === 'error' ? 'none' : shape;
}

/**
 * Judges the cells, or the numbers of the holes, in the order in which they are asked for.
 *
 * @param read what Python makes of the texts that are more than a number, such as `sqrt(2)`, by their places
 */
export function judgePredictedNumbers(
  prediction: Prediction,
  asked: Extract<AskedPrediction, { form: 'array' | 'holes' }>,
  typed: readonly string[],
  read: ReadonlyMap<number, ReadArray> = new Map(),
): PredictionVerdict {
  if (typed.some((text) => shapeText(text) === 'error')) return expectedError(prediction);
  const given: TypedNumber[] = [];
  for (const [field, text] of typed.entries()) {
    const number = readPlainNumber(text) ?? singleNumber(read.get(field));
    if (number === undefined) {
      const problem =
        text.trim() === ''
          ? `A number is missing. ${NUMBER_MEND}`
          : `“${text.trim()}” is no number. ${NUMBER_MEND}`;
      return { kind: 'unread', problem, field };
    }
    given.push(number);
  }
  const fits = (result: LineResult) => {
    const numbers = numbersAsked(result, asked);
    return numbers !== undefined && given.every((number, k) => isAsComputed(number, numbers[k]));
  };
  if (fits(prediction.right)) return { kind: 'right' };
  return wrongAt(prediction.wrong.findIndex(({ result }) => fits(result)));
}

function singleNumber(read: ReadArray | undefined): TypedNumber | undefined {
  return read !== undefined && 'cells' in read && read.shape.length === 0 ? read.cells[0] : undefined;
}

/** Judges all that a line prints, written at once as a list such as `[[1, 2], [3, 4]]`. */
export function judgePredictedArray(prediction: Prediction, read: ReadArray): PredictionVerdict {
  if ('problem' in read) return { kind: 'unread', problem: read.problem, field: 0 };
  const fits = (result: LineResult) =>
    result.kind === 'result' &&
    String(result.shape) === String(read.shape) &&
    read.cells.every((cell, k) => isAsComputed(cell, result.numbers?.[k]));
  if (fits(prediction.right)) return { kind: 'right' };
  return wrongAt(prediction.wrong.findIndex(({ result }) => fits(result)));
}

/** Returns the numbers that a result has at the places that are asked for; undefined where it is of another form. */
function numbersAsked(
  result: LineResult,
  asked: Extract<AskedPrediction, { form: 'array' | 'holes' }>,
): readonly number[] | undefined {
  if (result.kind !== 'result') return undefined;
  if (asked.form === 'holes') {
    const numbers = numbersIn(result.text);
    return asked.places.map((place) => readPlainNumber(numbers[place] ?? '')?.value ?? Number.NaN);
  }
  if (String(result.shape) !== String(asked.shape)) return undefined;
  return asked.asked.map((cell) => result.numbers?.[cell] ?? Number.NaN);
}

function isAsComputed(typed: TypedNumber, computed = Number.NaN): boolean {
  const near = closeness(typed, computed);
  return near === 'same' || near === 'coarse';
}

/** Returns a number, a truth value as 1 or 0, or a fraction of two; undefined for what only Python can read. */
export function readPlainNumber(text: string): TypedNumber | undefined {
  const written = numberText(text);
  if (/^(?:nan|[-+]?inf)$/i.test(written))
    return { value: Number(written.toLowerCase().replace('inf', 'Infinity')), decimals: EXACT_DECIMALS };
  if (/^(?:true|false)$/i.test(written))
    return { value: Number(written.toLowerCase() === 'true'), decimals: EXACT_DECIMALS };
  const decimals = typedDecimals(written);
  if (decimals !== undefined) return { value: Number(written.replaceAll(/\s/g, '')), decimals };
  const [, top, bottom] = /^([-+]?[\d.]+)\s*\/\s*([\d.]+)$/.exec(written) ?? [];
  const value = Number(top) / Number(bottom);
  return Number.isFinite(value) ? { value, decimals: EXACT_DECIMALS } : undefined;
}

/** A fraction is exact. */
const EXACT_DECIMALS = 6;

/** Judges a line of text; capitals, quotes and the name of the library before it do not count. */
export function judgePredictedText(prediction: Prediction, typed: string): PredictionVerdict {
  const given = plain(typed);
  if (given === '')
    return { kind: 'unread', problem: 'Nothing is typed yet. Write what the line prints.', field: 0 };
  if (shapeText(typed) === 'error') return expectedError(prediction);
  const isSame = (result: LineResult) => result.kind === 'result' && plain(result.text) === given;
  if (isSame(prediction.right)) return { kind: 'right' };
  return wrongAt(prediction.wrong.findIndex(({ result }) => isSame(result)));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/\b(?:torch|np|numpy)\./g, '')
    .replaceAll(/["'“”‘’\s]/g, '');
}

/** The reader says "error": the first program that raises shows where one would come. */
function expectedError({ wrong }: Prediction): PredictionVerdict {
  const place = wrong.findIndex(({ result }) => result.kind === 'raised');
  return { kind: 'wrong', expectedError: true, ...(place >= 0 && { wrong: place }) };
}

function wrongAt(place: number): PredictionVerdict {
  return { kind: 'wrong', ...(place >= 0 && { wrong: place }) };
}
