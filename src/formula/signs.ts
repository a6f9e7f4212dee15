/** The signs of a formula, by which it is broken into pieces, and how much of it is shown. */
import { type FilledNode, filledText } from '../slots/index.ts';

/** Signs that relate what stands before them to what stands after them. */
export const RELATIONS = /^[=≠≈<>≤≥∈→⟶↦]$/u;

/** Returns the text of an operator, also in a row of its own; undefined for any other node. */
export function signOf(node: FilledNode): string | undefined {
  if (typeof node === 'string') return undefined;
  const [only, ...others] = node.children ?? [];
  if (!('slot' in node) && node.tag === 'mo') return filledText([node]);
  const isRow = 'slot' in node || node.tag === 'mrow';
  return isRow && only !== undefined && others.length === 0 ? signOf(only) : undefined;
}

/** Returns how many characters a node shows. */
export function lengthOf(node: FilledNode): number {
  return [...filledText([node])].length;
}
