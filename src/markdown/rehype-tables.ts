/** Puts each table in a box that scrolls, and says alignment by class and the head's cells by scope. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';
import { rehypePlugin } from './plugin.ts';

export const rehypeTables = rehypePlugin((tree) => {
  visit(tree, 'element', (element, index, parent) => {
    if (element.tagName !== 'table' || parent === undefined || index === undefined) return undefined;
    const box = h('div.scroll', [element]);
    parent.children[index] = box;
    visit(element, 'element', alignByClass);
    return SKIP;
  });
});

function alignByClass(cell: Element): void {
  const { align, ...properties } = cell.properties;
  if (cell.tagName !== 'th' && cell.tagName !== 'td') return;
  cell.properties = {
    ...properties,
    ...(cell.tagName === 'th' ? { scope: 'col' } : {}),
    ...(typeof align === 'string' && align !== 'left' ? { className: [`align-${align}`] } : {}),
  };
}
