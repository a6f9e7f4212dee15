/** From Lezer's nodes to statements. */
import { deleteTargets, readAssignment, readImport, readUpdate } from './assignments.ts';
import type { Body, CompoundStatement, SimpleStatement, Statement } from './ast.ts';
import { bodyAfter, checkTry, readFor, readHandlers, readIf, readWith } from './blocks.ts';
import { readDecorator, readDefinition } from './definitions.ts';
import { readExpression, readTuple } from './expressions.ts';
import { languagePart } from './language-parts.ts';
import type { Source } from './source.ts';
import { PythonSyntaxError, syntaxError } from './syntax-error.ts';
import { childrenOf, refuseNode, type SyntaxNode, splitAtCommas, textOf } from './tree.ts';

/** Returns the statements under a node: a script, or the body of a compound statement. */
export function readBody(source: Source, node: SyntaxNode | undefined): Body {
  if (node === undefined) return [];
  return childrenOf(node).flatMap((child) => (child.name === ':' ? [] : readStatement(source, child)));
}

/** Returns the docstring of a body, None where there is none. */
export function docstringOf(body: Body): string | null {
  const [first] = body;
  if (first?.kind !== 'expression' || first.value.kind !== 'constant') return null;
  return typeof first.value.value === 'string' ? first.value.value : null;
}

function readStatement(source: Source, node: SyntaxNode): Statement[] {
  if (node.name === 'StatementGroup')
    return childrenOf(node).flatMap((child) => {
      if (child.name !== ';') return readStatement(source, child);
      // Lezer takes several in a row, and one at the start.
      if (child.prevSibling === null || child.prevSibling.name === ';')
        throw syntaxError(source, child.from, 'invalid syntax');
      return [];
    });
  return [withEnd(source, node, readSingle(source, node))];
}

export type Bare = SimpleStatement | CompoundStatement;

/** Lezer's compound statements reach past the line break; the text they hold does not. */
export function withEnd(source: Source, node: SyntaxNode, statement: Bare): Statement {
  return { ...statement, endLine: source.place(Math.max(node.from, node.to - 1)).line };
}

function readSingle(source: Source, node: SyntaxNode): Bare {
  const place = source.place(node.from);
  const children = childrenOf(node);
  const [first, second, third] = children;
  switch (node.name) {
    case 'ExpressionStatement': {
      const value = readTuple(source, children, node);
      if (value.kind === 'starred') throw new PythonSyntaxError("can't use starred expression here", value);
      return { kind: 'expression', ...place, value };
    }
    case 'YieldStatement':
      return { kind: 'expression', ...place, value: readExpression(source, node) };
    case 'AssignStatement':
      return readAssignment(source, node, children);
    case 'UpdateStatement':
      return readUpdate(source, node, children);
    case 'DeleteStatement':
      return { kind: 'delete', ...place, targets: deleteTargets(readTuple(source, children.slice(1), node)) };
    case 'PassStatement':
      return { kind: 'pass', ...place };
    case 'BreakStatement':
      return { kind: 'break', ...place };
    case 'ContinueStatement':
      return { kind: 'continue', ...place };
    case 'ReturnStatement':
      return {
        kind: 'return',
        ...place,
        value: children.length === 1 ? undefined : readTuple(source, children.slice(1), node),
      };
    case 'RaiseStatement': {
      if (third?.name === ',') throw syntaxError(source, third.from, 'invalid syntax');
      const exception = second === undefined ? undefined : readExpression(source, second, node);
      const cause = third?.name === 'from' ? readExpression(source, children[3], node) : undefined;
      return { kind: 'raise', ...place, exception, cause };
    }
    case 'ImportStatement':
      return readImport(source, node, children);
    case 'ScopeStatement': {
      const names = children.slice(1).filter((child) => child.name === 'VariableName');
      const kind = first?.name === 'global' ? 'global' : 'nonlocal';
      return { kind, ...place, names: names.map((child) => textOf(source, child)) };
    }
    case 'AssertStatement': {
      if (children.filter((child) => child.name === ',').length > 1)
        throw syntaxError(
          source,
          children.findLast((child) => child.name === ',')?.from ?? node.from,
          'invalid syntax',
        );
      const [test, message] = splitAtCommas(children.slice(1)).map((group) =>
        readExpression(source, group[0], node),
      );
      if (test === undefined) throw syntaxError(source, node.to, 'invalid syntax');
      return { kind: 'assert', ...place, test, message };
    }
    case 'IfStatement':
      return readIf(source, children, node);
    case 'WhileStatement':
      return {
        kind: 'while',
        ...place,
        test: readExpression(source, second, node),
        body: readBody(source, third),
        otherwise: readBody(source, bodyAfter(children, 'else')),
      };
    case 'ForStatement':
      return readFor(source, node, children);
    case 'TryStatement':
      checkTry(source, node, children);
      return {
        kind: 'try',
        ...place,
        body: readBody(source, second),
        handlers: readHandlers(source, node, children),
        otherwise: readBody(source, bodyAfter(children, 'else')),
        finally: readBody(source, bodyAfter(children, 'finally')),
      };
    case 'WithStatement':
      return readWith(source, node, children);
    case 'FunctionDefinition':
    case 'ClassDefinition':
      return readDefinition(source, node, children, []);
    case 'DecoratedStatement': {
      const decorators = children.filter((child) => child.name === 'Decorator');
      const definition = children.at(-1) ?? node;
      return readDefinition(
        source,
        definition,
        childrenOf(definition),
        decorators.map((child) => readDecorator(source, child)),
      );
    }
    case 'MatchStatement':
      return languagePart('match').read(source, node);
    case 'TypeDefinition':
      return refuseNode(source, node, '`type`');
    default:
      throw syntaxError(source, node.from, 'invalid syntax');
  }
}
