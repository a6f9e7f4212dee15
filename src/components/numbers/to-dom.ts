/** Filled templates as elements of the page: what `src/markdown/hast-nodes.ts` is to the build. */
import type { FilledNode } from '../../slots/index.ts';

const MATHML = 'http://www.w3.org/1998/Math/MathML';

/** Which slot each element of a formula shows. */
const slotsOfElements = new WeakMap<Element, string>();

/** Returns the nodes as elements and text, and remembers which elements show a slot. */
export function toDom(nodes: readonly FilledNode[]): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (typeof node === 'string') return [document.createTextNode(node)];
    const children = toDom(node.children ?? []);
    if ('slot' in node) {
      for (const child of children) if (child instanceof Element) rememberSlot(child, node.slot);
      return children;
    }
    // Templates of the text hold formulas only.
    const element = document.createElementNS(MATHML, node.tag);
    for (const [name, value] of node.attributes ?? []) element.setAttribute(name, value);
    element.append(...children);
    return [element];
  });
}

/** Remembers that an element shows a slot. */
export function rememberSlot(element: Element, slot: string): void {
  slotsOfElements.set(element, slot);
}

/** Returns the element around `inner`, or itself, that shows a slot, and that slot. */
export function slotAround(inner: Element): { readonly element: Element; readonly slot: string } | undefined {
  for (let element: Element | null = inner; element !== null; element = element.parentElement) {
    const slot = slotsOfElements.get(element);
    if (slot !== undefined) return { element, slot };
    if (element.localName === 'math') return undefined;
  }
  return undefined;
}
