/** Chains of comparisons: `a < b <= c`, `x in y`, `x is None`. */
import type { Value } from '../objects/object.ts';
import { compare, isSame } from '../operations/compare.ts';
import { contains } from '../operations/items.ts';
import { isTrue } from '../operations/truth.ts';
import type { Compare, CompareOperator, Expression } from '../parse/ast.ts';
import { Refusal } from '../refusal.ts';
import { evaluate } from './expressions.ts';
import type { Frame } from './frame.ts';

type Link = Compare['links'][number];

/** Each operand is evaluated once; the chain stops at the first link that is false. */
export function evaluateCompare(node: Compare, frame: Frame): Value {
  const { links } = node;
  let left = evaluate(node.first, frame);
  let written = node.first;
  let result: Value = true;
  for (let index = 0; index < links.length; index++) {
    const { operator, operand } = links[index] as Link;
    const right = evaluate(operand, frame);
    frame.at = node;
    result =
      operator === 'is' || operator === 'is not'
        ? identical(left, right, written, operand) === (operator === 'is')
        : compareBy(operator, left, right);
    if (index === links.length - 1) break;
    if (!isTrue(result)) break;
    left = right;
    written = operand;
  }
  return result;
}

function compareBy(operator: Exclude<CompareOperator, 'is' | 'is not'>, left: Value, right: Value): Value {
  if (operator === 'in') return contains(right, left);
  return operator === 'not in' ? !contains(right, left) : compare(operator, left, right);
}

/**
 * Returns whether two values are one object. Equal numbers and strings have no identity here, and in CPython theirs depends on
 * how each was made; so only the certain cases are answered: the ints that CPython keeps ready, one name twice, two constants.
 */
function identical(left: Value, right: Value, ...[a, b]: readonly [Expression, Expression]): boolean {
  if (!isSame(left, right)) return false;
  const certain =
    (a.kind === 'name' && b.kind === 'name' && a.name === b.name) ||
    (a.kind === 'constant' && b.kind === 'constant') ||
    !hasNoIdentity(left);
  if (certain) return true;
  throw new Refusal(
    "`is` asks how equal numbers or strings were made, which this book's Python does not keep: use `==`",
  );
}

function hasNoIdentity(value: Value): boolean {
  if (typeof value === 'bigint') return value < -5n || value > 256n;
  return typeof value === 'number' || (typeof value === 'string' && value.length > 1);
}
