/** Puts each table in a box that scrolls, named by its caption; says alignment by class, head cells by scope. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';
import { textOf } from './jsx.ts';
import { rehypePlugin } from './plugin.ts';

export const rehypeTables = rehypePlugin((tree) => {
  visit(tree, 'element', (element, index, parent) => {
    if (element.tagName !== 'table' || parent === undefined || index === undefined) return undefined;
    const label = parent.type === 'mdxJsxFlowElement' ? textOf(parent, 'caption') : undefined;
    const box = h('div.scroll', { role: 'group', 'aria-label': label }, [element]);
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
