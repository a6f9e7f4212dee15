/** Statements that hold others, definitions aside. */
import type { ExceptHandler, WithItem } from './ast.ts';
import { readExpression, readTuple } from './expressions.ts';
import type { Source } from './source.ts';
import { type Bare, readBody, withEnd } from './statements.ts';
import { PythonSyntaxError, syntaxError } from './syntax-error.ts';
import { asTarget } from './targets.ts';
import { childrenOf, refuseNode, type SyntaxNode, splitAtCommas, textOf } from './tree.ts';

export function bodyAfter(children: readonly SyntaxNode[], keyword: string): SyntaxNode | undefined {
  const at = children.findIndex((child) => child.name === keyword);
  return at === -1 ? undefined : children[at + 1];
}

/** `elif` becomes an `if` of its own in the branch not taken, at its own line. */
export function readIf(source: Source, children: readonly SyntaxNode[], node: SyntaxNode): Bare {
  const [keyword, test, then, ...rest] = children;
  const otherwise =
    rest[0]?.name === 'elif'
      ? [withEnd(source, node, readIf(source, rest, node))]
      : rest[0]?.name === 'else'
        ? readBody(source, rest[1])
        : [];
  return {
    kind: 'if',
    ...source.place(keyword?.from ?? node.from),
    test: readExpression(source, test, node),
    body: readBody(source, then),
    otherwise,
  };
}

export function readFor(source: Source, node: SyntaxNode, children: readonly SyntaxNode[]): Bare {
  if (children[0]?.name === 'async') refuseNode(source, node, '`async for`');
  const inAt = children.findIndex((child) => child.name === 'in');
  const bodyAt = children.findIndex((child) => child.name === 'Body');
  return {
    kind: 'for',
    ...source.place(node.from),
    target: asTarget(readTuple(source, children.slice(1, inAt), node), 'for'),
    iterable: readTuple(source, children.slice(inAt + 1, bodyAt), node),
    body: readBody(source, children[bodyAt]),
    otherwise: readBody(source, bodyAfter(children, 'else')),
  };
}

/** CPython notices a lone `try` at what follows it. */
export function checkTry(source: Source, node: SyntaxNode, children: readonly SyntaxNode[]): void {
  if (children.some((child) => child.name === 'except' || child.name === 'finally')) return;
  const rest = source.slice(node.to, source.text.length);
  const next = node.to + rest.length - rest.trimStart().length;
  const at = rest.trim() === '' ? source.text.trimEnd().length : next;
  throw syntaxError(source, at, "expected 'except' or 'finally' block");
}

export function readHandlers(
  source: Source,
  node: SyntaxNode,
  children: readonly SyntaxNode[],
): ExceptHandler[] {
  const handlers: ExceptHandler[] = [];
  for (const [index, child] of children.entries()) {
    if (child.name !== 'except') continue;
    const end = children.findIndex((candidate, at) => at > index && candidate.name === 'Body');
    const head = children.slice(index + 1, end);
    if (head[0]?.name === '*') refuseNode(source, child, '`except*`');
    if (head.some((part) => part.name === ','))
      throw syntaxError(
        source,
        head[0]?.from ?? child.from,
        'multiple exception types must be parenthesized',
      );
    const [type, , name] = head;
    handlers.push({
      ...source.place(child.from),
      type: type === undefined ? undefined : readExpression(source, type, node),
      name: name === undefined ? undefined : textOf(source, name),
      body: readBody(source, children[end]),
    });
  }
  const bare = handlers.findIndex((handler) => handler.type === undefined);
  const misplaced = handlers[bare];
  if (bare !== -1 && bare < handlers.length - 1 && misplaced !== undefined)
    throw new PythonSyntaxError("default 'except:' must be last", misplaced);
  return handlers;
}

export function readWith(source: Source, node: SyntaxNode, children: readonly SyntaxNode[]): Bare {
  if (children[0]?.name === 'async') refuseNode(source, node, '`async with`');
  const listed = children.slice(1, -1);
  const [only] = listed;
  // `with (a, b):` enters two contexts; no tuple is made.
  const written =
    listed.length === 1 && only?.name === 'TupleExpression' ? childrenOf(only).slice(1, -1) : listed;
  const items = splitAtCommas(written).map(([context, , target]): WithItem => {
    return {
      context: readExpression(source, context, node),
      target: target === undefined ? undefined : asTarget(readExpression(source, target, node), 'with'),
    };
  });
  return { kind: 'with', ...source.place(node.from), items, body: readBody(source, children.at(-1)) };
}
