/**
 * Stops the build on a number that is typed although a slot of the page computes it: with other figures the two would differ.
 * Only numbers with decimals are looked at. Whole numbers mostly count or name a place ("neuron 0"), and `code` quotes a
 * program.
 */
import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { AuthorError } from '../diagnostics/index.ts';
import { slotToText } from '../slots/index.ts';
import type { PageContext } from './page-context.ts';
import { attempt, remarkPlugin } from './plugin.ts';
import { mathsSlots } from './remark-maths.ts';
import { isBraced, isComment, proseSlot } from './remark-prose-slots.ts';
import { slotValue, type WrittenSlot } from './slot-errors.ts';

const DECIMALS = /(?<![\w.])[-−]?\d+\.\d+(?![\w]|\.\d)/g;

export const remarkTypedNumbers = remarkPlugin((tree, page, file) => {
  const computed = new Map<string, WrittenSlot>();
  const typed: { readonly node: Nodes; readonly number: string }[] = [];
  visit(tree, (node: Nodes) => {
    for (const { slot, text } of slotTexts(node, page))
      for (const number of numbersIn(text)) if (!computed.has(number)) computed.set(number, slot);
    if (node.type === 'text') typed.push(...numbersIn(node.value).map((number) => ({ node, number })));
  });
  for (const { node, number } of typed) {
    const slot = computed.get(number);
    if (slot === undefined) continue;
    const start = node.position?.start.offset ?? 0;
    const written = new RegExp(`[-−]?${digits(number)}`);
    const found = page.source.slice(start, node.position?.end.offset).search(written);
    attempt(file, () => {
      throw page.slip(
        node,
        `${number} is typed, and the slot "${slot.text}" computes it. Write a slot here too, such as {py\`${slot.text}\`}, or \`${number}\` as code where it only happens to be equal.`,
        found < 0 ? undefined : start + found,
      );
    });
  }
});

/** Returns the slots of a node with what they show. One that fails is left to the plugin that fills it. */
function slotTexts(node: Nodes, page: PageContext): { readonly slot: WrittenSlot; readonly text: string }[] {
  try {
    return slotsOf(node, page).map((slot) => ({ slot, text: slotToText(slotValue(slot, page)) }));
  } catch (error) {
    if (error instanceof AuthorError) return [];
    throw error;
  }
}

function slotsOf(node: Nodes, page: PageContext): WrittenSlot[] {
  if (node.type === 'math' || node.type === 'inlineMath') return mathsSlots(node, page);
  return isBraced(node) && !isComment(node) ? [proseSlot(node, page)] : [];
}

/** Returns the numbers with decimals in a text, with the minus sign of typography. */
function numbersIn(text: string): string[] {
  return [...text.matchAll(DECIMALS)].map(([number]) => number.replace('-', '−'));
}

/** Returns the pattern of a number without its sign. */
function digits(number: string): string {
  return number.replace('−', '').replaceAll('.', '\\.');
}
