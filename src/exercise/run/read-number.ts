/** Reads a number that a reader typed: Python, evaluated with a small budget. */
import { Session } from '../../python/index.ts';
import { raised } from '../../slots/index.ts';
import { answerValue } from '../answer/answer-value.ts';
import { EXACT, type TypedNumber } from '../answer/compare.ts';
import { listCells, NUMBER_MEND, numberText, typedDecimals } from '../answer/typed-text.ts';

/** An answer is a line of arithmetic. */
const LIMITS = { steps: 5_000, milliseconds: 200, elements: 20_000, output: 1_000 };
/** What an answer may use without importing it. */
const NAMES = 'import math, numpy as np\nfrom math import *\nfrom numpy import array';
/** More than this is no answer. */
const MOST_CHARACTERS = 400;

export type ReadNumber = TypedNumber | { readonly problem: string };

/** Returns the number that a text gives, or what is wrong with it and how to correct it. Libraries must have been fetched. */
export function readNumber(text: string): ReadNumber {
  const written = numberText(text);
  if (written === '') return { problem: `Nothing is typed yet. ${NUMBER_MEND}` };
  const decimals = typedDecimals(written);
  if (decimals !== undefined) return { value: Number(written.replaceAll(/\s/g, '')), decimals };
  const value = evaluated(written);
  if ('problem' in value) return value;
  if (value.kind !== 'numbers' || value.shape.length > 0) return { problem: notANumber(text) };
  const [number = Number.NaN] = value.cells;
  return { value: number, decimals: EXACT };
}

/** Numbers with their shape, which for one number has no axes; or why a text gives none. */
export type ReadArray =
  | { readonly shape: readonly number[]; readonly cells: readonly TypedNumber[] }
  | { readonly problem: string };

/**
 * Returns the numbers of a list such as `[[1, 2], [3, 4]]`, or of what a library prints for it, with its shape; a number alone
 * has no axes.
 */
export function readArray(text: string): ReadArray {
  const value = evaluated(numberText(text).replace(/^(?:torch\.)?tensor\(/, 'array('));
  if ('problem' in value) return value;
  if (value.kind !== 'numbers' && value.kind !== 'shape')
    return { problem: `“${text}” is no list of numbers. Write it such as [1, 2] or [[1, 2], [3, 4]].` };
  const cells = value.kind === 'shape' ? value.shape : value.cells;
  const shape = value.kind === 'shape' ? [value.shape.length] : value.shape;
  const texts = listCells(text);
  const decimalsAt = (place: number) =>
    texts.length === cells.length ? typedDecimals(texts[place] ?? '') : undefined;
  return { shape, cells: cells.map((value, place) => ({ value, decimals: decimalsAt(place) ?? EXACT })) };
}

function evaluated(expression: string) {
  if (expression.length > MOST_CHARACTERS) return { problem: `That is too long. ${NUMBER_MEND}` };
  const session = new Session({ limits: LIMITS });
  session.run(NAMES);
  const result = session.evaluate({ expression });
  if ('kind' in result) return { problem: `That takes too long to work out. ${NUMBER_MEND}` };
  if (!raised(result)) return answerValue(result);
  const { type, message } = result.error;
  if (type === 'SyntaxError') return { problem: notANumber(expression) };
  if (type === 'NameError')
    return { problem: `${message.charAt(0).toUpperCase()}${message.slice(1)}. ${NUMBER_MEND}` };
  return { problem: `${type}: ${message}. ${NUMBER_MEND}` };
}

function notANumber(text: string): string {
  return `“${text.trim()}” is no number. ${NUMBER_MEND}`;
}
