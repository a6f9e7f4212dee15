/** What broadcasting did in a step: which operands were stretched, and to what shape. */
import type { Broadcast } from './state.ts';
import type { Evaluated, StepContext } from './step-context.ts';

/** Operators that work entry by entry on two operands. */
const OPERATORS = new Set([
  '+',
  '-',
  '*',
  '/',
  '//',
  '%',
  '**',
  '==',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  '&',
  '|',
  '^',
]);
/** Functions of NumPy and PyTorch that do, as they are called in a program. */
const FUNCTIONS =
  /^(?:np|torch)\.(?:add|subtract|sub|multiply|mul|divide|true_divide|div|floor_divide|power|pow|maximum|minimum|greater|less|equal|where|arctan2|hypot|logical_and|logical_or|allclose)$/;

interface Operand {
  readonly text: string;
  readonly shape: readonly number[];
}

/** Returns the stretches of a step, in the order of evaluation. A single number beside an array is no stretch worth telling. */
export function broadcastsOf(context: StepContext): Broadcast[] {
  return [...context.evaluated.flatMap(ofExpression), ...ofUpdate(context)];
}

function ofExpression({ number, expression, inputs }: Evaluated): Broadcast[] {
  const { kind, operator = '', function: called = '' } = expression;
  const isOperator =
    (kind === 'binary' || kind === 'compare') && OPERATORS.has(operator) && inputs.length === 2;
  const isCall = kind === 'call' && FUNCTIONS.test(called);
  if (!isOperator && !isCall) return [];
  const operands = inputs.map(({ expression: { text }, value: { shape = [] } }) => ({ text, shape }));
  return stretches(operands, expression.text).map((broadcast) => ({ ...broadcast, expression: number }));
}

/** `Z += b` has no expression for its result: the name and the value are its operands. */
function ofUpdate({ statement, step, before, evaluated }: StepContext): Broadcast[] {
  const [target] = statement?.targets ?? [];
  const value = evaluated.at(-1);
  if (
    statement?.kind !== 'augassign' ||
    step.raised !== undefined ||
    target === undefined ||
    value === undefined
  )
    return [];
  const { shape = [] } = before.get(target)?.variable ?? {};
  const operands = [
    { text: target, shape },
    { text: value.expression.text, shape: value.value.shape ?? [] },
  ];
  return stretches(operands, `${target} …= ${value.expression.text}`);
}

function stretches(operands: readonly Operand[], text: string): Broadcast[] {
  const arrays = operands.filter(({ shape }) => sizeOf(shape) > 1);
  const shape = broadcastShape(arrays.map((operand) => operand.shape));
  if (shape === undefined) return [];
  const stretched = arrays.filter((operand) => String(operand.shape) !== String(shape));
  if (stretched.length === 0) return [];
  const size = sizeOf(shape);
  return [
    {
      text,
      operands: arrays,
      stretched: stretched.map((operand) => operand.text),
      shape,
      grows: arrays.length > 1 && arrays.every((operand) => sizeOf(operand.shape) < size),
    },
  ];
}

/** Returns the shape that arrays have together, aligned from the last axis; undefined where they do not fit. */
export function broadcastShape(shapes: readonly (readonly number[])[]): number[] | undefined {
  const rank = Math.max(0, ...shapes.map((shape) => shape.length));
  const result: number[] = [];
  for (let axis = 0; axis < rank; axis += 1) {
    const lengths = new Set(shapes.map((shape) => shape[axis - (rank - shape.length)] ?? 1));
    lengths.delete(1);
    if (lengths.size > 1) return undefined;
    result.push([...lengths][0] ?? 1);
  }
  return result;
}

export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((size, length) => size * length, 1);
}
