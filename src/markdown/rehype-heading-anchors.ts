/** Ends each heading with a link to itself; the sign it shows comes from the style sheet, so the text stays clean. */

import { toText } from 'hast-util-to-text';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import { rehypePlugin } from './plugin.ts';

export const rehypeHeadingAnchors = rehypePlugin((tree) => {
  visit(tree, 'element', (element) => {
    const { id } = element.properties;
    if (!/^h[2-6]$/.test(element.tagName) || typeof id !== 'string') return;
    const label = `Link to “${toText(element).trim()}”`;
    element.children.push(h('a.heading-anchor', { href: `#${id}`, 'aria-label': label }));
  });
});
