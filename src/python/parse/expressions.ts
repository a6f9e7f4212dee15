/** From Lezer's nodes to expressions. */
import { ELLIPSIS } from '../objects/collections.ts';
import { readArguments } from './arguments.ts';
import type { Expression } from './ast.ts';
import { COMPREHENSIONS, readComprehension } from './comprehensions.ts';
import { findLexicalProblem } from './lexical.ts';
import { readNumber } from './numbers.ts';
import { readBinary, readLogical } from './operators.ts';
import { readLambdaParameters } from './parameters.ts';
import type { Source } from './source.ts';
import { readString } from './strings.ts';
import { readSubscriptKey } from './subscripts.ts';
import { PythonSyntaxError, syntaxError } from './syntax-error.ts';
import { childrenOf, refuseNode, type SyntaxNode, splitAtCommas, textOf } from './tree.ts';

/** Returns the expression at a node; throws a syntax error where something is missing. */
export function readExpression(
  source: Source,
  node: SyntaxNode | undefined,
  around?: SyntaxNode,
): Expression {
  const expression = readNode(source, node, around);
  // Parentheses around an expression are no part of it.
  if (node === undefined || expression.end !== undefined) return expression;
  return { ...expression, end: source.place(node.to) };
}

function readNode(source: Source, node: SyntaxNode | undefined, around?: SyntaxNode): Expression {
  if (node === undefined) throw syntaxError(source, around?.from ?? 0, 'invalid syntax');
  const place = source.place(node.from);
  const children = childrenOf(node);
  const [first, second, third] = children;
  switch (node.name) {
    case 'VariableName':
      return { kind: 'name', ...place, name: readIdentifier(source, node) };
    case 'Number':
      return { kind: 'constant', ...place, value: readNumber(source, node) };
    case 'String':
    case 'FormatString':
    case 'ContinuedString':
      return readString(source, node);
    case 'None':
      return { kind: 'constant', ...place, value: null };
    case 'Boolean':
      return { kind: 'constant', ...place, value: textOf(source, node) === 'True' };
    case 'Ellipsis':
      return { kind: 'constant', ...place, value: ELLIPSIS };
    case 'BinaryExpression':
      return readBinary(source, node, children);
    case 'UnaryExpression': {
      const operator = first === undefined ? '' : textOf(source, first);
      if (operator === 'not') return readLogical(source, node);
      const operand = readExpression(source, second, node);
      return { kind: 'unary', ...place, operator: operator as '-' | '+' | '~', operand };
    }
    case 'ConditionalExpression':
      return {
        kind: 'conditional',
        ...place,
        whenTrue: readExpression(source, first, node),
        test: readExpression(source, third, node),
        otherwise: readExpression(source, children[4], node),
      };
    case 'LambdaExpression':
      return {
        kind: 'lambda',
        ...place,
        parameters: readLambdaParameters(source, second),
        body: readExpression(source, children.at(-1), node),
      };
    case 'NamedExpression': {
      const target = readExpression(source, first, node);
      if (target.kind !== 'name')
        throw new PythonSyntaxError('cannot use assignment expressions with this target', place);
      return { kind: 'named', ...place, target, value: readExpression(source, third, node) };
    }
    case 'ParenthesizedExpression': {
      const inner = readExpression(source, second?.name === '*' ? third : second, node);
      if (second?.name === '*') throw new PythonSyntaxError('cannot use starred expression here', inner);
      return inner;
    }
    case 'TupleExpression':
    case 'ArrayExpression':
    case 'SetExpression': {
      const kind =
        node.name === 'TupleExpression' ? 'tuple' : node.name === 'ArrayExpression' ? 'list' : 'set';
      return { kind, ...place, items: readItems(source, children.slice(1, -1)) };
    }
    case 'DictionaryExpression':
      return {
        kind: 'dict',
        ...place,
        entries: splitAtCommas(children.slice(1, -1)).map((entry) => readEntry(source, entry, node)),
      };
    case 'ComprehensionExpression':
    case 'ArrayComprehensionExpression':
    case 'SetComprehensionExpression':
    case 'DictionaryComprehensionExpression':
      return readComprehension(source, node, children.slice(1, -1), COMPREHENSIONS[node.name]);
    case 'CallExpression':
      return {
        kind: 'call',
        ...place,
        callee: readExpression(source, first, node),
        args: readArguments(source, second),
      };
    case 'MemberExpression':
      return readMember(source, node, children);
    case 'YieldExpression':
    case 'YieldStatement':
      return readYield(source, node, children);
    case 'AwaitExpression':
      return refuseNode(source, node, '`await`');
    default:
      throw syntaxError(source, node.from, 'invalid syntax');
  }
}

/** Python compares names in their NFKC form. */
function readIdentifier(source: Source, node: SyntaxNode): string {
  const written = textOf(source, node);
  if (/^\w+$/.test(written)) return written;
  if (!/^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{M}\p{N}\p{Pc}]*$/u.test(written))
    throw findLexicalProblem(source) ?? syntaxError(source, node.from, 'invalid syntax');
  return written.normalize('NFKC');
}

/** Items between commas, `*rest` included. */
function readItems(source: Source, children: readonly SyntaxNode[]): Expression[] {
  return splitAtCommas(children).map((group) => readItem(source, group));
}

function readItem(source: Source, group: readonly SyntaxNode[]): Expression {
  const [first, second] = group;
  if (first?.name !== '*') return readExpression(source, first, first);
  return { kind: 'starred', ...source.place(first.from), value: readExpression(source, second, first) };
}

/** `a` or `a, b`: one expression, or a tuple where there is a comma. */
export function readTuple(source: Source, children: readonly SyntaxNode[], around: SyntaxNode): Expression {
  const items = readItems(source, children);
  const [only] = items;
  if (only === undefined) throw syntaxError(source, around.from, 'invalid syntax');
  if (items.length === 1 && !children.some((child) => child.name === ',')) return only;
  const end = source.place(children.at(-1)?.to ?? around.to);
  return { kind: 'tuple', ...source.place(children[0]?.from ?? around.from), end, items };
}

export function readEntry(source: Source, group: readonly SyntaxNode[], around: SyntaxNode) {
  const [first, second, third] = group;
  if (first?.name === '**') return { key: undefined, value: readExpression(source, second, around) };
  return { key: readExpression(source, first, around), value: readExpression(source, third, around) };
}

function readMember(source: Source, node: SyntaxNode, children: readonly SyntaxNode[]): Expression {
  const [object, mark, name] = children;
  const place = source.place(node.from);
  const value = readExpression(source, object, node);
  if (mark?.name === '.') {
    if (name === undefined) throw syntaxError(source, node.to, 'invalid syntax');
    return { kind: 'attribute', ...place, object: value, name: textOf(source, name) };
  }
  return {
    kind: 'subscript',
    ...place,
    object: value,
    key: readSubscriptKey(source, children.slice(2, -1), node),
  };
}

function readYield(source: Source, node: SyntaxNode, children: readonly SyntaxNode[]): Expression {
  const place = source.place(node.from);
  const rest = children.slice(1).filter((child) => !child.type.isError);
  if (rest[0]?.name === 'from')
    return { kind: 'yield', ...place, value: readExpression(source, rest[1], node), delegates: true };
  const value = rest.length === 0 ? undefined : readTuple(source, rest, node);
  return { kind: 'yield', ...place, value, delegates: false };
}
