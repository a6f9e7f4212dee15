/** What stands between the brackets of `x[…]`. */
import type { Expression, Slice } from './ast.ts';
import { readExpression } from './expressions.ts';
import type { Source } from './source.ts';
import { syntaxError } from './syntax-error.ts';
import { type SyntaxNode, splitAtCommas } from './tree.ts';

/** Returns one index or slice, or a tuple of them. */
export function readSubscriptKey(
  source: Source,
  children: readonly SyntaxNode[],
  around: SyntaxNode,
): Expression {
  const keys = splitAtCommas(children).map((group) => readKey(source, group, around));
  const [only] = keys;
  if (only === undefined) throw syntaxError(source, around.to - 1, 'invalid syntax');
  if (keys.length === 1 && !children.some((child) => child.name === ',')) return only;
  return { kind: 'tuple', ...source.place(children[0]?.from ?? around.from), items: keys };
}

function readKey(source: Source, group: readonly SyntaxNode[], around: SyntaxNode): Expression {
  if (!group.some((child) => child.name === ':')) return readExpression(source, group[0], around);
  const parts: (Expression | undefined)[] = [undefined];
  for (const child of group) {
    if (child.name === ':') parts.push(undefined);
    else parts[parts.length - 1] = readExpression(source, child, around);
  }
  const [start, stop, step] = parts;
  const slice: Slice = { kind: 'slice', ...source.place(group[0]?.from ?? around.from), start, stop, step };
  return slice;
}
