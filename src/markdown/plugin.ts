/** The shape every plugin here has: made once for the book, then run on each page. */
import type { Root as HastRoot } from 'hast';
import type { Root as MdastRoot } from 'mdast';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import type { PageContext, Pages } from './page-context.ts';

/** A plugin on a page's Markdown tree. */
export type RemarkPlugin = Plugin<[Pages], MdastRoot>;

/** A plugin from what it does to one page. */
export function remarkPlugin(work: (tree: MdastRoot, page: PageContext, file: VFile) => void): RemarkPlugin {
  return (pages) => (tree, file) => work(tree, pages(file), file);
}

/** A plugin on a page's HTML tree. */
export function rehypePlugin(work: (tree: HastRoot, file: VFile) => void): Plugin<[], HastRoot> {
  return () => (tree, file) => work(tree, file);
}
