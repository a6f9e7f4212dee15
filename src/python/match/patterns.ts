/** From the expression that a pattern looks like to the pattern. */
import { ELLIPSIS } from '../objects/collections.ts';
import type { Binary, Expression, Name, Pattern } from '../parse/ast.ts';
import { PythonSyntaxError } from '../parse/syntax-error.ts';

/** Throws PythonSyntaxError where the expression is no pattern. `as` arrives as `or`. */
export function readPattern(node: Expression): Pattern {
  const place = { line: node.line, column: node.column, ...(node.end && { end: node.end }) };
  switch (node.kind) {
    case 'constant':
      if (node.value === ELLIPSIS) throw invalid(node);
      return { kind: 'value-pattern', ...place, value: node };
    case 'unary':
      if (node.operator !== '-' || !isNumber(node.operand)) throw invalid(node);
      return { kind: 'value-pattern', ...place, value: node };
    case 'attribute':
      if (!isDotted(node)) throw invalid(node);
      return { kind: 'value-pattern', ...place, value: node };
    case 'name':
      return { kind: 'capture-pattern', ...place, target: captured(node) };
    case 'binary':
      if (node.operator !== '|') throw isSum(node) ? noComplex(node) : invalid(node);
      return { kind: 'or-pattern', ...place, alternatives: alternativesOf(node) };
    case 'logical': {
      const [pattern, name, more] = node.operands;
      if (pattern === undefined || name === undefined || more !== undefined) throw invalid(node);
      return { kind: 'as-pattern', ...place, pattern: readPattern(pattern), target: namedBy(name) };
    }
    case 'tuple':
    case 'list':
      return { kind: 'sequence-pattern', ...place, items: readItems(node.items) };
    case 'dict':
      return readMapping(node);
    case 'call':
      return readClass(node);
    case 'template':
      throw new PythonSyntaxError('patterns may only match literals and attribute lookups', node);
    default:
      throw invalid(node);
  }
}

const invalid = (node: Expression) => new PythonSyntaxError('invalid syntax', node);

const noComplex = (node: Expression) =>
  new PythonSyntaxError('imaginary number required in complex literal', node);

/** `1 + 2`: a complex number to Python, whose second part is none. */
const isSum = ({ operator, left, right }: Binary): boolean =>
  (operator === '+' || operator === '-') && isNumber(left) && isNumber(right);

const captured = (node: Name): Name | undefined => (node.name === '_' ? undefined : node);

function isNumber(node: Expression): boolean {
  return node.kind === 'constant' && (typeof node.value === 'number' || typeof node.value === 'bigint');
}

function isDotted(node: Expression): boolean {
  return node.kind === 'name' || (node.kind === 'attribute' && isDotted(node.object));
}

function alternativesOf(node: Expression): Pattern[] {
  if (node.kind !== 'binary' || node.operator !== '|') return [readPattern(node)];
  return [...alternativesOf(node.left), readPattern(node.right)];
}

function namedBy(node: Expression): Name {
  if (node.kind !== 'name') throw invalid(node);
  if (node.name === '_') throw new PythonSyntaxError("cannot use '_' as a target", node);
  return node;
}

function readItems(items: readonly Expression[]): Pattern[] {
  const patterns = items.map((item): Pattern => {
    if (item.kind !== 'starred') return readPattern(item);
    if (item.value.kind !== 'name') throw invalid(item.value);
    const { line, column } = item;
    return { kind: 'star-pattern', line, column, target: captured(item.value) };
  });
  const [, second] = patterns.filter(({ kind }) => kind === 'star-pattern');
  if (second !== undefined) throw new PythonSyntaxError('multiple starred names in sequence pattern', second);
  return patterns;
}

function readMapping(node: Extract<Expression, { kind: 'dict' }>): Pattern {
  const rest = node.entries.filter(({ key }) => key === undefined);
  const last = node.entries.at(-1);
  if (rest.length > 1 || (rest.length === 1 && rest[0] !== last)) throw invalid(rest[0]?.value ?? node);
  const name = rest[0]?.value;
  if (name !== undefined && (name.kind !== 'name' || name.name === '_')) throw invalid(name);
  const entries = node.entries.flatMap(({ key, value }) => {
    if (key === undefined) return [];
    if (readPattern(key).kind !== 'value-pattern') throw invalid(key);
    return [{ key, pattern: readPattern(value) }];
  });
  const { line, column } = node;
  const end = node.end === undefined ? {} : { end: node.end };
  return {
    kind: 'mapping-pattern',
    line,
    column,
    ...end,
    entries,
    target: name?.kind === 'name' ? name : undefined,
  };
}

function readClass(node: Extract<Expression, { kind: 'call' }>): Pattern {
  if (!isDotted(node.callee)) throw invalid(node.callee);
  const positional: Pattern[] = [];
  const named: { attribute: string; pattern: Pattern }[] = [];
  for (const argument of node.args) {
    if (argument.kind === 'positional') positional.push(readPattern(argument.value));
    else if (argument.kind !== 'keyword') throw invalid(argument.value);
    else named.push({ attribute: argument.name, pattern: readPattern(argument.value) });
  }
  const { line, column } = node;
  const end = node.end === undefined ? {} : { end: node.end };
  return { kind: 'class-pattern', line, column, ...end, type: node.callee, positional, named };
}
