/** The arguments of a call or of a class statement. */
import type { Argument } from './ast.ts';
import { readComprehension } from './comprehensions.ts';
import { readExpression } from './expressions.ts';
import type { Source } from './source.ts';
import { syntaxError } from './syntax-error.ts';
import { childrenOf, type SyntaxNode, textOf } from './tree.ts';

/** Throws CPython's SyntaxErrors about their order. */
export function readArguments(source: Source, list: SyntaxNode | undefined): Argument[] {
  if (list === undefined) return [];
  const groups = splitArguments(childrenOf(list).slice(1, -1));
  const args = groups.map((group) => readArgument(source, group, list, groups.length));
  checkOrder(source, list, groups, args);
  return args;
}

/** Groups between commas; those of `for a, b in` belong to a comprehension, not to the list. */
function splitArguments(children: readonly SyntaxNode[]): SyntaxNode[][] {
  const groups: SyntaxNode[][] = [[]];
  let inTargets = false;
  for (const child of children) {
    if (child.name === 'for') inTargets = true;
    if (child.name === 'in') inTargets = false;
    if (child.name === ',' && !inTargets) groups.push([]);
    else groups.at(-1)?.push(child);
  }
  if (groups.at(-1)?.length === 0) groups.pop();
  return groups;
}

function readArgument(
  source: Source,
  group: readonly SyntaxNode[],
  list: SyntaxNode,
  count: number,
): Argument {
  const [first, second, third] = group;
  if (first?.name === '*') return { kind: 'rest', value: readExpression(source, second, list) };
  if (first?.name === '**') return { kind: 'keywords', value: readExpression(source, second, list) };
  if (group.some((node) => node.name === 'for')) {
    if (count > 1 && first !== undefined)
      throw syntaxError(source, first.from, 'Generator expression must be parenthesized');
    return { kind: 'positional', value: readComprehension(source, first ?? list, group, 'generator') };
  }
  if (second?.name !== 'AssignOp') return { kind: 'positional', value: readExpression(source, first, list) };
  const value = readExpression(source, third, list);
  if (first === undefined || first.name !== 'VariableName')
    throw syntaxError(
      source,
      first?.from ?? list.from,
      'expression cannot contain assignment, perhaps you meant "=="?',
    );
  const name = textOf(source, first);
  const place = source.place(first.from);
  if (textOf(source, second) === ':=')
    return {
      kind: 'positional',
      value: { kind: 'named', ...place, target: { kind: 'name', ...place, name }, value },
    };
  return { kind: 'keyword', name, value };
}

function checkOrder(
  source: Source,
  list: SyntaxNode,
  groups: readonly (readonly SyntaxNode[])[],
  args: readonly Argument[],
): void {
  const names = new Set<string>();
  let seen: 'keyword' | 'keywords' | undefined;
  for (const [index, argument] of args.entries()) {
    const from = groups[index]?.[0]?.from ?? list.from;
    if (argument.kind === 'keyword') {
      if (names.has(argument.name))
        throw syntaxError(source, from, `keyword argument repeated: ${argument.name}`);
      names.add(argument.name);
    }
    if (argument.kind === 'positional' && seen !== undefined)
      throw syntaxError(
        source,
        seen === 'keyword' ? list.to - 1 : from,
        seen === 'keyword'
          ? 'positional argument follows keyword argument'
          : 'positional argument follows keyword argument unpacking',
      );
    if (argument.kind === 'rest' && seen === 'keywords')
      throw syntaxError(source, from, 'iterable argument unpacking follows keyword argument unpacking');
    if (argument.kind === 'keyword') seen ??= 'keyword';
    if (argument.kind === 'keywords') seen = 'keywords';
  }
}
