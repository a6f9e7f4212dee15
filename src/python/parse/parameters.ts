/** The parameters of `def` and `lambda`. */
import type { Expression, ParameterNode } from './ast.ts';
import { readExpression, readTuple } from './expressions.ts';
import type { Source } from './source.ts';
import { syntaxError } from './syntax-error.ts';
import { childrenOf, type SyntaxNode, textOf } from './tree.ts';

export function readParameters(source: Source, list: SyntaxNode | undefined): ParameterNode[] {
  if (list === undefined) return [];
  return readList(source, list, childrenOf(list).slice(1, -1), list.from + 1, list.to - 1);
}

export function readLambdaParameters(source: Source, list: SyntaxNode | undefined): ParameterNode[] {
  if (list?.name !== 'ParamList') return [];
  return readList(source, list, childrenOf(list), list.from, list.to);
}

function readList(
  source: Source,
  list: SyntaxNode,
  children: readonly SyntaxNode[],
  from: number,
  to: number,
): ParameterNode[] {
  const parameters: ParameterNode[] = [];
  let named: 'either' | 'keyword-only' = 'either';
  let bare: SyntaxNode | undefined;
  for (const group of groupsWithSlash(source, children, from, to)) {
    if (group === '/') {
      for (const [index, parameter] of parameters.entries())
        parameters[index] = { ...parameter, kind: 'positional-only' };
      continue;
    }
    const [first] = group;
    if (first === undefined) continue;
    const star = first.name === '*' || first.name === '**';
    const name = star ? group[1] : first;
    if (name === undefined || name.name !== 'VariableName') {
      if (first.name !== '*') throw syntaxError(source, first.from, 'invalid syntax');
      named = 'keyword-only';
      bare = first;
      continue;
    }
    if (parameters.at(-1)?.kind === 'keywords')
      throw syntaxError(source, first.from, 'arguments cannot follow var-keyword argument');
    if (first.name !== '**') bare = undefined;
    const kind = first.name === '*' ? 'rest' : first.name === '**' ? 'keywords' : named;
    if (first.name === '*') named = 'keyword-only';
    const assign = group.findIndex((node) => node.name === 'AssignOp');
    const value = assign === -1 ? undefined : readExpression(source, group[assign + 1], list);
    parameters.push({
      ...source.place(name.from),
      name: textOf(source, name),
      kind,
      default: value,
      annotation: readAnnotation(
        source,
        group.find((node) => node.name === 'TypeDef'),
      ),
    });
  }
  if (bare !== undefined) throw syntaxError(source, bare.from, 'named arguments must follow bare *');
  check(source, parameters);
  return parameters;
}

/** Returns the expression behind the `:` or `->` of an annotation. */
export function readAnnotation(source: Source, node: SyntaxNode | undefined): Expression | undefined {
  const expression =
    node === undefined ? [] : childrenOf(node).filter(({ name }) => name !== ':' && name !== '->');
  return node === undefined || expression.length === 0 ? undefined : readTuple(source, expression, node);
}

/** Lezer keeps no node for `/`: it shows as a gap between commas. */
function groupsWithSlash(
  source: Source,
  children: readonly SyntaxNode[],
  from: number,
  to: number,
): (SyntaxNode[] | '/')[] {
  const groups: (SyntaxNode[] | '/')[] = [];
  let current: SyntaxNode[] = [];
  let start = from;
  const finish = (end: number): void => {
    if (current.length > 0) groups.push(current);
    else if (source.slice(start, end).includes('/')) groups.push('/');
    current = [];
    start = end + 1;
  };
  for (const child of children) {
    if (child.name === ',') finish(child.from);
    else current.push(child);
  }
  finish(to);
  return groups;
}

function check(source: Source, parameters: readonly ParameterNode[]): void {
  const names = new Set<string>();
  let defaulted = false;
  for (const parameter of parameters) {
    if (names.has(parameter.name))
      throw syntaxError(
        source,
        source.lineStart(parameter.line) + parameter.column - 1,
        `duplicate argument '${parameter.name}' in function definition`,
      );
    names.add(parameter.name);
    if (parameter.kind !== 'either' && parameter.kind !== 'positional-only') continue;
    if (defaulted && parameter.default === undefined)
      throw syntaxError(
        source,
        source.lineStart(parameter.line) + parameter.column - 1,
        'parameter without a default follows parameter with a default',
      );
    defaulted ||= parameter.default !== undefined;
  }
}
