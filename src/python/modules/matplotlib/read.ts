/** From what a program gives to `plot` and its kin to numbers, colours and styles. */
import { PyList, PyTuple } from '../../objects/collections.ts';
import { PyDict } from '../../objects/dict.ts';
import { valueError } from '../../objects/exceptions.ts';
import type { Value } from '../../objects/object.ts';
import { asFloat, toFloat } from '../../operations/convert.ts';
import { toArray } from '../../operations/iterate.ts';
import { repr, str } from '../../operations/text.ts';
import { Refusal } from '../../refusal.ts';
import type { LineMark, MarkColor } from './figure-data.ts';

/** Returns a row of numbers; a number alone is a row of one. */
export function readRow(value: Value): number[] {
  const single = asFloat0(value);
  if (single !== undefined) return [single];
  return toArray(value).map(toFloat);
}

/** Returns a number, where the value is one and no sequence. */
function asFloat0(value: Value): number | undefined {
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return Number(value);
  if (value instanceof PyList || value instanceof PyTuple || value instanceof PyDict) return undefined;
  try {
    return asFloat(value);
  } catch {
    // An array of several elements is no number.
    return undefined;
  }
}

/** Rows of numbers. */
export const readRows = (value: Value): number[][] => toArray(value).map(readRow);

/** Do the items have items of their own? */
export function isNested(value: Value): boolean {
  if (asFloat0(value) !== undefined) return false;
  const [first] = toArray(value);
  return first !== undefined && typeof first !== 'string' && asFloat0(first) === undefined;
}

/** Matplotlib's letters for colours. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['b', 'blue'],
  ['g', 'green'],
  ['r', 'red'],
  ['c', 'cyan'],
  ['m', 'magenta'],
  ['y', 'yellow'],
  ['k', 'black'],
  ['w', 'white'],
]);

/** The longest first, so that `--` is not read as `-`. */
const DASHES: readonly (readonly [text: string, dash: LineMark['dash']])[] = [
  ['--', 'dashed'],
  ['-.', 'dashdot'],
  ['-', 'solid'],
  [':', 'dotted'],
];
const MARKERS = '.,ov^<>12348spP*hH+xXDd|_';

/** Returns what a program calls a colour: a letter, `C0`, a name, or three shares of red, green and blue. */
export function readColor(value: Value, next: () => number): MarkColor {
  if (value === null) return next();
  if (typeof value === 'string') {
    const cycled = /^C(\d+)$/.exec(value);
    if (cycled !== null) return Number(cycled[1]);
    const bare = value.replace(/^tab:/, '');
    if (!/^(#[0-9a-fA-F]{3,8}|[a-z]+)$/.test(bare))
      throw valueError(`${repr(value)} is not a valid color value.`);
    return LETTERS.get(bare) ?? bare;
  }
  if ((value instanceof PyTuple || value instanceof PyList) && [3, 4].includes(value.items.length)) {
    const shares = value.items.map((each) => Math.round(255 * toFloat(each)));
    return `#${shares.map((each) => Math.min(255, Math.max(0, each)).toString(16).padStart(2, '0')).join('')}`;
  }
  throw new Refusal("a colour for each point is not part of this book's matplotlib");
}

export type Format = {
  readonly color: string | undefined;
  readonly dash: LineMark['dash'] | undefined;
  readonly marker: string | undefined;
};

/** Returns a format such as `ro--`: colour, marker and line in any order. */
export function readFormat(format: string): Format {
  let rest = format;
  let dash: LineMark['dash'] | undefined;
  for (const [text, name] of DASHES)
    if (dash === undefined && rest.includes(text)) {
      dash = name;
      rest = rest.replace(text, '');
    }
  const cycled = /C\d+/.exec(rest)?.[0];
  let color: string | undefined = cycled;
  rest = rest.replace(cycled ?? '', '');
  let marker: string | undefined;
  for (const letter of rest) {
    if (LETTERS.has(letter) && color === undefined) color = letter;
    else if (MARKERS.includes(letter) && marker === undefined) marker = letter;
    else
      throw valueError(
        `${repr(format)} is not a valid format string (unrecognized character ${repr(letter)})`,
      );
  }
  return { color, dash, marker };
}

/** `linestyle=`: a name or its sign. */
export function readDash(value: Value): LineMark['dash'] | undefined {
  if (value === null) return undefined;
  const text = str(value);
  if (text === '' || text === 'None' || text === 'none') return 'none';
  const found = DASHES.find(([sign, name]) => sign === text || name === text);
  if (found === undefined) throw valueError(`${repr(value)} is not a valid value for ls`);
  return found[1];
}

export const readLabel = (value: Value): string | undefined => (value === null ? undefined : str(value));
