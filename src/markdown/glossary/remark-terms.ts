/** Links the first use of each term in each part to its meaning, and refuses a term that is used before it is explained. */
import type { Link, Nodes, Paragraph, Parents, Root, Text } from 'mdast';
import { SKIP, visitParents } from 'unist-util-visit-parents';
import type { PageContext } from '../page-context.ts';
import { remarkPlugin } from '../plugin.ts';
import type { Glossary } from './book-glossary.ts';
import type { Term } from './read-glossary.ts';

/** The address of the page of terms. */
export const TERMS_PAGE = '/terms/';

/** Words inside these are no running text, or have a link of their own. */
const LEFT_OUT: ReadonlySet<string> = new Set(['link', 'strong', 'heading', 'table', 'mdxJsxTextElement']);

export const remarkTerms = remarkPlugin((tree, page) => {
  const { glossary, section } = page;
  if (section === undefined || glossary.terms.length === 0) return;
  const pattern = patternOf(glossary);
  const termOf = new Map(glossary.terms.flatMap((term) => term.forms.map((form) => [form, term] as const)));
  let linked = new Set<string>();
  let part = 0;
  for (const { text, parent, part: ofPart } of runningText(tree)) {
    if (ofPart !== part) linked = new Set();
    part = ofPart;
    const pieces: (Text | Link)[] = [];
    let end = 0;
    for (const match of text.value.matchAll(pattern)) {
      const term = termOf.get(match[0].toLowerCase().replaceAll(/\s+/g, ' '));
      if (term === undefined || !mayLink(term, text, match.index, page) || linked.has(term.id)) continue;
      linked.add(term.id);
      pieces.push({ type: 'text', value: text.value.slice(end, match.index) }, linkTo(term, match[0]));
      end = match.index + match[0].length;
    }
    if (pieces.length === 0) continue;
    pieces.push({ type: 'text', value: text.value.slice(end) });
    parent.children.splice(parent.children.indexOf(text), 1, ...pieces.filter(isWritten));
  }
});

/** Returns all forms, the longest first, as whole words. */
function patternOf({ terms }: Glossary): RegExp {
  const forms = terms
    .flatMap((term) => term.forms)
    .toSorted((a, b) => b.length - a.length)
    .map((form) => form.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+'));
  return new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${forms.join('|')})(?![\\p{L}\\p{N}_-])`, 'giu');
}

interface RunningText {
  readonly text: Text;
  readonly parent: Paragraph;
  /** How many headings of the second level stand before it. */
  readonly part: number;
}

function runningText(tree: Root): RunningText[] {
  const found: RunningText[] = [];
  let part = 0;
  visitParents(tree, (node: Nodes, ancestors: Parents[]) => {
    if (node.type === 'heading' && node.depth === 2) part += 1;
    if (LEFT_OUT.has(node.type)) return SKIP;
    const parent = ancestors.at(-1);
    if (node.type === 'text' && parent?.type === 'paragraph') found.push({ text: node, parent, part });
    return undefined;
  });
  return found;
}

/**
 * Returns whether a use comes after the part that explains the term. @throws {AuthorError} where it comes before the explanation
 */
function mayLink(term: Term, text: Text, index: number, page: PageContext): boolean {
  const place = page.glossary.places.get(term.id);
  const start = text.position?.start.offset;
  if (place === undefined || start === undefined) return false;
  const sections = page.book.sections.map(({ id }) => id);
  const [here, there] = [sections.indexOf(page.section?.id ?? ''), sections.indexOf(place.section.id)];
  if (here < there || (here === there && start + index < place.offset))
    throw page.slip(
      text,
      `"${term.name}" is used before it is explained, under "${place.heading}" in ${place.section.file}. Use other words, or set it in bold here and explain it.`,
      start + index,
    );
  const between = here === there ? page.source.slice(place.offset, start + index) : '\n## ';
  return between.includes('\n## ');
}

function linkTo({ id }: Term, words: string): Link {
  return {
    type: 'link',
    url: `${TERMS_PAGE}#${id}`,
    children: [{ type: 'text', value: words }],
    data: { hProperties: { className: ['term'] } },
  };
}

function isWritten(piece: Text | Link): boolean {
  return piece.type === 'link' || piece.value !== '';
}
