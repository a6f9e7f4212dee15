/** The shape every plugin here has: made once for the book, then run on each page. */
import type { Root as HastRoot } from 'hast';
import type { Root as MdastRoot } from 'mdast';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import { AuthorError } from '../diagnostics/index.ts';
import type { PageContext, Pages } from './page-context.ts';

/** A plugin on a page's Markdown tree. */
export type RemarkPlugin = Plugin<[Pages], MdastRoot>;

declare module 'vfile' {
  interface DataMap {
    /** The author errors of the page so far. */
    slips: AuthorError[];
  }
}

/**
 * Returns a plugin from what it does to one page. An author error is kept, so that the plugins after it find theirs too;
 * `remarkSlips`, the last of them, throws all.
 */
export function remarkPlugin(work: (tree: MdastRoot, page: PageContext, file: VFile) => void): RemarkPlugin {
  return (pages) => (tree, file) => {
    const page = pages(file);
    attempt(file, () => work(tree, page, file));
  };
}

/** Does one piece of a plugin's work; returns undefined where it failed, and keeps the author error. */
export function attempt<T>(file: VFile, work: () => T): T | undefined {
  file.data.slips ??= [];
  try {
    return work();
  } catch (error) {
    if (error instanceof AuthorError) file.data.slips.push(error);
    // A plugin may stumble over what an author error has left undone; alone it is a bug.
    else if (file.data.slips.length === 0) throw error;
    return undefined;
  }
}

/** Returns a plugin on a page's HTML tree. */
export function rehypePlugin(work: (tree: HastRoot, file: VFile) => void): Plugin<[], HastRoot> {
  return () => (tree, file) => work(tree, file);
}
