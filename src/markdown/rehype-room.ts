/** Tells the style sheet about how many lines each paragraph takes: one that is not laid out yet keeps that much room. */
import type { Element, Nodes } from 'hast';
import { rehypePlugin } from './plugin.ts';

/** On a line of the full measure. */
const CHARACTERS = 67;

export const rehypeRoom = rehypePlugin((tree) => {
  for (const child of tree.children)
    if (child.type === 'element' && child.tagName === 'p')
      child.properties['style'] = `--lines:${Math.ceil(shownLength(child) / CHARACTERS)}`;
});

/** How many characters are shown; the MathML beside a formula is not. */
function shownLength(node: Nodes): number {
  if (node.type === 'text') return node.value.length;
  if (!('children' in node) || isMathMl(node)) return 0;
  return node.children.reduce((length, child) => length + shownLength(child), 0);
}

function isMathMl(node: Nodes): node is Element {
  return node.type === 'element' && node.tagName === 'math';
}
