/** Two programs that do the same in NumPy and in PyTorch, statement beside statement, and what differs between them. */
import type { ListingView, Panel } from './listing-view.ts';
import type { ValueView } from './value-view.ts';

export type Difference = 'API' | 'dtype' | 'printing' | 'error';

/** Statements that correspond, by marker; one of them may have no counterpart. */
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
  readonly code: string;
}

/** Every explained statement of both, in an order that keeps that of each. */
export function alignTwins(left: ListingView, right: ListingView): TwinRow[] {
  const [a, b] = [left, right].map(({ panels }) => panels.filter(({ note }) => note !== undefined));
  return pairs(a ?? [], b ?? []).map(([one, other]) => ({
    ...(one !== undefined && { left: side(one, left) }),
    ...(other !== undefined && { right: side(other, right) }),
    differences: one === undefined || other === undefined ? [] : differences(one, other),
  }));
}

function side({ line, end }: Panel, { source }: ListingView): TwinSide {
  const code = source
    .split('\n')
    .slice(line - 1, end)
    .join('\n');
  return { line, end, code };
}

type Pair = readonly [Panel | undefined, Panel | undefined];

/** The longest common order of markers; what lies between stands alone. */
function pairs(a: readonly Panel[], b: readonly Panel[]): Pair[] {
  const same = (i: number, j: number) => a[i]?.note?.marker === b[j]?.note?.marker;
  const longest = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number) => longest[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      (longest[i] as number[])[j] = same(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const found: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && same(i, j)) found.push([a[i++], b[j++]]);
    else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) found.push([a[i++], undefined]);
    else found.push([undefined, b[j++]]);
  }
  return found;
}

function differences(one: Panel, other: Panel): TwinRow['differences'] {
  const sides: readonly (readonly [Difference, string, string])[] = [
    ['API', ...apart(namesOf(one), namesOf(other))],
    ['dtype', ...apart(dtypesOf(one), dtypesOf(other))],
    ['printing', printsOf(one), printsOf(other)],
    ['error', raisesOf(one), raisesOf(other)],
  ];
  return sides
    .filter(([, left, right]) => left !== right)
    .map(([kind, left, right]) => ({ kind, left, right }));
}

/** What each side has that the other has not. */
function apart(left: readonly string[], right: readonly string[]): [string, string] {
  const only = (mine: readonly string[], theirs: readonly string[]) =>
    mine.filter((name) => !theirs.includes(name)).join(', ');
  return [only(left, right), only(right, left)];
}

function namesOf({ reference }: Panel): string[] {
  return reference.map(({ name }) => name);
}

function dtypesOf({ states }: Panel): string[] {
  const written = states.flatMap(({ writes }) => writes.map(dtypeOf));
  return [...new Set(written)].filter((dtype) => dtype !== '');
}

function dtypeOf({ badge }: ValueView): string {
  return /\b(?:float|int)(?:16|32|64)\b/.exec(badge)?.[0] ?? '';
}

function printsOf({ states }: Panel): string {
  return states
    .map(({ prints }) => prints)
    .join('')
    .trimEnd();
}

function raisesOf({ states }: Panel): string {
  return states.map(({ raises }) => raises ?? '').join('');
}
