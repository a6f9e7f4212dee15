/**
 * Breaks a formula of the text into pieces between which a line may end. Browsers never break a line inside `<math>`, so
 * a long formula that stands in a sentence becomes several, each ending with the relation or operator that a printer
 * would leave at the end of the line.
 */
import { type FilledElement, type FilledNode, filledText } from '../../slots/index.ts';

/** Formulas up to this many characters stay whole: they fit at the end of most lines of a phone. */
const WHOLE = 12;
/** A line may end after an operator only when so many characters stand before it. */
const LEAST = 5;

const RELATIONS = /^[=≠≈<>≤≥∈→⟶↦]$/u;
const OPERATORS = /^[+−·⋅×,]$/u;

/** Returns the formula, or its pieces in order; joined, their children are the formula's. */
export function piecesOf(maths: FilledElement): FilledElement[] {
  const children = maths.children ?? [];
  if (lengthOf(maths) <= WHOLE) return [maths];
  const pieces: FilledNode[][] = [[]];
  for (const [k, child] of children.entries()) {
    const piece = pieces.at(-1) ?? [];
    piece.push(child);
    const rest = children.slice(k + 1);
    if (endsLine(child, piece) && rest.some((node) => lengthOf(node) > 0)) pieces.push([]);
  }
  return pieces.map((piece) => ({ ...maths, children: piece }));
}

function endsLine(node: FilledNode, piece: readonly FilledNode[]): boolean {
  const sign = signOf(node);
  if (sign === undefined) return false;
  const before = piece.slice(0, -1);
  if (before.length === 0 || opensBracket(before)) return false;
  const length = before.reduce((sum, part) => sum + lengthOf(part), 0);
  return RELATIONS.test(sign) || (OPERATORS.test(sign) && length >= LEAST);
}

/** Whether a bracket that opened in this piece is still open: what it holds stays together. */
function opensBracket(nodes: readonly FilledNode[]): boolean {
  const signs = nodes.map((node) => signOf(node) ?? '');
  const count = (pattern: RegExp) => signs.filter((sign) => pattern.test(sign)).length;
  return count(/^[([{]$/) > count(/^[)\]}]$/);
}

/** The text of an operator; undefined for any other node. */
function signOf(node: FilledNode): string | undefined {
  if (typeof node === 'string' || 'slot' in node || node.tag !== 'mo') return undefined;
  return filledText([node]);
}

/** How many characters a node shows. */
function lengthOf(node: FilledNode): number {
  return [...filledText([node])].length;
}
