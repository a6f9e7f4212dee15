/** Short Markdown with formulas, as notes beside a program and entries of the reference are written. */
import type { Element, Root as HastRoot } from 'hast';
import type { Nodes, Root } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { AuthorError, type Place } from '../diagnostics/index.ts';
import { FormulaError, piecesOf, plainLatex, typeset } from '../formula/build/index.ts';
import { type FilledElement, fillElement } from '../slots/index.ts';
import { toHast } from './hast-nodes.ts';
import { keepWithPunctuation } from './rehype-maths.ts';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath);
const writer = unified().use(remarkRehype).use(rehypeStringify);

/**
 * The HTML of a note.
 *
 * @param place where its first line was written
 * @throws {AuthorError} for raw HTML and for a formula that cannot be typeset
 */
export function noteHtml(markdown: string, place: Place): string {
  const tree = parser.parse(markdown);
  const formulas: FilledElement[] = [];
  visit(tree, (node: Nodes) => {
    const line = place.line + (node.position?.start.line ?? 1) - 1;
    const slip = (problem: string) => new AuthorError({ ...place, line }, problem);
    if (node.type === 'html') throw slip('Raw HTML is not part of a note. Use Markdown.');
    if (node.type === 'math')
      throw slip('A display equation is not part of a note. Write it as $…$ in its line.');
    if (node.type !== 'inlineMath') return;
    try {
      formulas.push(fillElement(typeset(node.value, false), new Map()));
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      throw slip(`Bad formula. ${error.message}`);
    }
    node.data = { hName: 'span', hProperties: { dataFormula: formulas.length - 1 }, hChildren: [] };
  });
  const html = writer.runSync(tree) as HastRoot;
  visit(html, 'element', (element: Element, index, parent) => {
    const formula = formulas[Number(element.properties['dataFormula'] ?? -1)];
    if (formula === undefined || parent === undefined || index === undefined) return;
    parent.children.splice(index, 1, ...toHast(piecesOf(formula)));
    keepWithPunctuation(parent);
  });
  return writer.stringify(html);
}

/** The same Markdown for readers that know LaTeX but not the book's own commands. */
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
