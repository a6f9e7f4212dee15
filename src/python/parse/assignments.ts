/** Statements that bind names: assignments, `del`, and imports. */
import type { BinaryOperator } from '../operations/binary.ts';
import type { Expression, ImportedName } from './ast.ts';
import { readTuple } from './expressions.ts';
import { readAnnotation } from './parameters.ts';
import type { Source } from './source.ts';
import type { Bare } from './statements.ts';
import { PythonSyntaxError, syntaxError } from './syntax-error.ts';
import { asTarget } from './targets.ts';
import { refuseNode, type SyntaxNode, splitAtCommas, textOf } from './tree.ts';

export function deleteTargets(expression: Expression) {
  const target = asTarget(expression, 'delete');
  return target.kind === 'tuple' ? target.items : [target];
}

export function readAssignment(source: Source, node: SyntaxNode, children: readonly SyntaxNode[]): Bare {
  const place = source.place(node.from);
  const annotation = children.findIndex((child) => child.name === 'TypeDef');
  const pieces: SyntaxNode[][] = [[]];
  for (const child of children) {
    if (child.name === 'AssignOp') pieces.push([]);
    else if (child.name !== 'TypeDef') pieces.at(-1)?.push(child);
  }
  if (annotation !== -1) {
    const target = asTarget(readTuple(source, pieces[0] ?? [], node), 'annotate');
    return {
      kind: 'annotate',
      ...place,
      target,
      annotation: readAnnotation(source, children[annotation]),
      value: pieces[1] && readTuple(source, pieces[1], node),
    };
  }
  const expressions = pieces.map((piece) => readTuple(source, piece, node));
  const value = expressions.pop();
  if (value === undefined) throw syntaxError(source, node.to, 'invalid syntax');
  if (value.kind === 'starred') throw new PythonSyntaxError("can't use starred expression here", value);
  return {
    kind: 'assign',
    ...place,
    targets: expressions.map((expression, index) => asTarget(expression, index === 0 ? 'assign' : 'chained')),
    value,
  };
}

export function readUpdate(source: Source, node: SyntaxNode, children: readonly SyntaxNode[]): Bare {
  const at = children.findIndex((child) => child.name === 'UpdateOp');
  const operator = children[at];
  if (operator === undefined) throw syntaxError(source, node.from, 'invalid syntax');
  const target = asTarget(readTuple(source, children.slice(0, at), node), 'update');
  if (target.kind !== 'name' && target.kind !== 'attribute' && target.kind !== 'subscript')
    throw syntaxError(source, node.from, 'invalid syntax');
  return {
    kind: 'update',
    ...source.place(node.from),
    target,
    operator: textOf(source, operator).slice(0, -1) as BinaryOperator,
    value: readTuple(source, children.slice(at + 1), node),
  };
}

export function readImport(source: Source, node: SyntaxNode, children: readonly SyntaxNode[]): Bare {
  const place = source.place(node.from);
  if (children.at(-1)?.name === ',')
    throw syntaxError(
      source,
      node.to,
      children[0]?.name === 'import'
        ? 'invalid syntax'
        : 'trailing comma not allowed without surrounding parentheses',
    );
  if (children[0]?.name === 'import') {
    const names = splitAtCommas(children.slice(1)).map((group) => readImported(source, group));
    return { kind: 'import', ...place, names };
  }
  const at = children.findIndex((child) => child.name === 'import');
  const path = children.slice(1, at);
  if (path[0]?.name === '.' || path[0]?.name === 'Ellipsis') refuseNode(source, node, 'a relative import');
  const module = path.map((child) => textOf(source, child)).join('');
  const imported = children.slice(at + 1).filter((child) => child.name !== '(' && child.name !== ')');
  if (imported[0]?.name === '*') return { kind: 'import-from', ...place, module, names: '*' };
  const names = splitAtCommas(imported).map((group) => readImported(source, group));
  return { kind: 'import-from', ...place, module, names };
}

function readImported(source: Source, group: readonly SyntaxNode[]): ImportedName {
  const at = group.findIndex((child) => child.name === 'as');
  const path = at === -1 ? group : group.slice(0, at);
  const alias = at === -1 ? undefined : group[at + 1];
  return {
    name: path.map((child) => textOf(source, child)).join(''),
    as: alias === undefined ? undefined : textOf(source, alias),
  };
}
