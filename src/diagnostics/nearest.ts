import { distance } from 'fastest-levenshtein';

/** Edits between two names whatever their case; a name cut short counts as one slip. */
function edits(found: string, name: string): number {
  const [typed, meant] = [found.toLowerCase(), name.toLowerCase()];
  return typed.length > 2 && meant.startsWith(typed) ? 1 : distance(typed, meant);
}

/** Returns the known name an author most likely meant, or undefined when none is close enough to be helpful. */
export function nearest(found: string, known: readonly string[]): string | undefined {
  const ranked = known.map((name) => ({ name, apart: edits(found, name) })).sort((a, b) => a.apart - b.apart);
  const best = ranked[0];
  if (best === undefined || best.apart > Math.max(2, Math.floor(found.length / 3))) return undefined;
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
