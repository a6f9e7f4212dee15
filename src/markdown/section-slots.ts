import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Section } from '../book/index.ts';
import { type Slot, slotKey } from '../slots/index.ts';
import { claimOf } from './claims.ts';
import { eachElement } from './jsx.ts';
import { pagesOf } from './page-context.ts';
import { parsePage, readPage } from './parse-page.ts';
import { propSlot } from './prop-slot.ts';
import { figureSlots, matrixSlot } from './remark-element-slots.ts';
import { mathsSlots } from './remark-maths.ts';
import { isBraced, isComment, proseSlot } from './remark-prose-slots.ts';
import { readSlot } from './slot-errors.ts';

/**
 * Returns every slot of a section's page, each once, sorted by its text.
 *
 * @param content the folder that holds `book.yaml`
 * @throws {AuthorError} for a page that is not MDX or a slot that cannot be read
 */
export function sectionSlots(content: string, section: Section): Slot[] {
  const file: VFile = readPage(section.path);
  const page = pagesOf(content)(file);
  const tree = parsePage(file, section);
  const slots: Slot[] = [];
  visit(tree, (node: Nodes) => {
    if (isBraced(node) && !isComment(node)) slots.push(readSlot(proseSlot(node, page), page));
    if (node.type === 'math' || node.type === 'inlineMath')
      slots.push(...mathsSlots(node, page).map((written) => readSlot(written, page)));
  });
  eachElement(tree, (element) => {
    if (element.name === 'Matrix') slots.push(matrixSlot(element, page).slot);
    slots.push(...figureSlots(element).map(({ written }) => readSlot(written, page)));
    const claim = claimOf(element);
    if (claim !== undefined) slots.push({ expression: claim.text.trim() });
    if (element.name !== 'Raises') return;
    for (const library of ['numpy', 'torch']) {
      const expression = propSlot(element, library)?.text.trim();
      if (expression !== undefined) slots.push({ expression });
    }
  });
  const byKey = new Map(slots.map((slot) => [slotKey(slot), slot]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, slot]) => slot);
}
