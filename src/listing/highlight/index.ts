/** The tokens of a program by its syntax tree: what a page needs for a text that a reader changed. */
import type { Hue } from '../../explain/index.ts';
import { parseTree } from '../../python/syntax/index.ts';
import { paintHues } from './hues.ts';
import { Paint } from './paint.ts';
import type { TokenLine } from './token.ts';
import { paintKinds } from './tree-kinds.ts';

/**
 * Returns the tokens of each line of a program; any text will do.
 *
 * @param text with lines that end in line feeds
 * @param hues by variable; `layer.weight` is a name as well
 */
export function programTokens(text: string, hues: ReadonlyMap<string, Hue>): TokenLine[] {
  const tree = parseTree(text);
  const paint = new Paint(text);
  paintKinds(paint, tree, text);
  paintHues(paint, tree, text, hues);
  return paint.lines();
}
