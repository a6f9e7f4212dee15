/** Which axis of a value is which: rows that are neurons, columns that are features, followed through operations. */
import { rankOf } from './numbers.ts';
import type { Axes, Evaluated } from './step-context.ts';

/** The names of a value's axes (`n`, `f`), or undefined where nothing is known of them. */
export function axesOf(of: Evaluated, axes: Axes): readonly string[] | undefined {
  const rank = rankOf(of.value);
  const found = axes.get(of.expression.text) ?? derived(of, axes);
  return found?.length === rank && rank > 0 ? found : undefined;
}

function derived(of: Evaluated, axes: Axes): readonly string[] | undefined {
  const { expression, inputs } = of;
  const [first, second] = inputs;
  if (first === undefined) return undefined;
  const of1 = axesOf(first, axes);
  const of2 = second === undefined ? undefined : axesOf(second, axes);
  switch (expression.kind) {
    case 'attribute':
      return expression.name === 'T' ? of1?.toReversed() : undefined;
    case 'subscript':
      return of1 === undefined ? undefined : afterIndex(of1, expression.name ?? '');
    case 'binary':
      return expression.operator === '@' ? afterProduct(of1, of2) : sameShape(of, axes);
    default:
      return sameShape(of, axes);
  }
}

/** A number in an index takes its axis away, a colon keeps it. */
function afterIndex(axes: readonly string[], pattern: string): readonly string[] {
  const items = pattern.slice(1, -1).split(', ');
  return axes.filter((_, axis) => (items[axis] ?? ':') === ':');
}

/** The inner axes meet and vanish. */
function afterProduct(
  left: readonly string[] | undefined,
  right: readonly string[] | undefined,
): readonly string[] | undefined {
  if (left === undefined || right === undefined) return undefined;
  return [...left.slice(0, -1), ...(right.length > 1 ? right.slice(1) : [])];
}

/** Returns the axes of an element-wise result: those of the operand that has the result's shape. */
function sameShape(of: Evaluated, axes: Axes): readonly string[] | undefined {
  const shape = String(of.value.shape);
  const like = of.inputs.find((input) => String(input.value.shape) === shape && axesOf(input, axes));
  return like && axesOf(like, axes);
}

/** n0, n1 … for each place along an axis. */
export function placeNames(axis: string, length: number): string[] {
  return Array.from({ length }, (_, place) => `${axis}${place}`);
}
