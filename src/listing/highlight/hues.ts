/** Finds the variables of a program that have a hue, by their places in the syntax tree. */
import type { Hue } from '../../explain/index.ts';
import type { SyntaxNode, Tree } from '../../python/syntax/index.ts';
import type { Paint } from './paint.ts';

/**
 * Paints each variable with its hue, wherever it is read, written or a parameter. Attributes of the same name and names of
 * keyword arguments are none. `layer.weight` can be such a name as well.
 */
export function paintHues(paint: Paint, tree: Tree, text: string, hues: ReadonlyMap<string, Hue>): void {
  if (hues.size === 0) return;
  tree.iterate({
    enter: ({ node }) => {
      if (node.name !== 'VariableName' || isArgumentName(node)) return;
      const named = longestName(node, text, hues);
      if (named !== undefined) paint.hue(named, named.hue);
    },
  });
}

/** `sep` in `print(x, sep='')`. */
function isArgumentName(node: SyntaxNode): boolean {
  return node.parent?.name === 'ArgList' && node.nextSibling?.name === 'AssignOp';
}

/** Returns the longest of `layer`, `layer.weight`, `layer.weight.T` … that has a hue. */
function longestName(variable: SyntaxNode, text: string, hues: ReadonlyMap<string, Hue>) {
  let longest: { from: number; to: number; hue: Hue } | undefined;
  for (let node: SyntaxNode | null = variable; node !== null; node = attributeOf(node)) {
    const hue = hues.get(text.slice(node.from, node.to));
    if (hue !== undefined) longest = { from: node.from, to: node.to, hue };
  }
  return longest;
}

/** Returns the attribute that is looked up in a node, such as `layer.weight` in `layer`. */
function attributeOf(node: SyntaxNode): SyntaxNode | null {
  const { parent } = node;
  const isObject = parent?.name === 'MemberExpression' && parent.firstChild?.from === node.from;
  return isObject && parent.lastChild?.name === 'PropertyName' ? parent : null;
}
