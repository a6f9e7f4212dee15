/**
 * How alike two statements of twin programs are, by what they do and by how they are written. The weights say what
 * counts: the same numbers written or printed tell more than the same name, and a name more than a word of the code. A
 * trait that neither statement has, such as a print, counts neither for nor against them.
 */
import type { TokenLine } from '../highlight/token.ts';
import { stateAt } from './at-step.ts';
import type { ListingView, Panel } from './listing-view.ts';
import type { State } from './state.ts';
import type { ValueView } from './value-view.ts';

/** How alike two statements are: the more, the better; 0 or less where they should not be paired. */
export type Likeness = number;

/** What is compared of a statement. */
export interface Trait {
  readonly panel: Panel;
  readonly kind: ReadonlySet<string>;
  readonly targets: ReadonlySet<string>;
  /** Values, each with its shape, as they are shown. */
  readonly written: ReadonlySet<string>;
  readonly read: ReadonlySet<string>;
  /** Numbers printed, rounded to what both libraries show. */
  readonly printed: ReadonlySet<string>;
  readonly functions: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

const WEIGHTS = {
  written: 3,
  printed: 2.5,
  targets: 1.5,
  functions: 2,
  read: 1,
  words: 2,
  kind: 0.5,
} as const;
const TRAITS = Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[];
/** Two statements that share a smaller part of their traits have no more in common than any two. */
const LEAST = 0.45;
/** More than all pairs together, so that a pair which an author names is always kept. */
const NAMED = 1000;

/** Returns the traits of every explained statement, in order. */
export function traitsOf(view: ListingView, counterparts: ReadonlyMap<string, string>): Trait[] {
  return view.panels
    .filter(({ note }) => note !== undefined)
    .map((panel) => traitOf(panel, view, counterparts));
}

/** Returns the lines of a statement. */
export function linesOf({ line, end }: Panel, { lines }: ListingView): readonly TokenLine[] {
  return lines.slice(line - 1, end);
}

function traitOf(panel: Panel, view: ListingView, counterparts: ReadonlyMap<string, string>): Trait {
  const states = [panel.steps[0], panel.steps.at(-1)].flatMap((step) =>
    step === undefined ? [] : stateAt(view, step),
  );
  const code = linesOf(panel, view)
    .map((tokens) => tokens.map(({ text }) => text).join(''))
    .join('\n');
  const statement = view.program.statements.get(panel.line);
  return {
    panel,
    kind: new Set([statement?.kind ?? '']),
    targets: new Set(statement?.targets ?? []),
    written: valuesOf(states, ({ writes }) => writes),
    read: valuesOf(states, ({ reads }) => reads),
    printed: new Set(states.map(({ prints }) => numbersIn(prints)).filter((numbers) => numbers !== '')),
    functions: new Set(panel.reference.map((name) => oneNameOf(name, counterparts))),
    words: new Set(code.match(/\w+(?:\.\d+)?|[^\s\w]/g)),
  };
}

function valuesOf(states: readonly State[], of: (state: State) => readonly ValueView[]): Set<string> {
  return new Set(states.flatMap((state) => of(state).map(valueText)));
}

function valueText(value: ValueView): string {
  if (value.kind === 'text') return value.text;
  return `${value.vector ? '' : value.cells.length} ${value.cells.map((row) => row.join(' ')).join(' ')}`;
}

/** Returns the numbers in an output, which the two libraries print with different digits. */
function numbersIn(text: string): string {
  const numbers = text.match(/-?\d+(?:\.\d*)?(?:e[+-]?\d+)?/g) ?? [];
  return numbers.map((number) => String(Number(Number(number).toPrecision(3)))).join(' ');
}

/** Returns the same name for a function and its counterpart: the first of the two by the alphabet. */
function oneNameOf(name: string, counterparts: ReadonlyMap<string, string>): string {
  const counterpart = counterparts.get(name);
  return counterpart === undefined || name < counterpart ? name : counterpart;
}

/** @param named the marker of the right program for each marker of the left one that an author has paired */
export function likeness(left: Trait, right: Trait, named: ReadonlyMap<string, string>): Likeness {
  const [own, other] = [left.panel.note?.marker ?? '', right.panel.note?.marker ?? ''];
  if (named.get(own) === other) return NAMED;
  if (named.has(own) || [...named.values()].includes(other)) return 0;
  let [shared, possible] = [0, 0];
  for (const trait of TRAITS) {
    const part = share(left[trait], right[trait]);
    if (part === undefined) continue;
    shared += WEIGHTS[trait] * part;
    possible += WEIGHTS[trait];
  }
  return Math.max(0, shared / Math.max(possible, 1) - LEAST);
}

/** Returns what two sets share, as a part of all that is in either; undefined where both are empty. */
function share(a: ReadonlySet<string>, b: ReadonlySet<string>): number | undefined {
  const common = [...a].filter((item) => b.has(item)).length;
  const all = a.size + b.size - common;
  return all === 0 ? undefined : common / all;
}
