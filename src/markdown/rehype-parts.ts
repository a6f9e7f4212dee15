/**
 * Gathers a page into its parts, each from one heading of the second level to the next, and the text of a part, from one heading
 * or large figure to the next, into stretches. A browser lays each of them out as a whole when the reader comes near (see
 * `far-away.css`), and gets an estimate of its height.
 */
import type { ElementContent, Nodes, Root } from 'hast';
import { h } from 'hastscript';
import { components, isComponent } from './components.ts';
import { rehypePlugin } from './plugin.ts';

/** Characters on a line of the full column width. */
const CHARACTERS = 67;

/** Height of a block beyond that of its own text, in lines: its margins, its frame, its drawing. */
const EXTRA_LINES: Readonly<Record<string, number>> = {
  p: 0.6,
  h2: 3,
  h3: 2.5,
  div: 3.4, // an equation
  ul: 2,
  ol: 2,
  Callout: 2.5,
  Table: 4,
  Matrix: 6,
  Raises: 7,
  Figure: 12,
  Exercise: 11,
  Plot: 13,
};

type Block = Root['children'][number] & ElementContent;

export const rehypeParts = rehypePlugin((tree) => {
  const blocks = tree.children.filter((child): child is Block => child.type !== 'doctype');
  const starts = blocks.flatMap((block, index) => (nameOf(block) === 'h2' ? [index] : []));
  tree.children = [
    ...blocks.slice(0, starts[0]),
    ...starts.map((start, index) => part(blocks.slice(start, starts[index + 1]))),
  ];
});

function part(blocks: readonly Block[]): ElementContent {
  const alone = blocks.filter(standsAlone);
  const listings = alone.filter((block) => nameOf(block) === 'Listing').length;
  const text = linesOf(blocks.filter((block) => !standsAlone(block)));
  const room = `--lines:${text};--widgets:${alone.length - listings};--listings:${listings}`;
  return h('section.part', { style: room }, stretches(blocks));
}

/** Blocks share a stretch up to a heading, or to what stands alone. */
function stretches(blocks: readonly Block[]): ElementContent[] {
  const result: ElementContent[] = [];
  let stretch: Block[] = [];
  const finish = () => {
    const isEmpty = stretch.every((block) => block.type === 'text');
    const name =
      nameOf(stretch.find((block) => block.type !== 'text')) === 'h3' ? 'div.stretch.headed' : 'div.stretch';
    result.push(...(isEmpty ? stretch : [h(name, { style: `--lines:${linesOf(stretch)}` }, stretch)]));
    stretch = [];
  };
  for (const block of blocks)
    if (standsAlone(block)) {
      finish();
      result.push(block);
    } else {
      if (nameOf(block) === 'h3' && !stretch.every(isBeforeText)) finish();
      stretch.push(block);
    }
  finish();
  return result;
}

/** Returns whether a heading that follows belongs to the same stretch. */
function isBeforeText(block: Block): boolean {
  return block.type === 'text' || nameOf(block) === 'h2';
}

/** Returns a large figure, which breaks out of the column of text and is laid out by itself. */
function standsAlone(block: Block): boolean {
  const name = nameOf(block);
  return (
    name !== undefined && isComponent(name) && (name === 'Listing' || components[name].figures !== undefined)
  );
}

function nameOf(block: Block | undefined): string | undefined {
  if (block?.type === 'element') return block.tagName;
  return block?.type === 'mdxJsxFlowElement' ? (block.name ?? undefined) : undefined;
}

function linesOf(blocks: readonly Block[]): number {
  const lines = blocks.map(
    (block) => shownLength(block) / CHARACTERS + (EXTRA_LINES[nameOf(block) ?? ''] ?? 0),
  );
  return Math.ceil(lines.reduce((sum, count) => sum + count, 0));
}

/** Returns how many characters are shown; the MathML beside a formula is not, and a side note stands beside the text. */
function shownLength(node: Nodes): number {
  if (node.type === 'text') return node.value.trim() === '' ? 0 : node.value.length;
  if (!('children' in node) || (node.type === 'element' && node.tagName === 'math')) return 0;
  if (node.type === 'mdxJsxFlowElement' && node.name === 'Aside') return 0;
  return node.children.reduce((length, child) => length + shownLength(child), 0);
}
