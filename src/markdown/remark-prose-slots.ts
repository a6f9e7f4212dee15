/** Fills the slots in prose, {py`expression:format`}, and refuses every other expression in braces. */
import type { Program } from 'estree';
import type { Emphasis, Nodes, Parents, Text } from 'mdast';
import type { MdxFlowExpression, MdxTextExpression } from 'mdast-util-mdx';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { slotKey, slotToText } from '../slots/index.ts';
import type { PageContext } from './page-context.ts';
import { numberOfPlace } from './places.ts';
import { attempt, remarkPlugin } from './plugin.ts';
import { readSlot, slotValue, type WrittenSlot } from './slot-errors.ts';

type BracedExpression = MdxFlowExpression | MdxTextExpression;

const EXPECTED = 'Expected a slot such as {py`W @ x:.2f`}, or \\{ for a brace.';

export const remarkProseSlots = remarkPlugin((tree, page, file) => {
  visit(tree, (node: Nodes, index, parent: Parents | undefined) => {
    if (!isBraced(node) || parent === undefined || index === undefined) return undefined;
    if (isComment(node)) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    const filled = attempt(file, () => filledSlot(node, page, file));
    if (filled === undefined) return SKIP;
    parent.children[index] =
      node.type === 'mdxFlowExpression' ? { type: 'paragraph', children: [filled] } : filled;
    return SKIP;
  });
});

/** Returns an element with the text of a slot and the number of its place, by which the page finds and replaces it. */
function filledSlot(node: BracedExpression, page: PageContext, file: VFile): Emphasis {
  const written = proseSlot(node, page);
  const slot = readSlot(written, page);
  const place = numberOfPlace(file, { kind: 'text', slot: slotKey(slot) });
  const text: Text = {
    type: 'text',
    value: slotToText(slotValue(written, page, slot)),
    ...(node.position && { position: node.position }),
  };
  // Any inline node serves: `hName` sets the HTML element that it becomes.
  return {
    type: 'emphasis',
    data: { hName: 'span', hProperties: { dataN: place } },
    children: [text],
  };
}

export function isBraced(node: Nodes): node is BracedExpression {
  return node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression';
}

/** Braces that hold nothing but a JavaScript comment. */
export function isComment(node: BracedExpression): boolean {
  return node.data?.estree?.body.length === 0 && node.value.trim() !== '';
}

/** Returns the slot that an expression in braces is. @throws {AuthorError} when it is anything else */
export function proseSlot(node: BracedExpression, page: PageContext): WrittenSlot {
  const text = taggedText(node.data?.estree ?? undefined);
  if (text === undefined) throw page.slip(node, `{${node.value}} is not part of a section. ${EXPECTED}`);
  const start = node.position?.start.offset;
  const inside = node.value.indexOf('`') + 2; // the brace before the value, the backtick itself
  return { text, node, offset: start === undefined ? undefined : start + inside };
}

/** Returns the text of a template tagged `py` that is the whole program. */
function taggedText(program: Program | undefined): string | undefined {
  const [statement, ...more] = program?.body ?? [];
  if (more.length > 0 || statement?.type !== 'ExpressionStatement') return undefined;
  const { expression } = statement;
  if (expression.type !== 'TaggedTemplateExpression') return undefined;
  if (expression.tag.type !== 'Identifier' || expression.tag.name !== 'py') return undefined;
  const { quasis } = expression.quasi;
  return quasis.length === 1 ? quasis[0]?.value.raw : undefined;
}
