/** Short Markdown with formulas, as notes beside a program and entries of the reference are written. */
import type { Element, Root as HastRoot, RootContent } from 'hast';
import type { Nodes, Root } from 'mdast';
import { find, html as htmlSchema } from 'property-information';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { AuthorError, type Place } from '../diagnostics/index.ts';
import { FormulaError, piecesOf, plainLatex } from '../formula/build/index.ts';
import type { NotePiece } from '../listing/build/index.ts';
import { type FilledElement, slotKey, type TemplateElement, type TemplateNode } from '../slots/index.ts';
import { piecesToHast } from './hast-nodes.ts';
import { StandIns } from './note-stand-ins.ts';
import { keepWithPunctuation } from './rehype-maths.ts';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath);
const writer = unified().use(remarkRehype);

/**
 * Returns a note's text as a template: the Markdown is parsed with a stand-in for each slot, which then becomes a hole.
 *
 * @param place where its first line was written
 * @throws {AuthorError} for raw HTML, for a formula that cannot be typeset, and for a slot in an address
 */
export function noteTemplate(pieces: readonly NotePiece[], place: Place): TemplateNode[] {
  const standIns = new StandIns();
  const markdown = pieces
    .map((piece) => (piece.kind === 'markdown' ? piece.text : standIns.add(slotKey(piece.slot))))
    .join('');
  const tree = parser.parse(markdown);
  const formulas: FilledElement[] = [];
  visit(tree, (node: Nodes) => {
    const line = place.line + (node.position?.start.line ?? 1) - 1;
    const problem = (message: string) => new AuthorError({ ...place, line }, message);
    if (node.type === 'html') throw problem('Raw HTML is not part of a note. Use Markdown.');
    if (node.type === 'math')
      throw problem('A display equation is not part of a note. Write it as $…$ in its line.');
    if ('url' in node && standIns.areIn(node.url)) throw problem('A slot is not part of an address.');
    if (node.type !== 'inlineMath') return;
    try {
      formulas.push(standIns.typeset(node.value));
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      throw problem(`Bad formula. ${error.message}`);
    }
    node.data = { hName: 'span', hProperties: { dataFormula: formulas.length - 1 }, hChildren: [] };
  });
  const html = writer.runSync(tree) as HastRoot;
  visit(html, 'element', (element: Element, index, parent) => {
    const formula = formulas[Number(element.properties['dataFormula'] ?? -1)];
    if (formula === undefined || parent === undefined || index === undefined) return;
    parent.children.splice(index, 1, ...piecesToHast(piecesOf(formula)));
    keepWithPunctuation(parent);
  });
  return withClaims(html.children.flatMap((node) => templateOf(node, standIns)));
}

/**
 * Makes claims of `[sentence]{condition}`: Markdown leaves the brackets as they are, and the slot after them becomes what the
 * sentence claims.
 */
function withClaims(nodes: readonly TemplateNode[]): TemplateNode[] {
  const made: TemplateNode[] = [];
  for (const node of nodes) {
    if (typeof node === 'object' && 'slot' in node && node.math === undefined) {
      const sentence = takeBracketed(made);
      if (sentence !== undefined) {
        made.push({ tag: 'span', attributes: [['class', 'claim']], claim: node.slot, children: sentence });
        continue;
      }
    }
    const inner = typeof node === 'object' && 'tag' in node ? node.children : undefined;
    made.push(
      inner === undefined || typeof node === 'string' ? node : { ...node, children: withClaims(inner) },
    );
  }
  return made;
}

/** Takes `[…]` off the end of the nodes and returns what stands in it; undefined, and nothing taken, where none ends there. */
function takeBracketed(nodes: TemplateNode[]): TemplateNode[] | undefined {
  const last = nodes.at(-1);
  if (typeof last !== 'string' || !last.endsWith(']')) return undefined;
  const start = nodes.findLastIndex((node) => typeof node === 'string' && node.includes('['));
  const first = nodes[start];
  if (typeof first !== 'string') return undefined;
  const open = first.lastIndexOf('[');
  const taken = nodes.splice(start);
  taken[0] = first.slice(open + 1);
  const end = taken.length - 1;
  taken[end] = String(taken[end]).slice(0, -1);
  if (open > 0) nodes.push(first.slice(0, open));
  return taken.filter((node) => node !== '');
}

function templateOf(node: RootContent, standIns: StandIns): TemplateNode[] {
  if (node.type === 'text') return standIns.split(node.value);
  if (node.type !== 'element') return [];
  const { tagName, properties, children } = node;
  const hole = tagName === 'mtext' ? standIns.holeIn(children) : undefined;
  if (hole !== undefined) return [hole];
  const attributes = attributesOf(properties);
  const inner = children.flatMap((child) => templateOf(child, standIns));
  const element: TemplateElement = {
    tag: tagName,
    ...(attributes.length > 0 && { attributes }),
    ...(inner.length > 0 && { children: inner }),
  };
  return [element];
}

function attributesOf(properties: Element['properties']): (readonly [string, string])[] {
  return Object.entries(properties).flatMap(([property, value]) => {
    if (value === null || value === undefined || value === false) return [];
    const text = value === true ? '' : Array.isArray(value) ? value.join(' ') : String(value);
    return [[find(htmlSchema, property).attribute, text] as const];
  });
}

/** Returns the same Markdown for readers that know LaTeX but not the book's own commands. */
export function plainMarkdown(markdown: string): string {
  if (!markdown.includes('$')) return markdown;
  const tree: Root = parser.parse(markdown);
  const edits: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  visit(tree, 'inlineMath', ({ value, position }) => {
    const [start, end] = [position?.start.offset, position?.end.offset];
    if (start !== undefined && end !== undefined) edits.push({ start, end, text: `$${plainLatex(value)}$` });
  });
  return edits
    .toReversed()
    .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), markdown);
}
