/** The reader's numbers as a plain value: for the history, the device's memory and the address. */
import type { AdjustableFigure, FigureEntry, ReaderNumbers } from './adjustable.ts';

/** Changed entries with their numbers, in the order of the figures file. An entry with the book's number is left out. */
export type NumberList = readonly (readonly [key: string, number: string])[];

/** An entry with the bounds of its figure. */
export interface BoundedEntry extends FigureEntry {
  readonly name: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
}

/** Returns every entry of the figures by its key, in the order of the file. */
export function entriesByKey(figures: readonly AdjustableFigure[]): ReadonlyMap<string, BoundedEntry> {
  return new Map(
    figures.flatMap(({ entries, name, minimum, maximum, step }) =>
      entries.map((entry) => [entry.key, { ...entry, name, minimum, maximum, step }] as const),
    ),
  );
}

/** Returns the numbers as `withReaderNumbers` takes them. */
export function asReaderNumbers(numbers: NumberList): ReaderNumbers {
  return new Map(numbers);
}

/**
 * Returns the list with another number for an entry: the nearest bound for one that is out of bounds, and a float where the
 * book has one. What is no decimal number changes nothing.
 */
export function withNumberAt(
  numbers: NumberList,
  entries: ReadonlyMap<string, BoundedEntry>,
  key: string,
  number: string,
): NumberList {
  const entry = entries.get(key);
  const bounded = entry && boundedNumber(number, entry);
  if (bounded === undefined) return numbers;
  const changed = new Map(numbers).set(key, bounded);
  return [...entries.values()].flatMap(({ key: other, text }) => {
    const present = changed.get(other) ?? text;
    return Number(present) === Number(text) ? [] : [[other, present] as const];
  });
}

const NUMBER = /^-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;
/** As a number of the text is written; nine digits after the point are more than any is shown with. */
const PLAIN = /^-?\d+(?:\.\d{1,9})?$/;
const DECIMALS = 9;

/** Returns the number, or the bound that it is beyond; undefined for what is no decimal number. */
function boundedNumber(text: string, { minimum, maximum, text: book }: BoundedEntry): string | undefined {
  const value = Number(text);
  if (!NUMBER.test(text) || !Number.isFinite(value)) return undefined;
  if (value < minimum) return written(String(minimum), book);
  if (value > maximum) return written(String(maximum), book);
  return written(PLAIN.test(text) ? text : value.toFixed(DECIMALS).replace(/\.?0+$/, ''), book);
}

/** Without a point it would be an int, and might make an array of ints. */
function written(number: string, book: string): string {
  return book.includes('.') && !number.includes('.') ? `${number}.0` : number;
}

/**
 * Returns what the device keeps: each number with the book's own, so that a later edition of the book takes over what it still
 * has.
 */
export function keptNumbers(numbers: NumberList, entries: ReadonlyMap<string, BoundedEntry>): string {
  return JSON.stringify(numbers.map(([key, number]) => [key, number, entries.get(key)?.text]));
}

/** Reads what the device kept; whatever the text is, what does not fit the figures is left out. */
export function readKeptNumbers(
  kept: string | undefined,
  entries: ReadonlyMap<string, BoundedEntry>,
): NumberList {
  const items: unknown = parsed(kept);
  if (!Array.isArray(items)) return [];
  const pairs = items.flatMap((item: unknown): (readonly [string, string])[] => {
    if (!Array.isArray(item)) return [];
    const [key, number, book] = item as unknown[];
    const isKnown = typeof key === 'string' && typeof number === 'string' && entries.get(key)?.text === book;
    return isKnown ? [[key, number]] : [];
  });
  return listOf(pairs, entries);
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The name of the part of an address that brings numbers: `#numbers?W.0.1=0.7`. */
export const NUMBERS_PART = 'numbers';

/** Returns the numbers as a part of a fragment: `W.0.1=0.7&rate=0.2`. */
export function numbersQuery(numbers: NumberList, entries: ReadonlyMap<string, BoundedEntry>): string {
  return numbers
    .flatMap(([key, number]) => {
      const entry = entries.get(key);
      return entry === undefined
        ? []
        : [`${encodeURIComponent([entry.name, ...entry.places].join('.'))}=${number}`];
    })
    .join('&');
}

/** Reads such a part; whatever it is, what does not fit the figures is left out. */
export function readNumbersQuery(query: string, entries: ReadonlyMap<string, BoundedEntry>): NumberList {
  const byAddress = new Map(
    [...entries.values()].map((entry) => [[entry.name, ...entry.places].join('.'), entry.key] as const),
  );
  const pairs = [...new URLSearchParams(query)].flatMap(
    ([address, number]): (readonly [string, string])[] => {
      const key = byAddress.get(address);
      return key === undefined ? [] : [[key, number]];
    },
  );
  return listOf(pairs, entries);
}

function listOf(
  pairs: readonly (readonly [string, string])[],
  entries: ReadonlyMap<string, BoundedEntry>,
): NumberList {
  return pairs.reduce<NumberList>((list, [key, number]) => withNumberAt(list, entries, key, number), []);
}
