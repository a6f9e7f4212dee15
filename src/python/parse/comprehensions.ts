/** Comprehensions and generator expressions. */
import type { Comprehension, ComprehensionClause } from './ast.ts';
import { readEntry, readExpression, readTuple } from './expressions.ts';
import type { Source } from './source.ts';
import { PythonSyntaxError } from './syntax-error.ts';
import { asTarget } from './targets.ts';
import { refuseNode, type SyntaxNode } from './tree.ts';

export const COMPREHENSIONS = {
  ComprehensionExpression: 'generator',
  ArrayComprehensionExpression: 'list',
  SetComprehensionExpression: 'set',
  DictionaryComprehensionExpression: 'dict',
} as const;

/** Returns a comprehension's element and clauses, from its children without the brackets. */
export function readComprehension(
  source: Source,
  node: SyntaxNode,
  children: readonly SyntaxNode[],
  flavour: Comprehension['flavour'],
): Comprehension {
  const start = children.findIndex((child) => child.name === 'for' || child.name === 'async');
  const head = children.slice(0, start);
  const place = source.place(node.from);
  if (head[0]?.name === '**')
    throw new PythonSyntaxError(
      'dict unpacking cannot be used in dict comprehension',
      source.place(head[0].from),
    );
  if (head[0]?.name === '*')
    throw new PythonSyntaxError(
      'iterable unpacking cannot be used in comprehension',
      source.place(head[0].from),
    );
  const clauses = readClauses(source, children.slice(start), node);
  const endLine = source.place(children.at(-1)?.to ?? node.to).line;
  if (flavour !== 'dict')
    return {
      kind: 'comprehension',
      ...place,
      flavour,
      key: undefined,
      element: readExpression(source, head[0], node),
      clauses,
      endLine,
    };
  const { key, value } = readEntry(source, head, node);
  return { kind: 'comprehension', ...place, flavour, key, element: value, clauses, endLine };
}

function readClauses(
  source: Source,
  children: readonly SyntaxNode[],
  node: SyntaxNode,
): ComprehensionClause[] {
  const clauses: ComprehensionClause[] = [];
  for (let at = 0; at < children.length; at++) {
    const child = children[at];
    if (child?.name === 'async') refuseNode(source, child, '`async for`');
    if (child?.name === 'if')
      clauses.push({ kind: 'if', test: readExpression(source, children[++at], node) });
    else if (child?.name === 'for') {
      const end = children.findIndex((candidate, index) => index > at && candidate.name === 'in');
      const target = asTarget(readTuple(source, children.slice(at + 1, end), node), 'for');
      clauses.push({ kind: 'for', target, iterable: readExpression(source, children[end + 1], node) });
      at = end + 1;
    }
  }
  return clauses;
}
