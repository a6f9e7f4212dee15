/** What the shape checker says: the rule of each step, what does not fit, and the shapes. */
import {
  type AxisNames,
  clashingNames,
  type LibraryCheck,
  type Operand,
  type ShapeCheck,
  type ShapeFailure,
  type ShapeStep,
  type Sizes,
  tuple,
} from '../../shapes/index.ts';
import { shapeText, type Twin } from '../base/index.ts';

/** Returns a shape as the library itself prints it. */
export function printedShape(sizes: Sizes, library: LibraryCheck['library']): string {
  return library === 'NumPy' ? tuple(sizes) : `torch.Size([${sizes.join(', ')}])`;
}

/** "(batch 4, in 3)": a shape with the names that are known. */
export function namedShape(sizes: Sizes, names: AxisNames): string {
  if (names.every((name) => name === undefined)) return shapeText(sizes);
  const axes = sizes.map((size, axis) => (names[axis] === undefined ? `${size}` : `${names[axis]} ${size}`));
  return `(${axes.join(', ')})`;
}

/** Why a step gives the shape that it gives. */
export function stepRule({ rule, operands, operator, result }: ShapeStep): string {
  const [left] = operands;
  switch (rule) {
    case 'matmul':
      return left === undefined ? '' : productRule(left);
    case 'broadcast':
      return broadcastRule(operands);
    case 'reverse':
      return result.sizes.length < 2
        ? 'One axis cannot change places: the shape stays.'
        : 'The axes change places.';
    case 'reduce':
      return result.sizes.length === left?.sizes.length
        ? 'One axis is taken together, and stays with size 1.'
        : 'One axis is taken together and is gone.';
    case 'same':
      return 'Entry by entry: the shape stays.';
    case 'other':
      return `${operator} makes a shape of its own.`;
    default:
      return rule satisfies never;
  }
}

function productRule(left: Operand): string {
  const inner = left.sizes.at(-1);
  const name = left.names.at(-1);
  return `The inner sizes are equal, ${inner} and ${inner}: that axis${name === undefined ? '' : `, ${name},`} is summed away.`;
}

function broadcastRule(operands: readonly Operand[]): string {
  const rank = Math.max(...operands.map(({ sizes }) => sizes.length));
  if (rank === 0) return 'Two single numbers: no axis to align.';
  const axes = Array.from({ length: rank }, (_, axis) => {
    const sizes = operands.map((operand) => operand.sizes[axis - rank + operand.sizes.length]);
    if (sizes.includes(undefined))
      return `${sizes.find((size) => size !== undefined)} meets nothing, which counts as 1`;
    const [a, b] = sizes;
    return a === b ? `${a} meets ${b}` : `${a} meets ${b}, and the 1 is stretched`;
  });
  return `Aligned from the right: ${axes.toReversed().join('; ')}.`;
}

/** Returns a warning where axes meet that are called differently; undefined where there are none. */
export function nameWarning({ rule, operands }: ShapeStep): string | undefined {
  const [clash] = clashingNames(rule, operands);
  return clash && `The sizes fit, but ${clash[0]} meets ${clash[1]}: check that you mean the same axis.`;
}

/** Returns what does not fit, in one sentence. */
export function failureRule({ rule, operands, clashes, text }: ShapeFailure): string {
  const [left, right] = operands;
  const [clash] = clashes;
  if (left !== undefined && right !== undefined && clash !== undefined) {
    if (rule === 'matmul') return `The inner sizes must be equal, and ${clash[0]} is not ${clash[1]}.`;
    if (rule === 'broadcast')
      return `Aligned from the right, ${clash[0]} meets ${clash[1]}, and neither is 1.`;
  }
  return `${text} cannot be computed.`;
}

/** Returns a sentence with one library's answer for the expression. */
function verdict(check: LibraryCheck): string {
  switch (check.kind) {
    case 'shape':
      return `${check.library} gives the shape ${printedShape(check.sizes, check.library)}.`;
    case 'other':
      return `${check.library} gives a value of type ${check.type}, which has no shape.`;
    case 'raised':
      return `${check.library} raises ${check.type}: ${check.message.trim()}${/[.!?]$/.test(check.message.trim()) ? '' : '.'}`;
    case 'not-run':
      return check.message;
    default:
      return check satisfies never;
  }
}

export function shapesTwin({ expression, libraries }: ShapeCheck): Twin {
  const [first] = libraries;
  const steps = first?.steps ?? [];
  const failure = first?.kind === 'raised' ? first.failure : undefined;
  const verdicts = [...new Set(libraries.map(verdict))].join(' ');
  const repairs = first?.kind === 'raised' ? first.repairs : [];
  const mends = repairs.map(({ expression: changed, sizes }) => `${changed}, of shape ${shapeText(sizes)}`);
  return {
    sentence:
      `${expression === '' ? 'Nothing is written.' : `${expression}:`} ${failure ? `${failureRule(failure)} ` : ''}${verdicts}` +
      `${mends.length === 0 ? '' : ` These run: ${mends.join('; ')}.`}`,
    head: ['Step', 'Operands', 'Rule', 'Shape'],
    rows: steps.map((step, k) => [
      `${k + 1}. ${step.result.text}`,
      step.operands.map(({ sizes, names }) => namedShape(sizes, names)).join(' and '),
      [stepRule(step), nameWarning(step)].filter((text) => text !== undefined).join(' '),
      namedShape(step.result.sizes, step.result.names),
    ]),
  };
}
