/**
 * A typeset formula with about half as many elements, which looks and reads the same. KaTeX marks each symbol with
 * the kind of atom that it is, puts an element into every space, and gives each line and each row of a stack its
 * height by an empty element. What no style asks for goes; spaces become margins, and heights become pseudo-elements
 * (see `equations.css`).
 */
import type { Element, ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { leanMathMl } from './lean-mathml.ts';

/** Classes that no style knows by themselves. */
const KINDS = new Set('mord mop mbin mrel mopen mclose mpunct minner mtight enclosing'.split(' '));
const TAKES_SPACE_BEFORE = ['mbin', 'mrel'];
const TAKES_SPACE_AFTER = ['mbin', 'mrel', 'mpunct', 'mathnormal', 'mathbf', 'mathrm'];

/** The elements of a formula as KaTeX writes it. */
export function leanFormula(html: string): Element[] {
  const { children } = fromHtml(html, { fragment: true });
  return children.filter((child) => child.type === 'element').map(lean);
}

function lean(element: Element): Element {
  if (hasClass(element, 'katex-mathml')) return leanMathMl(element);
  if (hasClass(element, 'katex-html')) return { ...element, children: leanChildren(element, []) };
  return {
    ...element,
    children: element.children.map((child) => (child.type === 'element' ? lean(child) : child)),
  };
}

/** The children of `parent` made lean; `above` are the elements around it, nearest first. */
function leanChildren(parent: Element, above: readonly Element[]): ElementContent[] {
  const around = [parent, ...above];
  // A style of a stack counts on what lies in each row.
  const isBound = around.slice(0, 2).some((element) => hasClass(element, 'vlist'));
  const children = absorbSpaces(parent.children.map((child) => ownHeight(child))).map((child) =>
    child.type === 'element' ? { ...child, children: leanChildren(child, around) } : child,
  );
  return children.flatMap((child) => (isBound || child.type !== 'element' ? [child] : unwrap(child)));
}

/** Gives the height that an empty first child stands for to the element itself. */
function ownHeight(element: ElementContent): ElementContent {
  if (element.type !== 'element') return element;
  const [first, ...others] = element.children;
  if (first?.type !== 'element') return element;
  const { height, 'vertical-align': shift } = stylesOf(first);
  if (hasClass(first, 'katex-strut'))
    return withStyles({ ...element, children: others }, { '--height': height, '--shift': shift });
  if (!hasClass(first, 'pstrut')) return element;
  const row = withStyles({ ...element, children: others }, { '--height': height });
  return { ...row, properties: { ...row.properties, className: ['row'] } };
}

/** Turns each empty space into a margin of the sign beside it. */
function absorbSpaces(siblings: readonly ElementContent[]): ElementContent[] {
  const kept: ElementContent[] = [];
  let pending = 0;
  for (const [index, sibling] of siblings.entries()) {
    const before = kept.at(-1);
    const space = widthOfSpace(sibling);
    if (space !== undefined && isA(before, TAKES_SPACE_AFTER))
      kept[kept.length - 1] = withMargin(before, 'margin-right', space);
    else if (space !== undefined && isA(siblings[index + 1], TAKES_SPACE_BEFORE)) pending += space;
    else {
      kept.push(
        pending !== 0 && sibling.type === 'element' ? withMargin(sibling, 'margin-left', pending) : sibling,
      );
      pending = 0;
    }
  }
  return kept;
}

/** In em, of an element that is nothing but a space. */
function widthOfSpace(node: ElementContent): number | undefined {
  if (node.type !== 'element' || !hasClass(node, 'mspace') || node.children.length > 0) return undefined;
  const { 'margin-right': margin = '', ...others } = stylesOf(node);
  const width = /^(-?[\d.]+)em$/.exec(margin)?.[1];
  return Object.keys(others).length > 0 || width === undefined ? undefined : Number(width);
}

function isA(node: ElementContent | undefined, kinds: readonly string[]): node is Element {
  return node?.type === 'element' && kinds.some((kind) => hasClass(node, kind));
}

function withMargin(element: Element, side: 'margin-left' | 'margin-right', em: number): Element {
  const known = Number.parseFloat(stylesOf(element)[side] ?? '0');
  return withStyles(element, { [side]: `${Number((known + em).toFixed(4))}em` });
}

/** The element without the classes that no style knows; its content alone where nothing is left of it. */
function unwrap(element: Element): ElementContent[] {
  if (element.tagName !== 'span') return [element];
  const classes = classesOf(element).filter((name) => !KINDS.has(name));
  const wasKind = classes.length < classesOf(element).length;
  const own = { ...element.properties, className: classes };
  const hasStyle = element.properties['style'] !== undefined;
  if (wasKind && classes.length === 0 && !hasStyle) return element.children;
  const [child, ...others] = element.children;
  const isHueAlone = classes.length === 1 && classes[0]?.startsWith('q-') && !hasStyle;
  if (isHueAlone && others.length === 0 && child?.type === 'element' && child.tagName === 'span')
    return [{ ...child, properties: { ...child.properties, className: [...classesOf(child), ...classes] } }];
  return [{ ...element, properties: own }];
}

function classesOf({ properties }: Element): string[] {
  const { className } = properties;
  return Array.isArray(className) ? className.map(String) : [];
}

function hasClass(element: Element, name: string): boolean {
  return classesOf(element).includes(name);
}

function stylesOf({ properties }: Element): Record<string, string> {
  const declarations = String(properties['style'] ?? '')
    .split(';')
    .filter(Boolean);
  return Object.fromEntries(
    declarations.map((declaration) => declaration.split(':', 2).map((part) => part.trim())),
  );
}

function withStyles(element: Element, styles: Readonly<Record<string, string | undefined>>): Element {
  const given = Object.entries(styles).filter(([, value]) => value !== undefined);
  const all = Object.entries({ ...stylesOf(element), ...Object.fromEntries(given) });
  const style = all.map((declaration) => declaration.join(':')).join(';');
  return { ...element, properties: { ...element.properties, style } };
}
