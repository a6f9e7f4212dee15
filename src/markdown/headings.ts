import GithubSlugger from 'github-slugger';
import type { Heading, Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';

/** A heading of a page with the id that links to it. */
export interface HeadingId {
  readonly node: Heading;
  readonly id: string;
  readonly text: string;
}

/** Returns the headings of a page; two with the same words get the same id, for the caller to refuse. */
export function headingIds(tree: Root): HeadingId[] {
  const found: HeadingId[] = [];
  visit(tree, 'heading', (node) => {
    const text = plainText(node);
    found.push({ node, id: new GithubSlugger().slug(text), text });
  });
  return found;
}
