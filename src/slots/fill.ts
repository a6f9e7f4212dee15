/** Fills the holes of a template. The build and the page use this one function, so both show the same. */
import type { SlotResult, SlotValue } from '../python/index.ts';
import { inBrackets, needsBrackets } from './brackets.ts';
import { isMatrix } from './cells.ts';
import type {
  FilledElement,
  FilledNode,
  FilledSlot,
  TemplateElement,
  TemplateHole,
  TemplateNode,
} from './template.ts';
import { matrixElement, slotToMathMl } from './to-mathml.ts';
import { slotToText } from './to-text.ts';
import { raised } from './value.ts';

/**
 * Returns the nodes with every hole filled; never throws. A hole whose slot raised, or is not among the results, has a
 * `problem` and no children. A matrix is drawn as one, in a text as in a formula.
 *
 * @param results by `slotKey`
 */
export function fillTemplate(
  nodes: readonly TemplateNode[],
  results: ReadonlyMap<string, SlotResult>,
): FilledNode[] {
  return nodes.map((node) => {
    if (typeof node === 'string') return node;
    const hole = guardedHole(node);
    const result = hole && results.get(hole.slot);
    const isBracketed = result !== undefined && !raised(result) && needsBrackets(result, hole?.guard);
    const filled = 'slot' in node ? fillHole(node, results.get(node.slot)) : fillElement(node, results);
    return isBracketed ? inBrackets(filled) : filled;
  });
}

/** Returns the hole that a node is, or that alone stands in a coloured row: brackets take the colour of what is around them. */
function guardedHole(node: TemplateElement | TemplateHole): TemplateHole | undefined {
  if ('slot' in node) return node;
  const [only, ...others] = node.children ?? [];
  const isRow = node.tag === 'mrow' && node.attributes !== undefined && others.length === 0;
  return isRow && typeof only === 'object' && 'slot' in only ? only : undefined;
}

/** Returns one element with every hole filled, as `fillTemplate` does. */
export function fillElement(
  element: TemplateElement,
  results: ReadonlyMap<string, SlotResult>,
): FilledElement {
  const { tag, attributes, children, claim } = element;
  const filled: FilledElement = {
    tag,
    ...(attributes !== undefined && { attributes }),
    ...(children !== undefined && { children: fillChildren(element, children, results) }),
  };
  return claim === undefined || holds(results.get(claim)) ? filled : setOff(filled);
}

/** Returns whether a claim is true, as far as is known: of a line that has not run, nothing is said. */
export function holds(result: SlotResult | undefined): boolean {
  return result === undefined || (!raised(result) && result.text === 'True');
}

/** Returns a sentence that does not hold for the numbers there are now. */
function setOff({ tag, attributes = [], children = [] }: FilledElement): FilledElement {
  const now: FilledElement = {
    tag: 'span',
    attributes: [['class', 'claim-now']],
    children: [' (said of the book’s numbers; not so now)'],
  };
  return { tag, attributes: [...attributes, ['data-false', '']], children: [...children, now] };
}

/** Returns the claims among the nodes of a template, each by its slot. */
export function claimsIn(nodes: readonly TemplateNode[]): string[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string' || 'slot' in node) return [];
    return [...(node.claim === undefined ? [] : [node.claim]), ...claimsIn(node.children ?? [])];
  });
}

/** A coloured row with one hole has no brackets inside: they are around it. */
function fillChildren(
  element: TemplateElement,
  children: readonly TemplateNode[],
  results: ReadonlyMap<string, SlotResult>,
): FilledNode[] {
  const hole = guardedHole(element);
  return hole === undefined ? fillTemplate(children, results) : [fillHole(hole, results.get(hole.slot))];
}

function fillHole(hole: TemplateHole, result: SlotResult | undefined): FilledSlot {
  if (result === undefined) return { ...hole, children: [], problem: 'Its line has not run.' };
  if (!raised(result)) return { ...hole, children: hole.math ? [slotToMathMl(result)] : inText(result) };
  const { type, message } = result.error;
  return { ...hole, children: [], problem: message === '' ? type : `${type}: ${message}` };
}

function inText(value: SlotValue): FilledNode[] {
  const { cells, type } = value;
  if (cells === undefined || type === 'tuple' || !isMatrix(cells)) return [slotToText(value)];
  return [{ tag: 'math', children: [matrixElement(cells)] }];
}

/** Returns the text of filled nodes, as a screen reader or a search would have it. */
export function filledText(nodes: readonly FilledNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : filledText(node.children ?? []))).join('');
}

/** Returns the slots among nodes that could not be filled, each with what went wrong. */
export function failedSlots(nodes: readonly FilledNode[]): { slot: string; problem: string }[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return [];
    if ('slot' in node && node.problem !== undefined) return [{ slot: node.slot, problem: node.problem }];
    return failedSlots(node.children ?? []);
  });
}
