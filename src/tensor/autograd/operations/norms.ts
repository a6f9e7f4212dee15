/** Lengths of vectors, and what is made with them. */
import { vectorNormOf } from '../../aten/index.ts';
import { astype, isnan, type Tensor } from '../../index.ts';
import { operation } from '../operation.ts';
import { from, type Plan, RESULT } from '../record.ts';
import * as t from '../torch.ts';
import { Variable } from '../variable.ts';
import { div, mul } from './arithmetic.ts';
import { unreduced } from './derivatives.ts';
import { amax, amin, clampMin } from './extrema.ts';
import { type ReduceOptions, sum } from './reductions.ts';
import { clone, expand, stretched } from './views.ts';

type NormOptions = ReduceOptions & {
  /** The exponent p of (Σ |x|ᵖ)^(1/p); 0 counts, ±Infinity takes the extreme. 2 unless given. */
  readonly ord?: number;
};

/** The norm of the vectors that `dim` runs over; of all elements without it: `torch.linalg.vector_norm`. */
export const vectorNorm = operation((self: Variable, options: NormOptions = {}): Plan => {
  const { dim, keepdim = false, ord = 2 } = options;
  const x = self.value;
  const lengths = lengthsOf(x, dim, ord, keepdim);
  const derivative = (g: Tensor) =>
    normDerivative(unreduced(g, x.shape, dim), x, unreduced(lengths, x.shape, dim), ord, dim);
  return {
    node: 'LinalgVectorNormBackward0',
    value: lengths,
    inputs: [from(self, derivative, self, RESULT)],
  };
});

function lengthsOf(x: Tensor, dim: t.Dims, ord: number, keepdim: boolean): Tensor {
  return t.withAxis(x, (of) =>
    ord === 0 || !Number.isFinite(ord)
      ? extremeNorm(of, dim, ord, keepdim)
      : vectorNormOf(of, ord, dim, keepdim),
  );
}

/** Returns the norms whose value no rounding changes: the count of elements that are not 0, the largest or the smallest size. */
function extremeNorm(x: Tensor, dim: t.Dims, ord: number, keepdim: boolean): Tensor {
  if (ord === 0) return astype(t.sum(t.equal(t.equal(x, 0), false), dim, keepdim), x.dtype);
  return ord > 0 ? t.max(t.abs(x), dim, keepdim) : t.min(t.abs(x), dim, keepdim);
}

/** As PyTorch's `norm_backward`: the direction of x for 2, the elements that decide for infinity. */
function normDerivative(g: Tensor, x: Tensor, norm: Tensor, ord: number, dim: t.Dims): Tensor | null {
  const unlessZero = (of: Tensor, value: Tensor) => t.where(t.equal(of, 0), 0, value);
  const size = t.abs(x);
  if (ord === 0) return null;
  if (ord === 2) return t.mul(g, unlessZero(norm, t.div(x, norm)));
  if (Math.abs(ord) === Number.POSITIVE_INFINITY) {
    const decide = t.logicalOr(t.equal(size, norm), t.logicalAnd(isnan(x), isnan(norm)));
    return t.mul(t.mul(t.sign(x), decide), t.div(g, t.sum(decide, dim, true)));
  }
  const power = (of: Tensor, exponent: number) => t.power(of, t.float(exponent));
  if (ord < 1) {
    const scaled = t.mul(t.sign(x), unlessZero(x, power(size, ord - 1)));
    return t.mul(t.mul(scaled, g), power(norm, 1 - ord));
  }
  const scaled = ord < 2 ? t.mul(t.sign(x), power(size, ord - 1)) : t.mul(x, power(size, ord - 2));
  return t.mul(scaled, unlessZero(norm, t.div(g, power(norm, ord - 1))));
}

/**
 * Returns the norm of the matrices in the two axes of `dim`, the last ones unless given: 'fro', or the extreme sum of sizes in
 * their columns (±1) or rows (±Infinity). (The norms of singular values have no gradient here: the core has no singular vectors.)
 */
export function matrixNorm(
  self: Variable,
  ord: 'fro' | number,
  dim: readonly [rows: number, columns: number] = [self.value.rank - 2, self.value.rank - 1],
  keepdim = false,
): Variable {
  if (ord === 'fro') return vectorNorm(self, { dim, keepdim });
  const [rows, columns] = dim;
  const [along, across] = Math.abs(ord) === 1 ? [rows, columns] : [columns, rows];
  const sums = vectorNorm(self, { ord: 1, dim: along, keepdim });
  const options = { dim: across > along && !keepdim ? across - 1 : across, keepdim };
  return ord > 0 ? amax(sums, options) : amin(sums, options);
}

/** Returns each vector along `dim` divided by its norm, at least `epsilon`: `torch.nn.functional.normalize`. */
export function normalize(self: Variable, ord = 2, dim = 1, epsilon = 1e-12): Variable {
  const length = clampMin(vectorNorm(self, { ord, dim, keepdim: true }), { python: 'float', value: epsilon });
  return div(self, expand(length, self.value.shape));
}

/**
 * Returns the cosine of the angle between the vectors along `dim`, which broadcast. Lengths count as at least `epsilon`, which
 * PyTorch hides from the gradient.
 */
export function cosineSimilarity(a: Variable, b: Variable, dim = 1, epsilon = 1e-8): Variable {
  const [x, y] = stretched(a, b);
  const unit = (of: Variable) => {
    const length = clone(vectorNorm(of, { dim, keepdim: true }));
    const clamped = new Variable(t.maximum(length.value, t.float(epsilon)));
    clamped.becomeOutput(length.origin);
    return div(of, clamped);
  };
  return sum(mul(unit(x), unit(y)), { dim });
}
