/**
 * The accessibility tree of a part of the page, gone through from its beginning as a screen reader does: an utterance for
 * each thing that one comes to, with its role, name, value and state.
 */
import type { CDPSession, Page } from '@playwright/test';

type Said = { readonly value?: unknown };

/** A node as Chromium describes it. */
type AxNode = {
  readonly nodeId: string;
  readonly backendDOMNodeId?: number;
  readonly ignored: boolean;
  readonly ignoredReasons?: readonly { readonly name: string }[];
  readonly role?: Said;
  readonly name?: Said;
  readonly value?: Said;
  readonly properties?: readonly { readonly name: string; readonly value: Said }[];
  readonly childIds?: readonly string[];
};

type Tree = ReadonlyMap<string, AxNode>;

/** Said whole, by name and value, whatever stands in it. */
const WHOLE = new Set([
  ...['button', 'checkbox', 'combobox', 'image', 'link', 'math', 'radio', 'slider', 'textbox'],
  'DisclosureTriangle',
]);

/** Announced by name, then gone into. */
const ENTERED = new Set(['figure', 'group', 'heading', 'navigation', 'radiogroup', 'region', 'table']);

/** What stands in it is said in one breath. */
const IN_ONE_BREATH = new Set([
  'caption',
  'cell',
  'code',
  'columnheader',
  'paragraph',
  'rowheader',
  'status',
]);

/** Already said as the name of what it belongs to. */
const NAMES = new Set(['caption', 'LabelText', 'Legend']);

/** Why a thing and all that stands in it is not there for a screen reader. */
const HIDDEN = new Set(['ariaHiddenElement', 'ariaHiddenSubtree', 'notRendered', 'notVisible']);

/** Reads the first element that the selector finds. */
export async function readAloud(page: Page, selector: string): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('Accessibility.enable');
    const expression = `document.querySelector(${JSON.stringify(selector)})`;
    const { result } = await session.send('Runtime.evaluate', { expression });
    if (result.objectId === undefined) throw new Error(`The page has no ${selector}.`);
    const { nodes } = await session.send('Accessibility.queryAXTree', { objectId: result.objectId });
    const worded = await Promise.all(nodes.map((node) => withValueInWords(session, node)));
    const [root] = worded;
    if (!root) throw new Error(`${selector} is not in the accessibility tree.`);
    const tree = new Map(worded.map((node) => [node.nodeId, node]));
    return utterances(root, tree).map(plain).filter(Boolean);
  } finally {
    await session.detach();
  }
}

/** Chromium gives assistive technology the value in words, but not whoever asks for its tree. */
async function withValueInWords(session: CDPSession, node: AxNode): Promise<AxNode> {
  if (said(node.role) !== 'slider' || node.backendDOMNodeId === undefined) return node;
  const { node: element } = await session.send('DOM.describeNode', { backendNodeId: node.backendDOMNodeId });
  const { attributes = [] } = element;
  const at = attributes.indexOf('aria-valuetext');
  return at < 0 ? node : { ...node, value: { value: attributes[at + 1] } };
}

/** Inside of a label only what it labels is said: its text has been. */
function utterances(node: AxNode, tree: Tree, isLabelled = false): string[] {
  const role = said(node.role);
  if (node.ignoredReasons?.some(({ name }) => HIDDEN.has(name)) || role === 'InlineTextBox') return [];
  if (role === 'StaticText') return isLabelled ? [] : [said(node.name)];
  if (!node.ignored && WHOLE.has(role)) return [described(node)];
  const inside = children(node, tree).flatMap((child) =>
    utterances(child, tree, isLabelled || NAMES.has(role)),
  );
  if (node.ignored) return inside;
  if (role === 'row') return [`row ${inside.map(plain).join(' | ')}`];
  if (IN_ONE_BREATH.has(role)) return [inside.join('')];
  return ENTERED.has(role) && said(node.name) !== '' ? [described(node), ...inside] : inside;
}

function children({ childIds = [] }: AxNode, tree: Tree): AxNode[] {
  return childIds.flatMap((id) => tree.get(id) ?? []);
}

/** `slider "Tip of a", 3 comma 2`. */
function described({ role, name, value, properties = [] }: AxNode): string {
  const property = (wanted: string) => said(properties.find((one) => one.name === wanted)?.value);
  const states = [
    property('checked') && (property('checked') === 'true' ? 'checked' : 'not checked'),
    property('expanded') && (property('expanded') === 'true' ? 'expanded' : 'collapsed'),
    property('disabled') === 'true' && 'unavailable',
    property('invalid') === 'true' && 'invalid',
  ];
  const parts = [`${said(role)} "${plain(said(name))}"`, said(value), ...states];
  return parts.filter(Boolean).join(', ');
}

const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
const said = (value: Said | undefined) => String(value?.value ?? '');
