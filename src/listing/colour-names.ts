/** Gives the variables in highlighted code the hues of the quantities they hold. */
import type { Hue } from '../matrix/index.ts';

/**
 * @param html one highlighted line; text inside strings and comments keeps the ink's colour
 * @param hues by variable; `layer.weight` is a name as well
 */
export function colourNames(html: string, hues: Readonly<Record<string, Hue>>): string {
  const names = Object.keys(hues).toSorted((a, b) => b.length - a.length);
  if (names.length === 0) return html;
  const pattern = new RegExp(`(?<![\\w.&])(?:${names.map(asPattern).join('|')})(?![\\w;])`, 'g');
  let inside = 0;
  return html.replaceAll(/<[^>]+>|[^<]+/g, (piece) => {
    if (piece.startsWith('</')) inside -= 1;
    else if (piece.startsWith('<')) inside += 1;
    else if (inside === 0)
      return piece.replaceAll(pattern, (name) => `<b class="q-${hues[name]}">${name}</b>`);
    return piece;
  });
}

function asPattern(name: string): string {
  return name.replaceAll('.', '\\.');
}
