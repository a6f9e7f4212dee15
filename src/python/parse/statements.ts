/** From Lezer's nodes to statements. */
import type { BinaryOperator } from '../operations/binary.ts';
import { readArguments } from './arguments.ts';
import type {
  Body,
  CompoundStatement,
  ExceptHandler,
  Expression,
  ImportedName,
  SimpleStatement,
  Statement,
  WithItem,
} from './ast.ts';
import { readExpression, readTuple } from './expressions.ts';
import { readParameters } from './parameters.ts';
import type { Source } from './source.ts';
import { PythonSyntaxError, syntaxError } from './syntax-error.ts';
import { asTarget } from './targets.ts';
import { childrenOf, refuseNode, type SyntaxNode, splitAtCommas, textOf } from './tree.ts';

/** The statements under a node: a script, or the body of a compound statement. */
export function readBody(source: Source, node: SyntaxNode | undefined): Body {
  if (node === undefined) return [];
  return childrenOf(node).flatMap((child) => (child.name === ':' ? [] : readStatement(source, child)));
}

/** The docstring of a body, None where there is none. */
export function docstringOf(body: Body): string | null {
  const [first] = body;
  if (first?.kind !== 'expression' || first.value.kind !== 'constant') return null;
  return typeof first.value.value === 'string' ? first.value.value : null;
}

function readStatement(source: Source, node: SyntaxNode): Statement[] {
  if (node.name === 'StatementGroup')
    return childrenOf(node).flatMap((child) => (child.name === ';' ? [] : readStatement(source, child)));
  return [withEnd(source, node, readSingle(source, node))];
}

type Bare = SimpleStatement | CompoundStatement;

/** Lezer's compound statements reach past the line break; the text they hold does not. */
function withEnd(source: Source, node: SyntaxNode, statement: Bare): Statement {
  return { ...statement, endLine: source.place(Math.max(node.from, node.to - 1)).line };
}

function readSingle(source: Source, node: SyntaxNode): Bare {
  const place = source.place(node.from);
  const children = childrenOf(node);
  const [first, second, third] = children;
  switch (node.name) {
    case 'ExpressionStatement':
      return { kind: 'expression', ...place, value: readTuple(source, children, node) };
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
      return refuseNode(source, node, '`match`');
    case 'TypeDefinition':
      return refuseNode(source, node, '`type`');
    default:
      throw syntaxError(source, node.from, 'invalid syntax');
  }
}

function bodyAfter(children: readonly SyntaxNode[], keyword: string): SyntaxNode | undefined {
  const at = children.findIndex((child) => child.name === keyword);
  return at === -1 ? undefined : children[at + 1];
}

function deleteTargets(expression: Expression) {
  const target = asTarget(expression, 'delete');
  return target.kind === 'tuple' ? target.items : [target];
}

function readAssignment(source: Source, node: SyntaxNode, children: readonly SyntaxNode[]): Bare {
  const place = source.place(node.from);
  const annotation = children.findIndex((child) => child.name === 'TypeDef');
  const pieces: SyntaxNode[][] = [[]];
  for (const child of children) {
    if (child.name === 'AssignOp') pieces.push([]);
    else if (child.name !== 'TypeDef') pieces.at(-1)?.push(child);
  }
  if (annotation !== -1) {
    const target = asTarget(readTuple(source, pieces[0] ?? [], node), 'annotate');
    return { kind: 'annotate', ...place, target, value: pieces[1] && readTuple(source, pieces[1], node) };
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

function readUpdate(source: Source, node: SyntaxNode, children: readonly SyntaxNode[]): Bare {
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

function readImport(source: Source, node: SyntaxNode, children: readonly SyntaxNode[]): Bare {
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

/** `elif` becomes an `if` of its own in the branch not taken, at its own line. */
function readIf(source: Source, children: readonly SyntaxNode[], node: SyntaxNode): Bare {
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

function readFor(source: Source, node: SyntaxNode, children: readonly SyntaxNode[]): Bare {
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
function checkTry(source: Source, node: SyntaxNode, children: readonly SyntaxNode[]): void {
  if (children.some((child) => child.name === 'except' || child.name === 'finally')) return;
  const rest = source.slice(node.to, source.text.length);
  const next = node.to + rest.length - rest.trimStart().length;
  const at = rest.trim() === '' ? source.text.trimEnd().length : next;
  throw syntaxError(source, at, "expected 'except' or 'finally' block");
}

function readHandlers(source: Source, node: SyntaxNode, children: readonly SyntaxNode[]): ExceptHandler[] {
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

function readWith(source: Source, node: SyntaxNode, children: readonly SyntaxNode[]): Bare {
  if (children[0]?.name === 'async') refuseNode(source, node, '`async with`');
  const items = splitAtCommas(children.slice(1, -1)).map(([context, , target]): WithItem => {
    return {
      context: readExpression(source, context, node),
      target: target === undefined ? undefined : asTarget(readExpression(source, target, node), 'with'),
    };
  });
  return { kind: 'with', ...source.place(node.from), items, body: readBody(source, children.at(-1)) };
}

function readDecorator(source: Source, node: SyntaxNode): Expression {
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
        text: '',
      };
    else if (expression === undefined) expression = { kind: 'name', ...place, name: textOf(source, part) };
    else expression = { kind: 'attribute', ...place, object: expression, name: textOf(source, part) };
  }
  if (expression === undefined) throw syntaxError(source, node.from, 'invalid syntax');
  return expression;
}

function readDefinition(
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
    return { kind: 'class', ...common, bases: readArguments(source, list) };
  }
  const list = children.find((child) => child.name === 'ParamList');
  return { kind: 'function', ...common, parameters: readParameters(source, list) };
}
