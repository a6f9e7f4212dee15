/** The names of axes, carried through the operations whose rule says where each axis goes. */
import type { AxisNames, Operand, Rule, Sizes } from './shape-check.ts';

/** Returns the names of a result's axes, as far as the rule, the operands and the written operation tell them. */
export function carriedNames(
  rule: Rule,
  operands: readonly Operand[],
  sizes: Sizes,
  text: string,
): AxisNames {
  const [left, right] = operands;
  const unknown = sizes.map(() => undefined);
  if (left === undefined) return unknown;
  switch (rule) {
    case 'same':
      return left.sizes.length === sizes.length ? left.names : unknown;
    case 'reverse':
      return left.names.toReversed();
    case 'matmul':
      return right === undefined ? unknown : productNames(left, right, sizes);
    case 'broadcast':
      return sizes.map((size, axis) => {
        const meeting = operands.map(({ names, sizes: own }) => {
          const at = axis - sizes.length + own.length;
          return own[at] === size ? names[at] : undefined;
        });
        return meeting.find((name) => name !== undefined);
      });
    case 'reduce': {
      if (sizes.length === left.sizes.length) return left.names;
      const names = left.names.toSpliced(reducedAxis(text) ?? 0, 1);
      return names.length === sizes.length ? names : unknown;
    }
    case 'other':
      return unknown;
    default:
      return rule satisfies never;
  }
}

/** Returns the axis that a call takes together, as it is written: `X.sum(axis=1)`, `X.mean(0)`; undefined for all of them. */
export function reducedAxis(text: string): number | undefined {
  const [, named, only] = /(?:axis|dim)\s*=\s*(-?\d)|\w\(\s*(-?\d)\s*[,)]/.exec(text) ?? [];
  const axis = named ?? only;
  return axis === undefined ? undefined : Number(axis);
}

/** Of a product of vectors and matrices: all axes but the inner ones. Leading axes of stacks are those of the longer operand. */
function productNames(left: Operand, right: Operand, sizes: Sizes): AxisNames {
  const rows = left.names.length > 1 ? left.names.slice(0, -1) : [];
  const columns = right.names.length > 1 ? right.names.slice(-1) : [];
  const stack = right.names.length - 2 > rows.length - 1 ? right.names.slice(0, -2) : rows.slice(0, -1);
  const names = right.names.length > 2 ? [...stack, ...rows.slice(-1), ...columns] : [...rows, ...columns];
  return names.length === sizes.length ? names : sizes.map(() => undefined);
}

/** Returns the pairs of names of axes that meet though they are called differently: sizes may agree by chance. */
export function clashingNames(
  rule: Rule,
  [left, right]: readonly Operand[],
): readonly (readonly [string, string])[] {
  if (left === undefined || right === undefined) return [];
  const pairs: (readonly [string | undefined, string | undefined])[] =
    rule === 'matmul'
      ? [[left.names.at(-1), right.names.at(right.names.length > 1 ? -2 : -1)]]
      : rule === 'broadcast'
        ? left.names.map((_, k) => [left.names.at(-1 - k), right.names.at(-1 - k)])
        : [];
  return pairs.flatMap(([a, b]) => (a !== undefined && b !== undefined && a !== b ? [[a, b] as const] : []));
}
