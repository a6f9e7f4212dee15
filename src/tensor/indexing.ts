/**
 * Indexing by integers, slices, ellipsis, new axes, masks and index arrays
 * (https://numpy.org/doc/stable/user/basics.indexing.html; PyTorch differs only where `Rules` says so).
 */
import { assign } from './assign.ts';
import { tensor } from './create.ts';
import { isFloat } from './dtype.ts';
import { DTypeError, IndexError } from './errors.ts';
import { type IndexArray, readArrays, writeArrays } from './index-arrays.ts';
import { nonzero } from './mask.ts';
import { numpyRules } from './promote-numpy.ts';
import type { Rules } from './promotion.ts';
import type { Shape } from './shape.ts';
import { resolveSlice, type Slice } from './slice.ts';
import { resolveIndex, Tensor, viewOf } from './tensor.ts';

/** One place between the brackets: an integer, a slice, `'...'`, null for a new axis, or a mask or index tensor. */
export type Index = number | Slice | '...' | null | Tensor;

/**
 * `t[i, j, …]`: a view when only integers, slices, `'...'` and new axes are used, else a copy.
 * @throws {IndexError} `out-of-bounds`, `too-many-indices`, `two-ellipses`, `zero-step`, `mask-size`.
 * @throws {DTypeError} `index-dtype` for a float tensor as index; {ShapeError} `broadcast` among index tensors.
 */
export function index(t: Tensor, indices: readonly Index[], rules: Rules = numpyRules): Tensor {
  const { view, arrays, adjacent } = select(t, indices, rules);
  return arrays.length === 0 ? view : readArrays(view, arrays, adjacent);
}

/**
 * `t[i, j, …] = value`: `value` stretches to the place it is written to and converts to the dtype of `t`.
 * Errors as for `index`, and as for `assign`.
 */
export function assignAt(
  t: Tensor,
  indices: readonly Index[],
  value: Tensor,
  rules: Rules = numpyRules,
): void {
  const { view, arrays, adjacent } = select(t, indices, rules);
  if (arrays.length === 0) assign(view, value);
  else writeArrays(view, arrays, adjacent, value);
}

type Selection = {
  /** What integers and slices leave; each index array still has its whole axis here. */
  view: Tensor;
  arrays: IndexArray[];
  /** Whether the index arrays stand side by side, so that their axes stay in place; else they come first. */
  adjacent: boolean;
};

function select(t: Tensor, indices: readonly Index[], rules: Rules): Selection {
  const full = spelledOut(t, indices);
  const joined = rules.integerJoinsIndexArrays && full.some((each) => each instanceof Tensor);
  const shape: number[] = [];
  const strides: number[] = [];
  const arrays: IndexArray[] = [];
  const slots: number[] = [];
  let { offset } = t;
  let axis = 0;

  const keep = (size: number, stride: number) => {
    shape.push(size);
    strides.push(stride);
  };
  const pick = (array: Tensor, slot: number) => {
    arrays.push({ axis: shape.length, of: axis, shape: t.shape, indices: array });
    slots.push(slot);
    keep(t.shape[axis] as number, t.strides[axis++] as number);
  };

  full.forEach((each, slot) => {
    if (each === null) keep(1, 0);
    else if (typeof each === 'number' && !joined) {
      offset += resolveIndex('index', each, axis, t.shape) * (t.strides[axis++] as number);
    } else if (typeof each === 'number') {
      pick(tensor(resolveIndex('index', each, axis, t.shape)), slot);
    } else if (each instanceof Tensor) {
      for (const array of indexTensors(each, axis, t.shape)) pick(array, slot);
    } else {
      const { start, step, count } = resolveSlice(each, t.shape[axis] as number);
      const stride = t.strides[axis++] as number;
      offset += start * stride * Math.min(1, count);
      // NumPy forgets the step of a slice that takes nothing.
      keep(count, count === 0 ? stride : step * stride);
    }
  });
  const adjacent = (slots.at(-1) ?? 0) - (slots[0] ?? 0) < new Set(slots).size;
  return { view: viewOf(t, shape, strides, offset), arrays, adjacent };
}

const everything: Slice = {};

/** Returns the indices with the ellipsis, or the end, replaced by the whole axes they cover. */
function spelledOut(t: Tensor, indices: readonly Index[]): (number | Slice | null | Tensor)[] {
  const at = indices.indexOf('...');
  if (at !== indices.lastIndexOf('...')) throw new IndexError('index', { kind: 'two-ellipses' }, [t.shape]);
  const written = indices.filter((each) => each !== '...');
  let given = 0;
  for (const each of written) given += each === null ? 0 : isMask(each) ? each.rank : 1;
  if (given > t.rank) {
    throw new IndexError('index', { kind: 'too-many-indices', rank: t.rank, given }, [t.shape]);
  }
  const rest = new Array<Slice>(t.rank - given).fill(everything);
  return written.toSpliced(at < 0 ? written.length : at, 0, ...rest);
}

function isMask(each: Index): each is Tensor {
  return each instanceof Tensor && each.dtype === 'bool';
}

/** Returns the integer index tensors for `array` at `axis`: the array itself, or the places where a mask is true. */
function indexTensors(array: Tensor, axis: number, shape: Shape): Tensor[] {
  if (isFloat(array.dtype)) throw new DTypeError('index', { kind: 'index-dtype', dtype: array.dtype });
  if (array.dtype !== 'bool') return [array];
  array.shape.forEach((mask, each) => {
    const size = shape[axis + each] as number;
    if (mask !== size) {
      const problem = { kind: 'mask-size', axis: axis + each, size, mask } as const;
      throw new IndexError('index', problem, [shape, array.shape]);
    }
  });
  return nonzero(array);
}
