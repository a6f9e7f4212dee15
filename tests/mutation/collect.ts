/** Stands in for Vitest while mutants run: tests are collected, to be run again and again in one process. */
import { format } from 'node:util';

export { expect, expectTypeOf } from 'vitest';

type Body = (...row: never[]) => unknown;

export interface CollectedTest {
  readonly id: string;
  readonly file: string;
  /** Where it is registered, counted from 0: an incremental run sees by it which tests have changed. */
  readonly start: { readonly line: number; readonly column: number };
  readonly run: () => unknown;
}

let tests = new Map<string, CollectedTest>();
let current = '';
let titles: readonly string[] = [];

/** The tests that `load` registers, by their ids. */
export async function collect(
  files: readonly string[],
  load: (file: string) => Promise<unknown>,
): Promise<ReadonlyMap<string, CollectedTest>> {
  tests = new Map();
  for (const file of files) {
    current = file;
    titles = [file];
    await load(file);
  }
  return tests;
}

function within(title: string, define: () => unknown): void {
  const outside = titles;
  titles = [...outside, title];
  define();
  titles = outside;
}

function test(title: string, run: () => unknown): void {
  const name = [...titles, title].join(' > ');
  let id = name;
  for (let again = 2; tests.has(id); again++) id = `${name} (${again})`;
  tests.set(id, { id, file: current, start: callSite(), run });
}

function callSite(): CollectedTest['start'] {
  const frame = new Error().stack?.split('\n').find((line) => line.includes(current));
  const [, line, column] = /:(\d+):(\d+)\)?$/.exec(frame ?? '') ?? [];
  return { line: Number(line) - 1, column: Number(column) - 1 };
}

/** As Vitest's `each`: a row that is an array is spread; `%s`, `%#` and `$property` stand in the title. */
const each =
  (register: (title: string, body: () => unknown) => void) =>
  (rows: readonly unknown[]) =>
  (title: string, body: Body) => {
    for (const [index, row] of rows.entries()) {
      const values = Array.isArray(row) ? row : [row];
      const named = title
        .replace('%#', String(index))
        .replace(/\$(\w+)/g, (_, property: string) => String((row as Record<string, unknown>)[property]));
      const holes = named.match(/%[sdifjoO]/g)?.length ?? 0;
      register(format(named, ...values.slice(0, holes)), () => body(...(values as never[])));
    }
  };

export const describe = Object.assign(within, { each: each(within) });
export const it = Object.assign(test, { each: each(test) });
