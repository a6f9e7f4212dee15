/** "Did you mean": the nearest name by CPython's own weighted edit distance, undefined when none is near. */

const MOVE_COST = 2;
const CASE_COST = 1;
const MAX_CANDIDATES = 750;
const MAX_LENGTH = 40;

export function closest(wrong: string, candidates: Iterable<string>): string | undefined {
  const names = [...candidates];
  if (names.length > MAX_CANDIDATES) return undefined;
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const name of names) {
    if (name === wrong) continue;
    const allowed = Math.floor(((name.length + wrong.length + 3) * MOVE_COST) / 6);
    const distance = editDistance(wrong, name, Math.min(allowed, bestDistance - 1));
    if (distance <= allowed && distance < bestDistance) {
      best = name;
      bestDistance = distance;
    }
  }
  return best;
}

function substitution(a: string, b: string): number {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? CASE_COST : MOVE_COST;
}

function editDistance(from: string, to: string, limit: number): number {
  if (from.length > MAX_LENGTH || to.length > MAX_LENGTH) return Number.POSITIVE_INFINITY;
  if (Math.abs(from.length - to.length) * MOVE_COST > limit) return Number.POSITIVE_INFINITY;
  let row = Array.from({ length: to.length + 1 }, (_, index) => index * MOVE_COST);
  for (let i = 1; i <= from.length; i++) {
    const next = [i * MOVE_COST];
    for (let j = 1; j <= to.length; j++) {
      const replaced = (row[j - 1] ?? 0) + substitution(from.charAt(i - 1), to.charAt(j - 1));
      next.push(Math.min(replaced, (row[j] ?? 0) + MOVE_COST, (next[j - 1] ?? 0) + MOVE_COST));
    }
    row = next;
  }
  return row[to.length] ?? Number.POSITIVE_INFINITY;
}
