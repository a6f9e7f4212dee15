/** The program of the front page, y = W @ x + b: read, run and checked by the build. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AuthorError } from '../../diagnostics/index.ts';
import { bookTokens, literalsOf, plainText, prepareAll, runListing } from '../../listing/build/index.ts';
import type { TokenLine } from '../../listing/index.ts';
import type { Literal } from '../../listing/live/index.ts';

// Programs run without waiting.
await prepareAll();

/** As plain JSON. */
export interface FrontProgram {
  /** `content/front.py`, as messages name it. */
  readonly file: string;
  readonly text: string;
  readonly lines: readonly TokenLine[];
  /** The entries of W, x and b, in the order of the text. */
  readonly literals: readonly Literal[];
  readonly numbers: FrontNumbers;
  /** What the program prints. */
  readonly printed: string;
}

/** A matrix of shape (2, 2), and two vectors of shape (2,). */
export interface FrontNumbers {
  readonly W: readonly [Pair, Pair];
  readonly x: Pair;
  readonly b: Pair;
}

type Pair = readonly [number, number];

const HUES = new Map([
  ['W', 'w'],
  ['x', 'x'],
  ['b', 'b'],
  ['y', 'z'],
] as const);

const ENTRIES = ['W[0,0]', 'W[0,1]', 'W[1,0]', 'W[1,1]', 'x[0]', 'x[1]', 'b[0]', 'b[1]'] as const;

/**
 * Returns the program that the field `front` of `book.yaml` names.
 *
 * @param content the folder of `book.yaml`
 * @throws {AuthorError} where it is missing, does not run, or does not give W, x and b their numbers in lists
 */
export function frontProgram(content: string, name: string): FrontProgram {
  const path = join(content, name);
  const file = `${basename(content)}/${name}`;
  const first = { file, line: 1, column: 1 };
  if (!existsSync(path))
    throw new AuthorError(first, 'There is no such file, and the field "front" of book.yaml names it.');
  const text = plainText(readFileSync(path, 'utf8'));
  const run = runListing(text, new Map());
  if (run.kind === 'not-run')
    throw new AuthorError({ file, line: run.line, column: run.column }, run.message);
  if (run.exception !== null)
    throw new AuthorError(
      { file, line: run.exception.line, column: 1 },
      `Raises ${run.exception.type}: ${run.exception.message}. Correct the program.`,
    );
  const literals = literalsOf(text).filter(({ name }) => name !== undefined && HUES.has(name as 'W'));
  const values = new Map(literals.map((literal) => [entryName(literal), literal.value]));
  const found = [...values.keys()];
  const wrong = [
    ...ENTRIES.filter((entry) => !values.has(entry)),
    ...found.filter((entry) => !isEntry(entry)),
  ];
  if (wrong.length > 0)
    throw new AuthorError(
      first,
      `Expected W of shape (2, 2) and x and b of shape (2,), each a list of numbers; wrong: ${wrong.join(', ')}.`,
    );
  const at = (entry: (typeof ENTRIES)[number]) => values.get(entry) ?? Number.NaN;
  return {
    file,
    text,
    lines: bookTokens(text, HUES),
    literals,
    numbers: {
      W: [
        [at('W[0,0]'), at('W[0,1]')],
        [at('W[1,0]'), at('W[1,1]')],
      ],
      x: [at('x[0]'), at('x[1]')],
      b: [at('b[0]'), at('b[1]')],
    },
    printed: run.trace.stdout,
  };
}

function entryName({ name, places = [] }: Literal): string {
  return `${name}[${places.join()}]`;
}

function isEntry(entry: string): boolean {
  return ENTRIES.some((known) => known === entry);
}
