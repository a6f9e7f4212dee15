/** The MathML beside a formula without what says nothing: a style for a look that nobody sees, a row of one thing. */
import type { Element, ElementContent } from 'hast';

/** Elements that take any number of children as a row. */
const ROWS = new Set(['math', 'mrow', 'mtd', 'msqrt']);

/** The `<math>` out of KaTeX's wrapper, itself as hidden as that is. */
export function leanMathMl(wrapper: Element): Element {
  const [maths] = wrapper.children;
  if (maths?.type !== 'element') return wrapper;
  const { className } = wrapper.properties;
  return { ...lean(maths), properties: { ...maths.properties, ...(className && { className }) } };
}

function lean(element: Element): Element {
  return {
    ...element,
    children: element.children.flatMap((child) =>
      child.type === 'element' ? unwrap(lean(child), element) : [child],
    ),
  };
}

function unwrap(element: Element, parent: Element): ElementContent[] {
  const isStyle = element.tagName === 'mstyle';
  const isRow = element.tagName === 'mrow' && Object.keys(element.properties).length === 0;
  if ((isStyle || isRow) && element.children.length === 1) return element.children;
  if (isStyle && ROWS.has(parent.tagName)) return element.children;
  return [isStyle ? { ...element, tagName: 'mrow', properties: {} } : element];
}
