/** The kinds of a program's tokens by its syntax tree; a test holds them equal to what Shiki makes of the book's programs. */
import type { SyntaxNode, Tree } from '../../python/syntax/index.ts';
import type { Paint } from './paint.ts';

const OPERATORS = new Set([
  'ArithOp',
  'CompareOp',
  'BitOp',
  'AssignOp',
  'UpdateOp',
  'FormatSelfDoc',
  '*',
  '**',
]);
/** Keywords are nodes that are named by themselves. */
const KEYWORD = /^[a-z]+$/;

export function paintKinds(paint: Paint, tree: Tree, text: string): void {
  tree.iterate({
    enter: ({ node }) => {
      const { name } = node;
      if (name === 'Comment') paint.kind(node, 'comment');
      else if (name === 'String' || name === 'FormatString') paintString(paint, node, text);
      else if (name === 'FormatReplacement') paint.kind(node, undefined);
      else if (
        name === 'FormatSpec' ||
        name === 'FormatConversion' ||
        OPERATORS.has(name) ||
        KEYWORD.test(name)
      )
        paint.kind(node, 'keyword');
    },
  });
}

/** A string that is a statement of its own documents what it stands in, as a comment does. */
function paintString(paint: Paint, node: SyntaxNode, text: string): void {
  const isStatement = node.parent?.name === 'ExpressionStatement';
  const prefix = /^[a-z]*/i.exec(text.slice(node.from, node.to))?.[0].length ?? 0;
  paint.kind(node, isStatement ? 'comment' : 'string');
  if (!isStatement) paint.kind({ from: node.from, to: node.from + prefix }, 'keyword');
}
