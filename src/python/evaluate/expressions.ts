/** Evaluating expressions. */
import { assertNever } from '../assert-never.ts';
import { PyList, PySlice, PyTuple } from '../objects/collections.ts';
import { PyDict } from '../objects/dict.ts';
import { typeError } from '../objects/exceptions.ts';
import type { Value } from '../objects/object.ts';
import { PySet } from '../objects/set.ts';
import { typeName } from '../objects/types.ts';
import { getAttribute } from '../operations/attributes.ts';
import { binary, unary } from '../operations/binary.ts';

import { getItem } from '../operations/items.ts';
import { isIterable, toArray } from '../operations/iterate.ts';
import { isTrue } from '../operations/truth.ts';
import type {
  Attribute,
  Binary,
  DictDisplay,
  Expression,
  Logical,
  Name,
  NamedExpression,
  Sequence,
  Slice,
  Subscript,
  Unary,
} from '../parse/ast.ts';
import { refuse } from '../refusal.ts';
import { evaluateCall } from './calls.ts';
import { evaluateCompare } from './comparisons.ts';
import { evaluateComprehension } from './comprehension.ts';
import { makeFunction } from './definitions.ts';
import { type Frame, readName, writeName } from './frame.ts';
import { mergeMapping } from './mapping.ts';
import { evaluateTemplate } from './template.ts';

/** Returns the value of an expression. Throws PyError, Refusal or LimitReached, and nothing else. */
export function evaluate(node: Expression, frame: Frame): Value {
  let value: Value;
  // Each case is one call, without variables of its own: what this function keeps on the stack limits how deep a program
  // can call itself. The cases are tried in this order, so that the most frequent ones come first.
  switch (node.kind) {
    case 'constant':
      value = node.value;
      break;
    case 'name':
      value = evaluateName(node, frame);
      break;
    case 'subscript':
      value = evaluateSubscript(node, frame);
      break;
    case 'call':
      value = evaluateCall(node, frame);
      break;
    case 'binary':
      value = combined(node, evaluate(node.left, frame), evaluate(node.right, frame), frame);
      break;
    case 'attribute':
      value = evaluateAttribute(node, frame);
      break;
    case 'compare':
      value = evaluateCompare(node, frame);
      break;
    case 'template':
      value = evaluateTemplate(node, frame);
      break;
    case 'unary':
      value = evaluateUnary(node, frame);
      break;
    case 'not':
      value = !isTrue(evaluate(node.operand, frame));
      break;
    case 'logical':
      value = evaluateLogical(node, frame);
      break;
    case 'conditional':
      value = evaluate(isTrue(evaluate(node.test, frame)) ? node.whenTrue : node.otherwise, frame);
      break;
    case 'lambda':
      value = makeFunction(node, frame);
      break;
    case 'named':
      value = evaluateNamed(node, frame);
      break;
    case 'tuple':
      value = new PyTuple(evaluateItems(node.items, frame));
      break;
    case 'list':
      value = new PyList(evaluateItems(node.items, frame));
      break;
    case 'set':
      value = evaluateSet(node, frame);
      break;
    case 'dict':
      value = evaluateDict(node, frame);
      break;
    case 'comprehension':
      value = evaluateComprehension(node, frame);
      break;
    case 'slice':
      value = evaluateSlice(node, frame);
      break;
    case 'starred':
      throw typeError("can't use starred expression here");
    case 'yield':
      return refuse('`yield` inside a larger expression', node.line, node.column);
    default:
      return assertNever(node);
  }
  frame.run.observer?.evaluated(frame, node, value);
  return value;
}

/** CPython keeps three or more constants as a frozenset and copies that, which shows in the order. */
function evaluateSet(node: Sequence, frame: Frame): Value {
  const made = new PySet(evaluateItems(node.items, frame));
  return node.items.length >= 3 && node.items.every((item) => item.kind === 'constant')
    ? new PySet(made)
    : made;
}

function evaluateUnary(node: Unary, frame: Frame): Value {
  const operand = evaluate(node.operand, frame);
  frame.at = node;
  return unary(node.operator, operand);
}

function combined(node: Binary, left: Value, right: Value, frame: Frame): Value {
  frame.at = node;
  return binary(node.operator, left, right);
}

function evaluateNamed(node: NamedExpression, frame: Frame): Value {
  const value = evaluate(node.value, frame);
  writeName(frame.scope.kind === 'comprehension' ? frame.visible : frame, node.target.name, value);
  return value;
}

function evaluateAttribute(node: Attribute, frame: Frame): Value {
  const object = evaluate(node.object, frame);
  frame.at = node;
  return getAttribute(object, node.name);
}

function evaluateSubscript(node: Subscript, frame: Frame): Value {
  const object = evaluate(node.object, frame);
  const key = evaluate(node.key, frame);
  frame.at = node;
  return getItem(object, key);
}

function evaluateSlice({ start, stop, step }: Slice, frame: Frame): Value {
  const bound = (part: Expression | undefined) => (part === undefined ? null : evaluate(part, frame));
  return new PySlice(bound(start), bound(stop), bound(step));
}

function evaluateName(node: Name, frame: Frame): Value {
  frame.at = node;
  return readName(frame, node.name);
}

/** Items of a display, `*rest` spread. */
function evaluateItems(items: readonly Expression[], frame: Frame): Value[] {
  const values: Value[] = [];
  for (const item of items) {
    if (item.kind !== 'starred') {
      values.push(evaluate(item, frame));
      continue;
    }
    const spread = evaluate(item.value, frame);
    frame.at = item;
    if (!isIterable(spread)) throw typeError(`Value after * must be an iterable, not ${typeName(spread)}`);
    for (const value of toArray(spread)) values.push(value);
  }
  return values;
}

function evaluateLogical(node: Logical, frame: Frame): Value {
  let value: Value = null;
  for (const operand of node.operands) {
    value = evaluate(operand, frame);
    if (operand === node.operands.at(-1)) break;
    frame.at = node;
    if (isTrue(value) === (node.operator === 'or')) break;
  }
  return value;
}

function evaluateDict(node: DictDisplay, frame: Frame): Value {
  const dict = new PyDict();
  for (const { key, value } of node.entries) {
    if (key === undefined) {
      const mapping = evaluate(value, frame);
      frame.at = node;
      if (!mergeMapping(mapping, (name, item) => dict.set(name, item)))
        throw typeError(`'${typeName(mapping)}' object is not a mapping`);
      continue;
    }
    const evaluated = evaluate(key, frame);
    const item = evaluate(value, frame);
    frame.at = node;
    dict.set(evaluated, item);
  }
  return dict;
}
