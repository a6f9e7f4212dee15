/** The difference between two texts, by lines: small where little was changed. */

/** Lines to take out of the book's text, and those to put in their place. */
export type LineChange = readonly [line: number, removed: number, inserted: readonly string[]];

/** Returns the changes that make `after` of `before`, in order; `line` counts from 0 in `before`. */
export function changesBetween(before: string, after: string): LineChange[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  const common = longestCommon(a, b);
  const changes: LineChange[] = [];
  let [i, j] = [0, 0];
  for (const [nextI, nextJ] of [...common, [a.length, b.length] as const]) {
    if (nextI > i || nextJ > j) changes.push([i, nextI - i, b.slice(j, nextJ)]);
    [i, j] = [nextI + 1, nextJ + 1];
  }
  return changes;
}

/** Returns the changed text, or undefined where the changes do not fit the text. */
export function withChanges(before: string, changes: readonly LineChange[]): string | undefined {
  const lines = before.split('\n');
  const result: string[] = [];
  let at = 0;
  for (const [line, removed, inserted] of changes) {
    if (line < at || line + removed > lines.length) return undefined;
    result.push(...lines.slice(at, line), ...inserted);
    at = line + removed;
  }
  return [...result, ...lines.slice(at)].join('\n');
}

/** The places of the longest common subsequence of lines. Texts of more lines than these share their ends alone. */
const MOST_LINES = 2000;

function longestCommon(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [middleA, middleB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const inner = middleA.length > MOST_LINES || middleB.length > MOST_LINES ? [] : commonOf(middleA, middleB);
  return [
    ...Array.from({ length: start }, (_, k) => [k, k] as const),
    ...inner.map(([i, j]) => [i + start, j + start] as const),
    ...Array.from({ length: end }, (_, k) => [a.length - end + k, b.length - end + k] as const),
  ];
}

function commonOf(a: readonly string[], b: readonly string[]): [number, number][] {
  const longest = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const at = (i: number, j: number) => longest[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      (longest[i] as Uint16Array)[j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}
