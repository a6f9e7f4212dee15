/** Shows other numbers in a formula by changing its texts: much less work for the browser than new elements. */
import type { FilledElement, FilledNode } from '../../slots/index.ts';
import { rememberSlot } from './to-dom.ts';

/** The texts of an element in reading order, and everything else about it: tags, attributes and slots. */
interface Outline {
  readonly shape: string;
  readonly texts: readonly string[];
}

interface Drawn {
  readonly shape: string;
  readonly texts: readonly Text[];
}

const drawn = new WeakMap<Element, Drawn>();

/** Returns whether the formula now shows `filled`; false, and nothing has changed, where that needs other elements. */
export function updateFormula(formula: Element, filled: FilledElement): boolean {
  const { shape, texts } = outlineOf(filled);
  let present = drawn.get(formula);
  if (present?.shape !== shape) {
    const found: Text[] = [];
    if (!isDrawnAs(formula, filled, found, true)) return false;
    present = { shape, texts: found };
    drawn.set(formula, present);
  }
  for (const [k, node] of present.texts.entries()) {
    const text = texts[k] ?? '';
    if (node.data !== text) node.data = text;
  }
  return true;
}

function outlineOf(filled: FilledElement): Outline {
  const texts: string[] = [];
  const shape = (node: FilledNode): string => {
    if (typeof node === 'string') {
      texts.push(node);
      return '"';
    }
    const children = (node.children ?? []).map(shape).join('');
    if ('slot' in node) return `{${node.slot}:${children}}`;
    return `<${node.tag} ${JSON.stringify(node.attributes ?? [])}${children}>`;
  };
  return { shape: shape(filled), texts };
}

/** Returns whether an element has the tags and attributes of `filled`; collects its texts and remembers what shows a slot. */
function isDrawnAs(element: Element, filled: FilledElement, texts: Text[], isRoot = false): boolean {
  const { tag, attributes = [] } = filled;
  // The formula itself has the number of its place, and marks.
  const hasMore = !isRoot && element.attributes.length !== attributes.length;
  if (element.localName !== tag || hasMore) return false;
  if (attributes.some(([name, value]) => element.getAttribute(name) !== value)) return false;
  const members = membersOf(filled.children ?? []);
  const nodes = [...element.childNodes];
  return (
    nodes.length === members.length &&
    members.every(({ node, slot }, k) => {
      const child = nodes[k];
      if (typeof node === 'string') return child instanceof Text && texts.push(child) > 0;
      if (!(child instanceof Element)) return false;
      if (slot !== undefined) rememberSlot(child, slot);
      return isDrawnAs(child, node, texts);
    })
  );
}

interface Member {
  readonly node: string | FilledElement;
  /** The slot that it shows. */
  readonly slot: string | undefined;
}

/** Returns the children that the page has: a filled slot is no element of its own. */
function membersOf(nodes: readonly FilledNode[], slot?: string): Member[] {
  return nodes.flatMap((node): Member[] => {
    if (typeof node === 'string') return [{ node, slot }];
    return 'slot' in node ? membersOf(node.children, node.slot) : [{ node, slot }];
  });
}
