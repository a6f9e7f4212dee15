/** Binary operators, comparisons, `and`, `or` and `not`. */
import type { BinaryOperator } from '../operations/binary.ts';
import type { CompareOperator, Expression } from './ast.ts';
import { readExpression } from './expressions.ts';
import type { Source } from './source.ts';
import { syntaxError } from './syntax-error.ts';
import { childrenOf, type SyntaxNode, textOf } from './tree.ts';

const ARITHMETIC = new Set(['+', '-', '*', '/', '//', '%', '**', '@', '<<', '>>', '&', '|', '^']);

export function readBinary(source: Source, node: SyntaxNode, children: readonly SyntaxNode[]): Expression {
  const operator = operatorText(source, children);
  if (operator === 'and' || operator === 'or') return readLogical(source, node);
  const place = source.place(node.from);
  const left = children[0];
  const right = readExpression(source, children.at(-1), node);
  if (ARITHMETIC.has(operator))
    return {
      kind: 'binary',
      ...place,
      operator: operator as BinaryOperator,
      left: readExpression(source, left, node),
      right,
    };
  if (operator === '<>') throw syntaxError(source, node.from, 'invalid syntax');
  const link = { operator: operator as CompareOperator, operand: right };
  const before = readExpression(source, left, node);
  return before.kind === 'compare' && left?.name === 'BinaryExpression'
    ? { ...before, links: [...before.links, link] }
    : { kind: 'compare', ...place, first: before, links: [link] };
}

/** Returns the operator between the operands: `not in` and `is not` are two nodes. */
function operatorText(source: Source, children: readonly SyntaxNode[]): string {
  return children
    .slice(1, -1)
    .map((child) => textOf(source, child))
    .join(' ');
}

/**
 * `and`, `or` and `not` by Python's precedence. Lezer's grammar lets `not` reach over `and` and `or`, so the operands are
 * laid out flat first.
 */
export function readLogical(source: Source, node: SyntaxNode): Expression {
  const flat: (SyntaxNode | 'and' | 'or' | 'not')[] = [];
  flatten(source, node, flat);
  const place = source.place(node.from);
  const join = (
    operator: 'and' | 'or',
    groups: (typeof flat)[],
    read: (group: typeof flat) => Expression,
  ): Expression => {
    const operands = groups.map(read);
    const [only] = operands;
    return operands.length === 1 && only !== undefined
      ? only
      : { kind: 'logical', ...place, operator, operands };
  };
  const negated = (group: typeof flat): Expression => {
    const [first, ...rest] = group;
    if (first === 'not') return { kind: 'not', ...place, operand: negated(rest) };
    return readExpression(source, typeof first === 'object' ? first : undefined, node);
  };
  return join('or', splitAt(flat, 'or'), (group) => join('and', splitAt(group, 'and'), negated));
}

function splitAt<T>(items: readonly T[], separator: T): T[][] {
  const groups: T[][] = [[]];
  for (const item of items) {
    if (item === separator) groups.push([]);
    else groups.at(-1)?.push(item);
  }
  return groups;
}

function flatten(source: Source, node: SyntaxNode, into: (SyntaxNode | 'and' | 'or' | 'not')[]): void {
  const children = childrenOf(node);
  const operator = node.name === 'BinaryExpression' ? operatorText(source, children) : '';
  const [first] = children;
  const last = children.at(-1);
  if ((operator === 'and' || operator === 'or') && first !== undefined && last !== undefined) {
    flatten(source, first, into);
    into.push(operator);
    flatten(source, last, into);
  } else if (node.name === 'UnaryExpression' && first?.name === 'not' && last !== undefined) {
    into.push('not');
    flatten(source, last, into);
  } else into.push(node);
}
