/**
 * The MathML that KaTeX writes, made into what MathML Core draws: bold and script letters as characters of Unicode, the
 * book's marks as classes and holes, spaces as widths, a class for each kind of table, and without elements that have no effect.
 * KaTeX writes MathML 3; browsers draw only MathML Core, a part of it.
 */
import type { Element, ElementContent } from 'hast';
import type { Guard, TemplateElement, TemplateHole, TemplateNode } from '../../slots/index.ts';
import { hasLetters, inFace } from '../letters.ts';
import { markOf } from './marks.ts';

/** Elements that take any number of children as a row. */
const ROWS = new Set(['math', 'mrow', 'mtd', 'msqrt']);

/** In em. */
const THIN = 0.1667;

/** Widths, in em, of the spaces that KaTeX writes as text; a font cut to its glyphs may lack them. */
const SPACES: ReadonlyMap<string, number> = new Map([
  ['\u200a', 0.0556],
  ['\u2009', THIN],
  ['\u205f', 0.2222],
  ['\u2005\u200a', 0.2778],
  ['\u00a0', 0.25],
]);

/** The sign of function application, as in "cos θ": it has no width of its own. */
const APPLY = '\u2061';
/** KaTeX writes the bars of a norm as the sign "parallel to", which is a relation and would be set with its spaces. */
const PARALLEL = '∥';
const NORM = '‖';
/** Signs over a letter, by the character that KaTeX writes: fonts of mathematics draw the modifier letter nearer to it. */
const ACCENTS: ReadonlyMap<string, string> = new Map([
  ['^', 'ˆ'],
  ['~', '˜'],
]);
/** Dots in place of terms are operands: they get no operator spacing of their own. */
const DOTS = /^[…⋯]$/;

/**
 * Returns the children of the formula's `<math>`.
 *
 * @param maths the `<math>` of KaTeX's output
 * @param slots the spelling of each slot, by the number of its hole
 */
export function readMathMl(maths: Element, slots: readonly string[]): TemplateNode[] {
  const [semantics] = elementsIn(maths);
  const [row] = semantics?.tagName === 'semantics' ? elementsIn(semantics) : [];
  if (row === undefined) return [];
  const [first, ...others] = read(row, 'math', slots);
  // The outermost row is the formula itself.
  const isPlainRow = typeof first === 'object' && 'tag' in first && first.tag === 'mrow' && !first.attributes;
  return isPlainRow && others.length === 0
    ? [...(first.children ?? [])]
    : first === undefined
      ? []
      : [first, ...others];
}

function elementsIn(element: Element): Element[] {
  return element.children.filter((child) => child.type === 'element');
}

/** Returns what an element becomes inside `parent`: usually one node, none for an empty row, its children for a needless one. */
function read(element: Element, parent: string, slots: readonly string[]): TemplateNode[] {
  const { tagName } = element;
  if (tagName === 'mstyle') return readStyle(element, parent, slots);
  if (tagName === 'mi' || tagName === 'mn') return [readLetters(element)];
  if (tagName === 'mo') return [readOperator(element)];
  if (tagName === 'mtext') return [readText(element)];
  if (tagName === 'mtable') return [readTable(element, slots)];
  const children = readChildren(element, slots);
  if (tagName === 'mover' && element.properties['accent'] !== undefined)
    return [withAttributes('mover', attributesOf(element), accented(children))];
  if (tagName === 'mrow') return readRow(element, children, parent);
  return [withAttributes(tagName, attributesOf(element), children)];
}

function readChildren(element: Element, slots: readonly string[]): TemplateNode[] {
  const { tagName } = element;
  const children = elementsIn(element).flatMap((child) => read(child, tagName, slots));
  return ROWS.has(tagName) ? rowOf(children) : children;
}

/** Returns the children of a row, with the spaces of functions and norms. */
function rowOf(children: readonly TemplateNode[]): TemplateNode[] {
  return faceNorms(spaceFunctions(children));
}

function readRow(element: Element, children: readonly TemplateNode[], parent: string): TemplateNode[] {
  if (attributesOf(element).length > 0) return [withAttributes('mrow', attributesOf(element), children)];
  if (ROWS.has(parent) && children.length === 0) return [];
  const [only, ...others] = children;
  if (only !== undefined && others.length === 0) return [only];
  // A row of a table cell needs no row of its own; a fenced row does, since its fences grow with it alone.
  return parent === 'mtd' ? [...children] : [{ tag: 'mrow', children }];
}

/** A style is a mark of the book's, or a size that its place already has. */
function readStyle(element: Element, parent: string, slots: readonly string[]): TemplateNode[] {
  const { mathcolor, displaystyle, scriptlevel } = Object.fromEntries(attributesOf(element));
  const mark = mathcolor === undefined ? undefined : markOf(mathcolor);
  if (mark?.kind === 'hole') return [holeOf(slots[mark.index] ?? '', mark.guard)];
  const inside = ROWS.has(parent) && mark === undefined ? parent : 'mrow';
  const children = rowOf(elementsIn(element).flatMap((child) => read(child, inside, slots)));
  if (mark?.kind === 'hue') return [withClass(oneOf(children), `q-${mark.hue}`)];
  const saysSize = displaystyle !== undefined && parent !== 'mtd' && parent !== 'math';
  if (saysSize)
    return [
      withAttributes(
        'mrow',
        [
          ['displaystyle', displaystyle],
          ['scriptlevel', scriptlevel ?? '0'],
        ],
        children,
      ),
    ];
  return ROWS.has(parent) ? children : [oneOf(children)];
}

function holeOf(slot: string, guard: Guard | undefined): TemplateHole {
  return { slot, math: true, ...(guard !== undefined && { guard }) };
}

/** Returns the nodes as one. */
function oneOf(nodes: readonly TemplateNode[]): TemplateNode {
  const [only, ...others] = nodes;
  return only !== undefined && others.length === 0 ? only : { tag: 'mrow', children: nodes };
}

function withClass(node: TemplateNode, name: string): TemplateElement {
  if (typeof node === 'string' || 'slot' in node) return withAttributes('mrow', [['class', name]], [node]);
  const own = node.attributes ?? [];
  if (own.some(([attribute]) => attribute === 'class'))
    return withAttributes('mrow', [['class', name]], [node]);
  return { ...node, attributes: [['class', name], ...own] };
}

function readLetters(element: Element): TemplateElement {
  const attributes = attributesOf(element);
  const face = attributes.find(([name]) => name === 'mathvariant')?.[1] ?? '';
  const text = textOf(element);
  if (hasLetters(face)) return { tag: element.tagName, children: [inFace(text, face)] };
  // Only a single letter would be slanted where nothing is said.
  const staysUpright = face === 'normal' && [...text].length === 1 && /\p{Letter}/u.test(text);
  return withAttributes(element.tagName, staysUpright ? [['mathvariant', 'normal']] : [], [text]);
}

function readOperator(element: Element): TemplateElement {
  const text = textOf(element);
  if (text === PARALLEL) return norm();
  if (DOTS.test(text)) return { tag: 'mi', children: [text] };
  const kept = attributesOf(element).filter(([name]) => name !== 'mathvariant' && name !== 'separator');
  return withAttributes('mo', kept, [text]);
}

/** Returns a letter and the sign over it. */
function accented([letter, sign, ...others]: readonly TemplateNode[]): TemplateNode[] {
  if (letter === undefined || typeof sign !== 'object' || !('tag' in sign)) return [];
  const text = String(sign.children?.[0] ?? '');
  const attributes = [...(sign.attributes ?? []), ['stretchy', 'false'] as const];
  return [letter, withAttributes('mo', attributes, [ACCENTS.get(text) ?? text]), ...others];
}

function norm(): TemplateElement {
  return { tag: 'mo', attributes: [['stretchy', 'false']], children: [NORM] };
}

/** Marks the bars of norms as opening and closing by turns, so that neither has space on its inner side. */
function faceNorms(siblings: readonly TemplateNode[]): TemplateNode[] {
  let opens = true;
  return siblings.map((node) => {
    if (typeof node === 'string' || 'slot' in node || node.tag !== 'mo' || node.children?.[0] !== NORM)
      return node;
    const form = opens ? 'prefix' : 'postfix';
    opens = !opens;
    return {
      ...node,
      attributes: [['form', form], ...(node.attributes ?? []), ['lspace', '0'], ['rspace', '0']],
    };
  });
}

/**
 * A function stands a thin space apart from what it is multiplied by, and from its argument unless a bracket opens there.
 * KaTeX writes the sign of function application after its name.
 */
function spaceFunctions(siblings: readonly TemplateNode[]): TemplateNode[] {
  return siblings.flatMap((node, k): TemplateNode[] => {
    if (signOf(node) === APPLY) return opensBracket(siblings[k + 1]) ? [node] : [node, spaceOf(THIN)];
    const isFunction = signOf(siblings[k + 1]) === APPLY;
    const before = siblings[k - 1];
    return isFunction && before !== undefined && endsFactor(before) ? [spaceOf(THIN), node] : [node];
  });
}

/** Returns the text of an operator; undefined for any other node. */
function signOf(node: TemplateNode | undefined): string | undefined {
  if (typeof node !== 'object' || 'slot' in node || node.tag !== 'mo') return undefined;
  return String(node.children?.[0] ?? '');
}

function opensBracket(node: TemplateNode | undefined): boolean {
  return node === undefined || /^[([{|‖]$/.test(signOf(node) ?? '');
}

/** Returns whether what follows `node` is multiplied by it: it is no operator, or a closing one. */
function endsFactor(node: TemplateNode): boolean {
  const sign = signOf(node);
  if (sign === undefined) return typeof node === 'string' || 'slot' in node || node.tag !== 'mspace';
  return /^[)\]}‖]$/.test(sign);
}

function readText(element: Element): TemplateElement {
  const text = textOf(element);
  const width = SPACES.get(text);
  return width === undefined ? { tag: 'mtext', children: [text] } : spaceOf(width);
}

function spaceOf(width: number): TemplateElement {
  return { tag: 'mspace', attributes: [['width', `${width}em`]] };
}

/** KaTeX tells its tables apart by their columns alone: `aligned` sets them right and left by turns, without a gap. */
function readTable(element: Element, slots: readonly string[]): TemplateElement {
  const { columnalign = '', columnspacing = '' } = Object.fromEntries(attributesOf(element));
  const isAligned = columnspacing.startsWith('0em') && columnalign.startsWith('right');
  const kind = isAligned ? 'm-aligned' : columnalign.startsWith('left') ? 'm-cases' : 'm-matrix';
  const rows = elementsIn(element).map((row) => ({
    tag: 'mtr',
    children: elementsIn(row).map((cell) => ({ tag: 'mtd', children: readChildren(cell, slots) })),
  }));
  return withAttributes('mtable', [['class', kind]], rows);
}

function withAttributes(
  tag: string,
  attributes: readonly (readonly [string, string])[],
  children: readonly TemplateNode[],
): TemplateElement {
  return {
    tag,
    ...(attributes.length > 0 && { attributes }),
    ...(children.length > 0 && { children }),
  };
}

/** Attributes under the names that HTML writes. */
function attributesOf({ properties }: Element): (readonly [name: string, value: string])[] {
  return Object.entries(properties).map(([name, value]) => [name.toLowerCase(), String(value)] as const);
}

function textOf({ children }: Element): string {
  return children.map((child: ElementContent) => (child.type === 'text' ? child.value : '')).join('');
}
