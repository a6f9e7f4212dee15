/** Elements taken line by line along axes, for reductions that sort or leave elements out. */
import type { DType, Shape, Tensor } from '../../../../tensor/index.ts';
import * as core from '../../../../tensor/index.ts';
import { makeArray, UNSET, type Value } from '../../../objects/index.ts';
import { readAxes } from '../axes.ts';
import { axisError } from '../errors.ts';

/** The elements along the reduced axes, a line for each position that is kept, and the shape of the result. */
export type Lines = { readonly lines: number[][]; readonly shape: Shape };

/** Returns the axes that `axis` names, counted from 0; all of them for None. */
export function axesOf(axis: Value, rank: number): number[] {
  const axes = readAxes(axis);
  const named = axes === undefined ? Array.from({ length: rank }, (_, each) => each) : [axes].flat();
  return named.map((each) => {
    if (each < -rank || each >= rank) throw axisError(each, rank);
    return each < 0 ? each + rank : each;
  });
}

/** Returns the elements of `t` along `axis` (all axes for None). */
export function linesOf(t: Tensor, axis: Value, keepdims = false): Lines {
  const gone = axesOf(axis, t.rank);
  const kept = t.shape.map((_, each) => each).filter((each) => !gone.includes(each));
  const sizes = kept.map((each) => t.shape[each] as number);
  const count = core.sizeOf(sizes);
  const length = t.size / Math.max(1, count);
  const flat = core.permute(t, [...kept, ...gone]).toFlat();
  const lines = makeArray(count, (i) => flat.slice(i * length, (i + 1) * length));
  const shape = keepdims ? t.shape.map((size, each) => (gone.includes(each) ? 1 : size)) : sizes;
  return { lines, shape };
}

/** Returns the dtype of averages of `t`: float32 stays, whole numbers become float64. */
export const floatOf = ({ dtype }: Tensor): DType => (core.isFloat(dtype) ? dtype : 'float64');

const isGiven = (value: Value): boolean => value !== null && value !== UNSET;

export const keeps = (keepdims: Value): boolean => isGiven(keepdims) && keepdims !== false;
