/** Brackets around a value where a formula would else be misread: 3 · (−2), (−2)². The one rule for MathML and for LaTeX. */
import type { SlotValue } from '../python/index.ts';
import type { FilledElement, FilledNode, Guard } from './template.ts';

/**
 * Returns whether a value needs brackets at its place: a negative number, and a power of ten that is itself raised to a power.
 */
export function needsBrackets({ text, cells, type }: SlotValue, guard: Guard | undefined): boolean {
  if (guard === undefined || cells !== undefined || type === 'str') return false;
  return text.startsWith('-') || (guard === 'power' && /e[+-]/.test(text));
}

/** Returns the node in round brackets, as one element. */
export function inBrackets(node: FilledNode): FilledElement {
  return { tag: 'mrow', children: [bracket('('), node, bracket(')')] };
}

function bracket(text: string): FilledElement {
  return { tag: 'mo', attributes: [['stretchy', 'false']], children: [text] };
}
