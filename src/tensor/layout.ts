/**
 * The memory layout of results: “K” order, the axes in the order of the operands' strides, as NumPy's iterator and
 * PyTorch's TensorIterator choose it. https://numpy.org/doc/stable/reference/c-api/iterator.html (NPY_KEEPORDER) and
 * “TensorIterator” in https://github.com/pytorch/pytorch/wiki/How-to-use-TensorIterator.
 */
import type { Rules } from './promotion.ts';
import { rowMajorData } from './row-major.ts';
import type { Shape } from './shape.ts';
import { fromData, Tensor } from './tensor.ts';
import { permute } from './views.ts';

/** Returns the strides of `t` for each axis of a result of `rank` axes; 0 where `t` is repeated. */
function stridesAlong(t: Tensor, rank: number): number[] {
  const lead = rank - t.rank;
  return Array.from({ length: rank }, (_, axis) => {
    const own = axis - lead;
    return own < 0 || t.shape[own] === 1 ? 0 : Math.abs(t.strides[own] as number);
  });
}

/**
 * Returns whether the outer of two axes must go inside the inner one: negative no, positive yes, 0 undecided. Of operands that
 * disagree, row-major order wins in NumPy and the first operand in PyTorch.
 */
function belongsInside(outer: number, inner: number, strides: readonly number[][], rules: Rules): number {
  let decided = 0;
  for (const each of strides) {
    const [out, into] = [each[outer] as number, each[inner] as number];
    if (out === 0 || into === 0 || (rules.library === 'torch' && out === into)) continue;
    if (into <= out) return -1;
    if (rules.library === 'torch') return 1;
    decided = 1;
  }
  return decided;
}

/** Returns the axes from the outermost to the innermost; undefined where that is row-major order. */
function axisOrder(rank: number, strides: readonly number[][], rules: Rules): number[] | undefined {
  // Sorted by insertion from the innermost axis on, since undecided pairs make the order depend on the method.
  const order = Array.from({ length: rank }, (_, i) => rank - 1 - i);
  for (let next = 1; next < rank; next++) {
    const axis = order[next] as number;
    let place = next;
    for (let before = next - 1; before >= 0; before--) {
      const verdict = belongsInside(axis, order[before] as number, strides, rules);
      if (verdict < 0) break;
      if (verdict > 0) place = before;
    }
    order.splice(place, 0, ...order.splice(next, 1));
  }
  order.reverse();
  return order.every((axis, i) => axis === i) ? undefined : order;
}

/** `t` stored again with its axes in `order`, the outermost first. */
function stored<S extends Shape>(t: Tensor<S>, order: readonly number[]): Tensor<S> {
  const moved = permute(t, order);
  const inverse = order.map((_, axis) => order.indexOf(axis));
  return permute(fromData(rowMajorData(moved), moved.shape, t.dtype), inverse) as Tensor as Tensor<S>;
}

/** Returns the row-major `result` in the layout that its operands, which broadcast to its shape, give it. */
export function inLayoutOf<S extends Shape>(
  result: Tensor<S>,
  operands: readonly unknown[],
  rules: Rules,
): Tensor<S> {
  if (operands.every((each) => !(each instanceof Tensor) || each.isContiguous)) return result;
  const { rank } = result;
  if (rank < 2 || result.size === 0) return result;
  const strides = operands.flatMap((each) => (each instanceof Tensor ? [stridesAlong(each, rank)] : []));
  const order = axisOrder(rank, strides, rules);
  return order === undefined ? result : stored(result, order);
}

/** `t` in column-major order, the first index fastest: NumPy's `order='F'`. */
export function columnMajor<S extends Shape>(t: Tensor<S>): Tensor<S> {
  return stored(
    t,
    t.shape.map((_, axis) => t.rank - 1 - axis),
  );
}
