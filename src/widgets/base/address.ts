/**
 * A widget's state in the page's address: `#dot?a=3,2&b=1,4&version=1`. Writing says everything; reading forgives everything:
 * what is missing, malformed or from another version keeps its default, and numbers out of range become the nearest valid.
 */
import { widgetStates } from '../../reader/index.ts';

/** The version of the fields' meaning; it changes only when an old link would be misread. */
const VERSION = '1';

/** How one part of a state is written and read. */
export type Field<T> = {
  readonly write: (value: T) => string;
  /** `undefined` when the text cannot be a value. */
  readonly read: (text: string) => T | undefined;
};

export type Fields<S> = { readonly [K in keyof S]: Field<S[K]> };

export type Address<S> = {
  readonly name: string;
  /** Returns the fragment of a state, with its "#". */
  readonly write: (state: S) => string;
  /** Returns the state in a fragment, or undefined if the fragment is not this widget's. */
  readonly read: (fragment: string, start: S) => S | undefined;
};

/**
 * Returns the address of the widget called `name`, whose state has these fields; `repair` makes the nearest valid state of fields
 * that are valid each by itself but not together.
 */
export function addressOf<S extends object>(
  name: string,
  fields: Fields<S>,
  repair: (state: S) => S = (state) => state,
): Address<S> {
  const keys = Object.keys(fields) as (keyof S & string)[];
  return {
    name,
    write: (state) =>
      `#${name}?${keys.map((key) => `${key}=${fields[key].write(state[key])}`).join('&')}&version=${VERSION}`,
    read: (fragment, start) => {
      const query = fragment === `#${name}` ? '' : widgetStates(fragment).get(name);
      if (query === undefined) return undefined;
      const parameters = new URLSearchParams(query);
      if ((parameters.get('version') ?? VERSION) !== VERSION) return start;
      const state = { ...start };
      for (const key of keys) {
        const text = parameters.get(key);
        const value = text === null ? undefined : fields[key].read(text);
        if (value !== undefined) state[key] = value;
      }
      return repair(state);
    },
  };
}

/** Returns a number with all of its digits, kept within bounds; −0 is 0. */
export function numberField(low: number, high: number): Field<number> {
  return {
    write: String,
    read: (text) => {
      const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(text) ? Number(text) : Number.NaN;
      return Number.isNaN(value) ? undefined : Math.min(high, Math.max(low, value)) || 0;
    },
  };
}

/** Returns a whole number within bounds. */
export function wholeField(low: number, high: number): Field<number> {
  const { write, read } = numberField(low, high);
  return { write, read: (text) => (text === '' ? undefined : rounded(read(text))) };
}

/** Returns a vector of the plane, "3,2"; a component that makes no sense spoils both. */
export function pointField(low: number, high: number): Field<readonly [number, number]> {
  const { write, read } = numberField(low, high);
  return {
    write: (point) => point.map(write).join(','),
    read: (text) => {
      const [first, second, ...more] = text.split(',').map(read);
      return first === undefined || second === undefined || more.length > 0 ? undefined : [first, second];
    },
  };
}

/** Returns a list of numbers of any length up to `longest`. */
export function listField(low: number, high: number, longest: number): Field<readonly number[]> {
  const { write, read } = numberField(low, high);
  return {
    write: (values) => values.map(write).join(','),
    read: (text) => {
      const values = text.split(',').slice(0, longest).map(read);
      return values.every((value) => value !== undefined) ? values : undefined;
    },
  };
}

/** Rows of equally many numbers, "1,2;3,4". */
export function rowsField(low: number, high: number, longest: number): Field<readonly (readonly number[])[]> {
  const { write, read } = listField(low, high, longest);
  return {
    write: (rows) => rows.map(write).join(';'),
    read: (text) => {
      const rows = text.split(';').slice(0, longest).map(read);
      const width = rows[0]?.length;
      return rows.every((row): row is readonly number[] => row !== undefined && row.length === width)
        ? rows
        : undefined;
    },
  };
}

/** Returns one of a few words. */
export function choiceField<const T extends string>(choices: readonly T[]): Field<T> {
  return { write: (value) => value, read: (text) => choices.find((choice) => choice === text) };
}

/** On or off: 1 or 0. */
export const switchField: Field<boolean> = {
  write: (value) => (value ? '1' : '0'),
  read: (text) => (text === '1' ? true : text === '0' ? false : undefined),
};

function rounded(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.round(value);
}
