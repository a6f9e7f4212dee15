/** Products with a name of their own. */
import { multiply, subtract } from './arithmetic.ts';
import { ShapeError } from './errors.ts';
import { index } from './indexing.ts';
import { stack } from './join.ts';
import { product } from './matmul.ts';
import { numpyRules } from './promote-numpy.ts';
import type { Rules } from './promotion.ts';
import { type Shape, sizeOf } from './shape.ts';
import type { Tensor } from './tensor.ts';
import { ravel, reshape, swapAxes, transpose, unsqueeze } from './views.ts';

/**
 * NumPy's `dot`: `multiply` with a 0-d operand, else the last axis of `a` against the last but one of `b` (the only
 * one of a vector), keeping all other axes of `a`, then of `b`.
 * @throws {ShapeError} `inner-sizes`; {DTypeError} `differ` under PyTorch's rules.
 */
export function dot(a: Tensor, b: Tensor, rules: Rules = numpyRules): Tensor {
  if (a.rank === 0 || b.rank === 0) return multiply(a, b, { rules });
  return b.rank > 2 ? contract('dot', a, swapAxes(b, -1, -2), rules, b.shape) : product('dot', a, b, rules);
}

/** NumPy's `inner`: the last axes of both meet, all others stay. Errors as for `dot`. */
export function inner(a: Tensor, b: Tensor, rules: Rules = numpyRules): Tensor {
  return a.rank === 0 || b.rank === 0 ? multiply(a, b, { rules }) : contract('inner', a, b, rules);
}

/** The last axes of both meet; `given` is the shape of `b` as the caller knows it. */
function contract(operation: string, a: Tensor, b: Tensor, rules: Rules, given: Shape = b.shape): Tensor {
  const [k, other] = [a.shape.at(-1) as number, b.shape.at(-1) as number];
  if (k !== other)
    throw new ShapeError(operation, { kind: 'inner-sizes', sizes: [k, other] }, [a.shape, given]);
  const rows = reshape(a, [sizeOf(a.shape.slice(0, -1)), k]);
  const columns = transpose(reshape(b, [sizeOf(b.shape.slice(0, -1)), k]));
  const shape = [...a.shape.slice(0, -1), ...b.shape.slice(0, -1)];
  return reshape(product(operation, rows, columns, rules), shape);
}

/** Returns every element of `a` times every element of `b`: a matrix of sizes a.size × b.size. */
export function outer(a: Tensor, b: Tensor, rules: Rules = numpyRules): Tensor<[number, number]> {
  return multiply(
    unsqueeze(ravel(a), 1) as Tensor<[number, 1]>,
    unsqueeze(ravel(b), 0) as Tensor<[1, number]>,
    { rules },
  );
}

/**
 * Returns the cross product of the vectors of size 3 along the last axes, which broadcast.
 * @throws {ShapeError} `sizes-differ` when a last axis is not 3; `broadcast`.
 */
export function cross(a: Tensor, b: Tensor, rules: Rules = numpyRules): Tensor {
  [a, b].forEach((each, operand) => {
    if (each.shape.at(-1) !== 3) {
      throw new ShapeError('cross', { kind: 'vector-size', operand, expected: 3 }, [a.shape, b.shape]);
    }
  });
  const part = (t: Tensor, axis: number) => index(t, ['...', axis]);
  const component = (i: number, j: number) =>
    subtract(multiply(part(a, i), part(b, j), { rules }), multiply(part(a, j), part(b, i), { rules }));
  return stack([component(1, 2), component(2, 0), component(0, 1)], -1);
}

/** Matrix times vector. @throws {ShapeError} `rank`, `inner-sizes`. */
export function mv(a: Tensor, b: Tensor, rules: Rules = numpyRules): Tensor {
  return ranked('mv', a, 2, b, 1, rules);
}

/** Matrix times matrix. @throws {ShapeError} `rank`, `inner-sizes`. */
export function mm(a: Tensor, b: Tensor, rules: Rules = numpyRules): Tensor {
  return ranked('mm', a, 2, b, 2, rules);
}

/** Returns a batch of matrices times as many. @throws {ShapeError} `rank`, `sizes-differ`, `inner-sizes`. */
export function bmm(a: Tensor, b: Tensor, rules: Rules = numpyRules): Tensor {
  if (a.rank === 3 && b.rank === 3 && a.shape[0] !== b.shape[0]) {
    throw new ShapeError('bmm', { kind: 'sizes-differ', operand: 1, axis: 0 }, [a.shape, b.shape]);
  }
  return ranked('bmm', a, 3, b, 3, rules);
}

function ranked(operation: string, a: Tensor, aRank: number, b: Tensor, bRank: number, rules: Rules): Tensor {
  const shapes: Shape[] = [a.shape, b.shape];
  if (a.rank !== aRank)
    throw new ShapeError(operation, { kind: 'rank', operand: 0, expected: `${aRank}` }, shapes);
  if (b.rank !== bRank)
    throw new ShapeError(operation, { kind: 'rank', operand: 1, expected: `${bRank}` }, shapes);
  return product(operation, a, b, rules);
}
