/** Two programs that do the same in NumPy and in PyTorch, statement beside statement, and what differs between them. */
import type { TokenLine } from '../highlight/token.ts';
import { stateAt } from './at-step.ts';
import { type Likeness, likeness, linesOf, type Trait, traitsOf } from './likeness.ts';
import type { ListingView, Panel } from './listing-view.ts';
import type { State } from './state.ts';
import type { ValueView } from './value-view.ts';

type Difference = 'API' | 'dtype' | 'printing' | 'error';

/** Statements that correspond; one of them may have no counterpart. */
export interface TwinRow {
  readonly left?: TwinSide;
  readonly right?: TwinSide;
  readonly differences: readonly {
    readonly kind: Difference;
    readonly left: string;
    readonly right: string;
  }[];
}

export interface TwinSide {
  readonly line: number;
  readonly end: number;
  readonly lines: readonly TokenLine[];
}

/**
 * Returns every explained statement of both programs, in an order that keeps that of each. Statements are paired by what
 * they do (what they read, write and print, and by which functions) and by how they are written, so that the pairs
 * together are as alike as possible; where an author names a pair in the field `twins` of the notes, that pair stands.
 *
 * @param counterparts for a name of the reference the one that does the same in the other library
 */
export function alignTwins(
  left: ListingView,
  right: ListingView,
  counterparts: ReadonlyMap<string, string> = new Map(),
): TwinRow[] {
  const [own, other] = [traitsOf(left, counterparts), traitsOf(right, counterparts)];
  const named = new Map([...left.source.twins, ...right.source.twins.map(([a, b]) => [b, a] as const)]);
  return bestPairs(own, other, (a, b) => likeness(a, b, named)).map(([a, b]) => ({
    ...(a && { left: side(a.panel, left) }),
    ...(b && { right: side(b.panel, right) }),
    differences: a && b ? differencesOf([left, a.panel], [right, b.panel]) : [],
  }));
}

function side(panel: Panel, view: ListingView): TwinSide {
  return { line: panel.line, end: panel.end, lines: linesOf(panel, view) };
}

type Pair = readonly [Trait | undefined, Trait | undefined];

/** Returns the pairs, in order, with the greatest sum of likeness; what has no counterpart stands alone. */
function bestPairs(a: readonly Trait[], b: readonly Trait[], like: (a: Trait, b: Trait) => Likeness): Pair[] {
  const likes = a.map((one) => b.map((another) => like(one, another)));
  const best = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const bestFrom = (i: number, j: number) => best[i]?.[j] ?? 0;
  const paired = (i: number, j: number) => (likes[i]?.[j] ?? 0) + bestFrom(i + 1, j + 1);
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      (best[i] as number[])[j] = Math.max(paired(i, j), bestFrom(i + 1, j), bestFrom(i, j + 1));
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const isPair = (likes[i]?.[j] ?? 0) > 0 && paired(i, j) === bestFrom(i, j);
    if (isPair) pairs.push([a[i++], b[j++]]);
    else if (j >= b.length || (i < a.length && bestFrom(i + 1, j) >= bestFrom(i, j + 1)))
      pairs.push([a[i++], undefined]);
    else pairs.push([undefined, b[j++]]);
  }
  return pairs;
}

type Side = readonly [view: ListingView, panel: Panel];

function differencesOf(left: Side, right: Side): TwinRow['differences'] {
  const [own, other] = [statesOf(left), statesOf(right)];
  const sides: readonly (readonly [Difference, string, string])[] = [
    ['API', ...apart(left[1].reference, right[1].reference)],
    ['dtype', ...apart(dtypesOf(own), dtypesOf(other))],
    ['printing', printsOf(own), printsOf(other)],
    ['error', raisesOf(own), raisesOf(other)],
  ];
  return sides
    .filter(([, before, after]) => before !== after)
    .map(([kind, before, after]) => ({ kind, left: before, right: after }));
}

/** More iterations than these are not compared. */
const MOST_STATES = 20;

function statesOf([view, { steps }]: Side): State[] {
  return steps.slice(0, MOST_STATES).map((step) => stateAt(view, step));
}

/** Returns what each side has that the other has not. */
function apart(left: readonly string[], right: readonly string[]): [string, string] {
  const only = (mine: readonly string[], theirs: readonly string[]) =>
    mine.filter((name) => !theirs.includes(name)).join(', ');
  return [only(left, right), only(right, left)];
}

function dtypesOf(states: readonly State[]): string[] {
  const written = states.flatMap(({ writes }) => writes.map(dtypeOf));
  return [...new Set(written)].filter((dtype) => dtype !== '');
}

function dtypeOf({ badge }: ValueView): string {
  return /\b(?:float|int)(?:16|32|64)\b/.exec(badge)?.[0] ?? '';
}

function printsOf(states: readonly State[]): string {
  return states
    .map(({ prints }) => prints)
    .join('')
    .trimEnd();
}

function raisesOf(states: readonly State[]): string {
  return states.map(({ raises }) => raises ?? '').join('');
}
