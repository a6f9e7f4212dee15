import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { FilledNode } from '../slots/index.ts';
import { toHast } from './hast-nodes.ts';

const writer = unified().use(rehypeStringify);

/** Returns filled nodes as HTML; values are text in it. */
export function filledHtml(nodes: readonly FilledNode[]): string {
  return writer.stringify({ type: 'root', children: toHast(nodes) });
}
