/** What broadcasting says: the rule of each axis, what grows, and how one cell of the sum comes about. */
import { type Chain, chain, type Hue, number, numberText, scalar, sum } from '../../explain/index.ts';
import type { Shape } from '../../tensor/index.ts';
import { indexOf } from '../arrays/places.ts';
import { rounded, shapeText, type Twin } from '../base/index.ts';
import type { Axis, BroadcastingFacts, Refusal } from './model.ts';

export const RULES: Readonly<Record<Axis['rule'], string>> = {
  equal: 'equal',
  stretched: '1, so it is stretched',
  missing: 'missing, so it counts as 1',
  both: 'missing or 1, so it is stretched',
  differ: 'sizes differ, and neither is 1',
};

/** The quantities whose colours the operands have. */
export const HUES: readonly Hue[] = ['z', 'b', 'w'];

/** Returns the rule that is broken, and how to fix it. */
export function refusalRule({ left, right, axis, sizes }: Refusal): string {
  return (
    `${shapeText(left)} and ${shapeText(right)} do not broadcast: on axis ${axis} of the result ${sizes[0]} meets ${sizes[1]}, and ` +
    'neither is 1. Make them equal, or give one of them an axis of size 1 there.'
  );
}

/** Returns whether broadcasting did more than let one operand serve the other: both were repeated. */
export function strictVerdict({ grown, shape }: BroadcastingFacts): string | undefined {
  if (shape === undefined) return undefined;
  const [first] = grown;
  if (first === undefined) return 'Strict: in each addition one operand has all the elements of the result.';
  return (
    `Not strict: ${shapeText(first.left)} and ${shapeText(first.right)} both grow to ${shapeText(first.result)}. ` +
    'No error is raised; check that you meant a table of every pair.'
  );
}

/** How the cell of the result that is pointed at comes about. */
export function cellSum(facts: BroadcastingFacts, cell: number): readonly Chain[] {
  const { result, operands } = facts;
  if (result === undefined) return [];
  const value = result.toFlat()[cell] ?? Number.NaN;
  const index = indexOf(cell, result.shape).join(', ');
  const terms = operands.map(({ name, array, stretched }, k) => {
    const source = stretched ? sourceIndex(cell, result.shape, array.shape).join(', ') : '';
    return {
      symbol: scalar(array.rank === 0 ? name : `${name}[${source}]`, HUES[k]),
      number: number(stretched?.toFlat()[cell] ?? Number.NaN, HUES[k]),
    };
  });
  return [
    chain(
      scalar(result.rank === 0 ? 'sum' : `sum[${index}]`),
      sum(terms.map(({ symbol }) => symbol)),
      sum(terms.map((term) => term.number)),
      number(value),
    ),
  ];
}

/** Returns where a cell of the result is read in an operand: an axis of size 1 is read at 0, a missing one not at all. */
function sourceIndex(cell: number, result: Shape, shape: Shape): readonly number[] {
  const index = indexOf(cell, result);
  return shape.map((size, axis) => (size === 1 ? 0 : (index[axis - shape.length + result.length] ?? 0)));
}

export function broadcastingTwin(facts: BroadcastingFacts): Twin {
  const { operands, axes, shape, refusal, result } = facts;
  const shapes = operands.map(
    ({ array, name }) => `${name} ${shapeText(shapeIn(facts, name) ?? array.shape)}`,
  );
  const aligned =
    axes.length === 0
      ? 'there is no axis to align'
      : axes.map(({ rule }, k) => `axis ${k} is ${SAID[rule]}`).join('; ');
  const end = refusal
    ? `There is no sum: ${refusalRule(refusal)}`
    : `The sum has shape ${shapeText(shape ?? [])}.`;
  const large =
    shape !== undefined && result === undefined
      ? ` It has ${numberText(shape.reduce((product, size) => product * size, 1))} elements, too many to draw here.`
      : '';
  const index = (k: number) => `[${indexOf(k, result?.shape ?? []).join(', ')}]`;
  const columns = operands.map(({ stretched }) => stretched?.toFlat() ?? []);
  return {
    sentence: `${listed(shapes)} are aligned from the right: ${aligned}. ${end}${large}`,
    head: ['Cell', ...operands.map(({ name }) => name), 'Sum'],
    rows: (result?.toFlat() ?? []).map((value, k) => [
      index(k),
      ...columns.map((column) => rounded(column[k] ?? Number.NaN)),
      rounded(value),
    ]),
  };
}

const SAID: Readonly<Record<Axis['rule'], string>> = {
  equal: 'of equal size in all',
  stretched: 'stretched from 1',
  missing: 'missing in one and counts as 1',
  both: 'missing in one and stretched from 1 in another',
  differ: 'one on which sizes differ',
};

/** Returns the shape that an operand was given, read off its axes: arrays too large to draw are not made. */
export function shapeIn({ operands, axes }: BroadcastingFacts, name: string): Shape | undefined {
  const k = operands.findIndex((operand) => operand.name === name);
  return k < 0 ? undefined : axes.flatMap(({ sizes }) => sizes[k] ?? []);
}

function listed(texts: readonly string[]): string {
  const last = texts.at(-1) ?? '';
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(', ')} and ${last}`;
}
