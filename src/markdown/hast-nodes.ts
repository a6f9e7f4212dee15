/** Filled templates as nodes of the HTML tree that the Markdown plugins work on. */
import type { ElementContent, Properties } from 'hast';
import type { FilledElement, FilledNode } from '../slots/index.ts';

/** Returns the nodes as hast; of a filled hole, what stands in it. */
export function toHast(nodes: readonly FilledNode[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (typeof node === 'string') return [{ type: 'text', value: node }];
    const children = toHast(node.children ?? []);
    if ('slot' in node) return children;
    const { tag: tagName, attributes = [] } = node;
    return [{ type: 'element', tagName, properties: propertiesOf(attributes), children }];
  });
}

/**
 * Returns the pieces of a formula as hast, a line break allowed between each two. Chromium and WebKit would allow it between any
 * two `<math>` elements, Firefox only at a `<wbr>`.
 */
export function piecesToHast(pieces: readonly FilledElement[]): ElementContent[] {
  return pieces.flatMap((piece, k) => {
    const nodes = toHast([piece]);
    return k === 0 ? nodes : [{ type: 'element', tagName: 'wbr', properties: {}, children: [] }, ...nodes];
  });
}

function propertiesOf(attributes: readonly (readonly [string, string])[]): Properties {
  return Object.fromEntries(
    attributes.map(([name, value]) => (name === 'class' ? ['className', value.split(' ')] : [name, value])),
  );
}
