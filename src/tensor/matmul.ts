/** Matrix products. The sum over the inner axis runs first to last, one rounding a step, as a plain BLAS does. */

import { expand, mergeShapes } from './broadcast.ts';
import { allocate, convert, type DType, isHalf, settle, type TypedArray } from './dtype.ts';
import { DTypeError, ShapeError } from './errors.ts';
import { work } from './meter/index.ts';
import { operandOf } from './operand.ts';
import type { Matmul, MatmulCheck } from './product-shape.ts';
import { numpyRules } from './promote-numpy.ts';
import type { Rules } from './promotion.ts';
import { rowMajorData } from './row-major.ts';
import { type Shape, sizeOf } from './shape.ts';
import { fromData, type Tensor } from './tensor.ts';

/**
 * Returns the matrix product: the last axis of `a` meets the last but one of `b` (the only one of a vector), leading axes
 * broadcast, and an axis a vector lacks is absent from the result. `numpy.matmul`, `torch.matmul`.
 * @throws {ShapeError} `rank` for a 0-d operand, `inner-sizes`, `broadcast`.
 * @throws {DTypeError} `differ` under PyTorch's rules, which do not promote here.
 */
export function matmul<A extends Shape, B extends Shape>(
  a: Tensor<A>,
  b: Tensor<B> & MatmulCheck<A, B>,
  rules: Rules = numpyRules,
): Tensor<Matmul<A, B>> {
  return product('matmul', a, b, rules) as Tensor as Tensor<Matmul<A, B>>;
}

/** As `matmul`, for callers whose errors carry another name. */
export function product(operation: string, a: Tensor, b: Tensor, rules: Rules): Tensor {
  // PyTorch looks at the sizes before the dtypes, except where both are vectors.
  if (operation === 'dot') productDType(operation, a, b, rules);
  if (a.rank === 0 || b.rank === 0) {
    const problem = { kind: 'rank', operand: a.rank === 0 ? 0 : 1, expected: '1 or more' } as const;
    throw new ShapeError(operation, problem, [a.shape, b.shape]);
  }
  const m = a.rank === 1 ? 1 : (a.shape[a.rank - 2] as number);
  const k = a.shape[a.rank - 1] as number;
  const n = b.rank === 1 ? 1 : (b.shape[b.rank - 1] as number);
  const inner = b.shape[Math.max(0, b.rank - 2)] as number;
  if (k !== inner) {
    throw new ShapeError(operation, { kind: 'inner-sizes', sizes: [k, inner] }, [a.shape, b.shape]);
  }
  const dtype = productDType(operation, a, b, rules);
  const flat = a.rank <= 2 && b.rank <= 2;
  const batch = flat ? [] : mergeShapes(a.shape.slice(0, -2), b.shape.slice(0, -2), operation);
  const x = rowMajorData(flat ? a : expand(a, [...batch, ...a.shape.slice(-2)]));
  const y = rowMajorData(flat ? b : expand(b, [...batch, ...b.shape.slice(-2)]));
  const count = sizeOf(batch);
  const out = allocate(dtype, count * m * n);
  const multiply = kernels[dtype];
  for (let i = 0; i < count; i++) multiply(x, i * m * k, y, i * k * n, out, i * m * n, m, k, n);
  const sizes = a.rank === 1 ? (b.rank === 1 ? [] : [n]) : b.rank === 1 ? [m] : [m, n];
  if (isHalf(dtype)) settle(out, dtype);
  return fromData(out, flat ? sizes : [...batch, ...sizes], dtype);
}

function productDType(operation: string, a: Tensor, b: Tensor, rules: Rules): DType {
  if (a.dtype === b.dtype) return a.dtype;
  if (rules.library === 'torch')
    throw new DTypeError(operation, { kind: 'differ', dtypes: [a.dtype, b.dtype] });
  return rules.promote(operandOf(a), operandOf(b));
}

/** Adds the product of an m × k and a k × n matrix, each at its place in row-major data, into zeros. */
type ProductKernel = (
  x: TypedArray,
  xStart: number,
  y: TypedArray,
  yStart: number,
  out: TypedArray,
  outStart: number,
  m: number,
  k: number,
  n: number,
) => void;

/** How many rows of `y` are used for all rows of `x` before the next: few enough to stay in a processor's cache. */
const BLOCK = 32;

/** Two rows and four inner steps at a time; what is left of either, one by one. */
const float64: ProductKernel = (x, xStart, y, yStart, out, outStart, m, k, n) => {
  const rows = m - (m % 2);
  const steps = k - (k % 4);
  if (rows * steps > 0) inBlocks(x, xStart, y, yStart, out, outStart, rows, steps, k, n);
  for (let i = 0; i < m; i++) {
    const to = outStart + i * n;
    work((k - (i < rows ? steps : 0)) * n);
    for (let p = i < rows ? steps : 0; p < k; p++) {
      const factor = x[xStart + i * k + p] as number;
      const from = yStart + p * n;
      for (let j = 0; j < n; j++) out[to + j] = (out[to + j] as number) + factor * (y[from + j] as number);
    }
  }
};

/** So that each element of `y` read serves two rows, and each sum is stored once for four products. */
function inBlocks(
  x: TypedArray,
  xStart: number,
  y: TypedArray,
  yStart: number,
  out: TypedArray,
  outStart: number,
  rows: number,
  steps: number,
  k: number,
  n: number,
): void {
  for (let block = 0; block < steps; block += BLOCK) {
    const blockEnd = Math.min(block + BLOCK, steps);
    for (let i = 0; i < rows; i += 2) {
      const to = outStart + i * n;
      work(2 * (blockEnd - block) * n);
      for (let p = block; p < blockEnd; p += 4) {
        const first = xStart + i * k + p;
        const second = first + k;
        const a0 = x[first] as number;
        const a1 = x[first + 1] as number;
        const a2 = x[first + 2] as number;
        const a3 = x[first + 3] as number;
        const b0 = x[second] as number;
        const b1 = x[second + 1] as number;
        const b2 = x[second + 2] as number;
        const b3 = x[second + 3] as number;
        const from = yStart + p * n;
        for (let j = 0; j < n; j++) {
          const at = from + j;
          const y0 = y[at] as number;
          const y1 = y[at + n] as number;
          const y2 = y[at + 2 * n] as number;
          const y3 = y[at + 3 * n] as number;
          out[to + j] = (out[to + j] as number) + a0 * y0 + a1 * y1 + a2 * y2 + a3 * y3;
          out[to + n + j] = (out[to + n + j] as number) + b0 * y0 + b1 * y1 + b2 * y2 + b3 * y3;
        }
      }
    }
  }
}

/** Returns the kernel for a dtype whose products and sums need a rounding or check of their own at each step. */
function stepwise(multiplyAdd: (sum: number, x: number, y: number) => number): ProductKernel {
  return (x, xStart, y, yStart, out, outStart, m, k, n) => {
    for (let i = 0; i < m; i++) {
      for (let p = 0; p < k; p++) {
        work(n);
        const factor = x[xStart + i * k + p] as number;
        const from = yStart + p * n;
        const to = outStart + i * n;
        for (let j = 0; j < n; j++)
          out[to + j] = multiplyAdd(out[to + j] as number, factor, y[from + j] as number);
      }
    }
  };
}

const single = stepwise((sum, x, y) => sum + Math.fround(x * y));
const long = (dtype: DType) => stepwise((sum, x, y) => convert(sum + convert(x * y, dtype), dtype));
const wrapping = stepwise((sum, x, y) => sum + Math.imul(x, y));

/** The half precisions are summed in float32 and rounded in the end. */
const kernels: Record<DType, ProductKernel> = {
  float64,
  float32: single,
  float16: single,
  bfloat16: single,
  int64: long('int64'),
  int32: wrapping,
  int16: wrapping,
  int8: wrapping,
  uint64: long('uint64'),
  uint32: wrapping,
  uint16: wrapping,
  uint8: wrapping,
  bool: stepwise((sum, x, y) => sum | (x & y)),
};
