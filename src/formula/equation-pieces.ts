/**
 * Breaks an equation into pieces between which a narrow page may end a line. Browsers never break a line inside `<math>`, so a
 * long equation becomes several, which on one line look as the whole does. A line ends where a printer would end it in a
 * displayed formula: before a relation, before the plus or minus of a sum, and after a comma.
 */
import type { FilledElement, FilledNode } from '../slots/index.ts';
import { lengthOf, RELATIONS, signOf } from './signs.ts';

/** Equations up to this many characters stay whole: they fit a phone. */
const WHOLE = 12;

/** A line does not end before a relation that has no more than this many characters on its left. */
const SHORT_LEFT_SIDE = 5;

const SIGNS_OF_SUMS = /^[+−±]$/u;

/** Returns the equation, or its pieces in order; side by side they look like the equation. */
export function equationPieces(maths: FilledElement): FilledElement[] {
  if (lengthOf(maths) <= WHOLE) return [maths];
  const pieces: FilledNode[][] = [[]];
  let depth = 0;
  let previous: FilledNode | undefined;
  for (const node of maths.children ?? []) {
    if (depth === 0 && beginsLine(node, previous, pieces.at(-1) ?? [])) pieces.push([]);
    pieces.at(-1)?.push(node);
    depth += depthChange(node);
    previous = node;
  }
  return pieces.map(([first, ...others], k) => ({
    ...maths,
    children: first === undefined ? [] : [k === 0 ? first : asInfix(first), ...others],
  }));
}

/** Returns whether a line may begin with `node`, which follows `previous`, the last node of the piece so far. */
function beginsLine(
  node: FilledNode,
  previous: FilledNode | undefined,
  piece: readonly FilledNode[],
): boolean {
  if (previous === undefined) return false;
  if (isSpace(previous) && endsWithComma(piece)) return true;
  const sign = isOperator(node) ? signOf(node) : undefined;
  if (sign === undefined) return false;
  if (SIGNS_OF_SUMS.test(sign)) return !isOperator(previous) || depthChange(previous) < 0;
  const length = piece.reduce((sum, part) => sum + lengthOf(part), 0);
  return RELATIONS.test(sign) && length > SHORT_LEFT_SIDE;
}

function endsWithComma(piece: readonly FilledNode[]): boolean {
  const last = piece.findLast((node) => !isSpace(node));
  return last !== undefined && signOf(last) === ',';
}

/** Returns 1 for what opens a bracket or a norm, −1 for what closes one, else 0. */
function depthChange(node: FilledNode): number {
  if (!isOperator(node)) return 0;
  const sign = signOf(node) ?? '';
  const form = node.attributes?.find(([name]) => name === 'form')?.[1];
  if (/^[([{⟨]$/u.test(sign) || form === 'prefix') return 1;
  return /^[)\]}⟩]$/u.test(sign) || form === 'postfix' ? -1 : 0;
}

/** Returns an operator with the spaces that it has between its operands, also where it begins a row. */
function asInfix(node: FilledNode): FilledNode {
  if (!isOperator(node)) return node;
  return { ...node, attributes: [...(node.attributes ?? []), ['form', 'infix']] };
}

function isOperator(node: FilledNode): node is FilledElement {
  return typeof node !== 'string' && !('slot' in node) && node.tag === 'mo';
}

function isSpace(node: FilledNode): boolean {
  return typeof node !== 'string' && !('slot' in node) && node.tag === 'mspace';
}
