/** Reading Lezer's tree. Punctuation and keywords are nodes too, named by their text. */
import { refuse } from '../refusal.ts';
import type { SyntaxNode } from '../syntax/index.ts';
import type { Source } from './source.ts';

export { childrenOf, type SyntaxNode, type Tree } from '../syntax/index.ts';

/** Returns the children between commas, as groups. */
export function splitAtCommas(children: readonly SyntaxNode[]): SyntaxNode[][] {
  const groups: SyntaxNode[][] = [[]];
  for (const child of children) {
    if (child.name === ',') groups.push([]);
    else groups.at(-1)?.push(child);
  }
  if (groups.at(-1)?.length === 0) groups.pop();
  return groups;
}

export function textOf(source: Source, node: SyntaxNode): string {
  return source.slice(node.from, node.to);
}

/** Refuses a construct at the place of a node. */
export function refuseNode(source: Source, node: { readonly from: number }, construct: string): never {
  const { line, column } = source.place(node.from);
  return refuse(construct, line, column);
}
