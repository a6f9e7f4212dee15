import { distance } from 'fastest-levenshtein';

/** The known name an author most likely meant, or undefined when none is close enough to be helpful. */
export function nearest(found: string, known: readonly string[]): string | undefined {
  const lower = found.toLowerCase();
  const ranked = known
    .map((name) => ({ name, edits: distance(lower, name.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits);
  const best = ranked[0];
  if (best === undefined || best.edits > Math.max(2, Math.floor(found.length / 3))) return undefined;
  return best.name;
}

/** "Did you mean X? Known: A, B, X.", each name shown by `show`. */
export function suggestion(
  found: string,
  known: readonly string[],
  show: (name: string) => string = (name) => name,
): string {
  const near = nearest(found, known);
  const listed = known.length === 0 ? 'There are none here.' : `Known: ${known.map(show).join(', ')}.`;
  return near === undefined ? listed : `Did you mean ${show(near)}? ${listed}`;
}
