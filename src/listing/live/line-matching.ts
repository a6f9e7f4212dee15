/**
 * Which line of a changed text is which line of the book's. Lines are matched in order, so that equal lines and lines that
 * are much alike come together and the sum of their likeness is greatest; a line that was moved is then found by its text.
 */

/** Lines that share less than this part of their words are two lines. */
const LEAST = 0.5;
/** A text with more lines than this is compared by equal lines alone. */
const MOST_LINES = 400;

/** Returns for each line of `before`, from 0, the line of `after` that it has become; none for one that is gone. */
export function matchLines(before: readonly string[], after: readonly string[]): ReadonlyMap<number, number> {
  const matched = inOrder(before, after);
  const taken = new Set(matched.values());
  for (const [k, line] of before.entries()) {
    if (matched.has(k) || line.trim() === '') continue;
    const places = after.flatMap((text, j) => (text === line && !taken.has(j) ? [j] : []));
    const [only, ...more] = places;
    if (only === undefined || more.length > 0) continue;
    matched.set(k, only);
    taken.add(only);
  }
  return matched;
}

function inOrder(before: readonly string[], after: readonly string[]): Map<number, number> {
  const matched = new Map<number, number>();
  let start = 0;
  while (start < Math.min(before.length, after.length) && before[start] === after[start]) {
    matched.set(start, start);
    start += 1;
  }
  let [endBefore, endAfter] = [before.length, after.length];
  while (endBefore > start && endAfter > start && before[endBefore - 1] === after[endAfter - 1]) {
    endBefore -= 1;
    endAfter -= 1;
    matched.set(endBefore, endAfter);
  }
  const [a, b] = [before.slice(start, endBefore), after.slice(start, endAfter)];
  for (const [i, j] of bestPairs(a, b)) matched.set(i + start, j + start);
  return matched;
}

/** Pairs of what differs, by the greatest sum of likeness. */
function bestPairs(a: readonly string[], b: readonly string[]): [number, number][] {
  const isLarge = a.length > MOST_LINES || b.length > MOST_LINES;
  const [wordsA, wordsB] = [a.map(wordsOf), b.map(wordsOf)];
  const likeness = (i: number, j: number): number => {
    if (a[i] === b[j]) return a[i]?.trim() === '' ? 0.1 : 1;
    return isLarge ? 0 : share(wordsA[i] ?? [], wordsB[j] ?? []);
  };
  const best = Array.from({ length: a.length + 1 }, () => new Float64Array(b.length + 1));
  const at = (i: number, j: number) => best[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      (best[i] as Float64Array)[j] = Math.max(at(i + 1, j), at(i, j + 1), likeness(i, j) + at(i + 1, j + 1));
  const pairs: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const like = likeness(i, j);
    if (like > 0 && like + at(i + 1, j + 1) >= at(i, j)) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

function wordsOf(line: string): readonly string[] {
  return line.match(/\w+|[^\s\w]/g) ?? [];
}

/** Returns what two lines share of their words; 0 where that is too little. A line that names the same target counts more. */
function share(a: readonly string[], b: readonly string[]): number {
  const left = [...b];
  let common = 0;
  for (const word of a) {
    const place = left.indexOf(word);
    if (place < 0) continue;
    left.splice(place, 1);
    common += 1;
  }
  const part = common / Math.max(1, a.length + b.length - common);
  const sameTarget = a[0] !== undefined && a[0] === b[0] && a[1] === '=' && b[1] === '=' ? 0.25 : 0;
  return part + sameTarget < LEAST ? 0 : Math.min(0.99, part + sameTarget);
}
