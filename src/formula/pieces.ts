/**
 * Breaks a formula of the text into pieces between which a line may end. Browsers never break a line inside `<math>`, so
 * a long formula that stands in a sentence becomes several, each ending with the relation or operator that a printer
 * would leave at the end of the line.
 */
import type { FilledElement, FilledNode } from '../slots/index.ts';
import { lengthOf, RELATIONS, signOf } from './signs.ts';

/** Formulas up to this many characters stay whole: they fit at the end of most lines of a phone. */
const WHOLE = 10;
/** A line may end after an operator only when so many characters stand before it. */
const LEAST = 5;

const OPERATORS = /^[+−·⋅×,]$/u;

/** A list in brackets that shows more characters than this may be broken after a comma. */
const LONGEST_LIST = 11;

/** Returns the formula, or its pieces in order; joined, they show what the formula shows. */
export function piecesOf(maths: FilledElement): FilledElement[] {
  if (lengthOf(maths) <= WHOLE) return [maths];
  const children = (maths.children ?? []).flatMap(opened);
  const pieces: FilledNode[][] = [[]];
  for (const [k, child] of children.entries()) {
    const piece = pieces.at(-1) ?? [];
    piece.push(child);
    const rest = children.slice(k + 1);
    if (endsLine(child, piece, rest) && rest.some((node) => lengthOf(node) > 0)) pieces.push([]);
  }
  return pieces.map((piece) => ({ ...maths, children: piece }));
}

/** Returns the members of a long row, each in the row's class; any other node as it is. */
function opened(node: FilledNode): FilledNode[] {
  if (typeof node === 'string' || lengthOf(node) <= LONGEST_LIST) return [node];
  if ('slot' in node) return node.children.flatMap(opened).map((member) => ({ ...node, children: [member] }));
  if (node.tag !== 'mrow') return [node];
  const members = (node.children ?? []).flatMap(opened);
  const { attributes } = node;
  return attributes === undefined
    ? members
    : members.map((member) => ({ tag: 'mrow', attributes, children: [member] }));
}

function endsLine(node: FilledNode, piece: readonly FilledNode[], rest: readonly FilledNode[]): boolean {
  const sign = signOf(node);
  if (sign === undefined) return false;
  const before = piece.slice(0, -1);
  const length = before.reduce((sum, part) => sum + lengthOf(part), 0);
  if (length < (RELATIONS.test(sign) ? 1 : LEAST)) return false;
  if (isInBrackets(before, rest)) return sign === ',' && length >= LONGEST_LIST / 2;
  return RELATIONS.test(sign) || OPERATORS.test(sign);
}

/** Returns whether a bracket is open: one that began in this piece, or one that ends later and began in a piece before. */
function isInBrackets(before: readonly FilledNode[], rest: readonly FilledNode[]): boolean {
  const count = (nodes: readonly FilledNode[], pattern: RegExp) =>
    nodes.filter((node) => pattern.test(signOf(node) ?? '')).length;
  const [opens, closes] = [/^[([{]$/, /^[)\]}]$/];
  return count(before, opens) > count(before, closes) || count(rest, closes) > count(rest, opens);
}
