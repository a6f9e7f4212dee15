/** `def` and `class`, with their decorators. */
import { readArguments } from './arguments.ts';
import type { Expression } from './ast.ts';
import { readAnnotation, readParameters } from './parameters.ts';
import { manglePrivateNames } from './private-names.ts';
import type { Source } from './source.ts';
import { type Bare, docstringOf, readBody } from './statements.ts';
import { syntaxError } from './syntax-error.ts';
import { childrenOf, refuseNode, type SyntaxNode, textOf } from './tree.ts';

export function readDecorator(source: Source, node: SyntaxNode): Expression {
  const [, ...path] = childrenOf(node);
  let expression: Expression | undefined;
  for (const part of path) {
    const place = source.place(part.from);
    if (part.name === '.') continue;
    if (part.name === 'ArgList' && expression !== undefined)
      expression = {
        kind: 'call',
        ...place,
        callee: expression,
        args: readArguments(source, part),
      };
    else if (expression === undefined) expression = { kind: 'name', ...place, name: textOf(source, part) };
    else expression = { kind: 'attribute', ...place, object: expression, name: textOf(source, part) };
  }
  if (expression === undefined) throw syntaxError(source, node.from, 'invalid syntax');
  return expression;
}

export function readDefinition(
  source: Source,
  node: SyntaxNode,
  children: readonly SyntaxNode[],
  decorators: readonly Expression[],
): Bare {
  if (children[0]?.name === 'async') refuseNode(source, node, '`async def`');
  const [, name] = children;
  const generic = children.find((child) => child.name === 'TypeParamList');
  if (generic !== undefined) refuseNode(source, generic, 'a type parameter list');
  if (name?.name !== 'VariableName') throw syntaxError(source, node.from, 'invalid syntax');
  const body = readBody(source, children.at(-1));
  const common = {
    ...source.place(node.from),
    name: textOf(source, name),
    body,
    decorators,
    docstring: docstringOf(body),
  };
  if (node.name === 'ClassDefinition') {
    const list = children.find((child) => child.name === 'ArgList');
    manglePrivateNames(body, common.name);
    return { kind: 'class', ...common, bases: readArguments(source, list) };
  }
  const list = children.find((child) => child.name === 'ParamList');
  const arrow = children.find((child) => child.name === 'TypeDef');
  return {
    kind: 'function',
    ...common,
    parameters: readParameters(source, list),
    returns: readAnnotation(source, arrow),
  };
}
