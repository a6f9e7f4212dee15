/** Whatever a reader makes of a program, running it and showing it never throws. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookSlots, prepareAll, readListing, runListing } from '../../src/listing/build/index.ts';
import { programTokens } from '../../src/listing/highlight/index.ts';
import {
  alignTwins,
  consoleAt,
  type ListingSource,
  type ListingView,
  listingView,
  originOf,
  outcomeAt,
  stateAt,
  variablesAt,
} from '../../src/listing/index.ts';
import { noteTemplate } from '../../src/markdown/index.ts';
import { chapterFiles, chapterPrograms } from './program.ts';

await prepareAll();

const sources = chapterPrograms.map((path) => readListing(...chapterFiles(path), noteTemplate).source);
const LIMITS = { milliseconds: 400, steps: 20_000 };

/** The view of a changed text, every note where it was in the book's. */
function viewOf(source: ListingSource, text: string): ListingView {
  const notes = new Map(source.notes.map(({ marker, line }) => [marker, line]));
  const run = runListing(text, bookSlots(source, notes), { limits: LIMITS });
  const lines = programTokens(text, new Map(source.hues));
  return listingView(source, run, { text, lines, notes });
}

/** Looks at all that a reader can ask of a view, at some of its steps. */
function lookAt(view: ListingView): void {
  expect(view.lines.map((line) => line.map(({ text }) => text).join('')).join('\n')).toBe(
    view.text.replace(/\n$/, ''),
  );
  const { stops } = view;
  for (const { step } of [...stops.slice(0, 30), ...stops.slice(-3)]) {
    const state = stateAt(view, step);
    outcomeAt(view, step);
    const { printed, later } = consoleAt(view, step);
    expect(printed + later).toBe(view.stdout);
    for (const value of [...state.reads, ...state.writes, ...variablesAt(view, step)])
      originOf(view, { step: value.step ?? step, name: value.name, cell: 0 });
  }
  expect(JSON.parse(JSON.stringify(view.run))).toEqual(view.run);
}

/** Statements that end a program, or that none of the chapter's programs has. */
const ODD_LINES = [
  'raise ValueError("no")',
  '1 / 0',
  'x = ',
  'while True: pass',
  'for i in range(3000): q = i * 2',
  'W = W.T',
  'x = [x, {1: x}, (x,)]',
  'def constructor(toString, *a): return toString',
  'constructor = 1; __proto__ = {"valueOf": constructor}; hasOwnProperty = __proto__',
  'class toString:\n    valueOf = 3\n    def __repr__(self): raise KeyError(1)',
  'z = toString()',
  'x = np.zeros((0, 3)); y = x.sum(); u = x @ np.ones((3, 0))',
  'y = np.array([np.nan, np.inf, -np.inf]); u = y @ y; u = y > 0; u = np.linalg.norm(y)',
  'y = np.zeros((2, 3, 4)); y[0, :, 1] = 5; u = y.T; u = y + y; u = y.reshape(-1)',
  'y = torch.tensor(3.0, requires_grad=True); (y * y).backward(); print(y.grad)',
  'f = lambda x: f(x); f(1)',
  'y = lambda n: n if n < 1 else y(n - 1)\nprint(y(5))',
  'print(f"{W!r:>10} {x=}")',
  'try:\n    x @ np.zeros(7)\nexcept Exception as e:\n    print(e)\nfinally:\n    del W',
  'with torch.no_grad(): x = x * 2',
  'import math, random; m = math.sqrt(-1)',
  'a = np.dot(x, x); b = np.maximum(0, x); c = np.where(x > 0, x, 0); d = x == x; e = not x',
  'xs = [k for k in range(5) if k]; g = (k for k in xs); next(g)',
  '\u00e9l\u00e8ve = "\\ud83d\\ude00"; print(\u00e9l\u00e8ve)',
];

const change = fc.record({
  kind: fc.constantFrom('insert', 'delete', 'duplicate', 'swap', 'number', 'word', 'cut', 'indent'),
  at: fc.nat(40),
  other: fc.nat(40),
  odd: fc.constantFrom(...ODD_LINES),
  number: fc.constantFrom('0', '-1', '1e308', '3', '0.1', '10**30', '1e400', 'None', '"a"', '[]'),
});

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function changed(text: string, { kind, at, other, odd, number }: Change): string {
  const lines = text.split('\n');
  const k = at % lines.length;
  const j = other % lines.length;
  const line = lines[k] ?? '';
  const indent = /^ */.exec(line)?.[0] ?? '';
  switch (kind) {
    case 'insert':
      return lines.toSpliced(k, 0, ...odd.split('\n').map((code) => indent + code)).join('\n');
    case 'delete':
      return lines.toSpliced(k, 1).join('\n');
    case 'duplicate':
      return lines.toSpliced(k, 0, line).join('\n');
    case 'swap':
      return lines
        .with(k, lines[j] ?? '')
        .with(j, line)
        .join('\n');
    case 'number':
      return lines.with(k, line.replace(/\d+(?:\.\d+)?/, number)).join('\n');
    case 'word':
      return lines.with(k, line.replace(/\b[a-zA-Z]\w*/, number)).join('\n');
    case 'cut':
      return lines.with(k, line.slice(0, other)).join('\n');
    case 'indent':
      return lines.with(k, `${' '.repeat(other % 6)}${line.trim()}`).join('\n');
    default:
      return kind satisfies never;
  }
}

describe('a changed program', () => {
  it('is run and shown whatever the change was', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sources),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        (source, changes) => {
          lookAt(viewOf(source, changes.reduce(changed, source.text)));
        },
      ),
      { numRuns: 120, seed: 13 },
    );
  }, 120_000);

  it('is run and shown when it is no Python at all', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sources),
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        (source, text) => {
          lookAt(viewOf(source, text.replaceAll('\r', '')));
        },
      ),
      { numRuns: 100, seed: 13 },
    );
  }, 60_000);

  it.each(ODD_LINES)(
    'is shown with %j in it',
    (line) => {
      for (const source of sources.slice(0, 2)) lookAt(viewOf(source, `${source.text}\n${line}\n`));
    },
    20_000,
  );

  it('can stand beside its twin', () => {
    const [numpy, torch] = ['vectors.py', 'vectors_torch.py'].map((file) =>
      sources.find((source) => source.file === file),
    );
    if (numpy === undefined || torch === undefined) throw new Error('The chapter has no vectors.py.');
    for (const line of ODD_LINES)
      alignTwins(
        viewOf(numpy, `${numpy.text}\n${line}`),
        viewOf(torch, `${torch.text.slice(0, 200)}\n${line}`),
      );
  }, 60_000);
});
