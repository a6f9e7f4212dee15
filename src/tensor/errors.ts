/**
 * Errors as values: an operation, the shapes it received and the rule broken, from which the NumPy and PyTorch faces
 * build those libraries' exact messages. The message here is the core's own wording.
 */
import type { DType } from './dtype.ts';
import type { Shape } from './shape.ts';

/** A rule about shapes, axes or numbers of dimensions. */
export type ShapeProblem =
  /** Sizes at `axis` (counted in the broadcast result) are neither equal nor 1. */
  | { kind: 'broadcast'; axis: number; sizes: readonly [a: number, b: number] }
  /** The sizes a product sums over differ. */
  | { kind: 'inner-sizes'; sizes: readonly [a: number, b: number] }
  /** Operand number `operand` has the wrong number of dimensions. */
  | { kind: 'rank'; operand: number; expected: string }
  /** The last axis of operand `operand` must have size `expected`. */
  | { kind: 'vector-size'; operand: number; expected: number }
  /** `requested` (−1 = infer) does not hold `size` elements. */
  | { kind: 'reshape'; requested: Shape; size: number }
  /** More than one −1 in `requested`. */
  | { kind: 'two-unknown-sizes'; requested: Shape }
  /** A size below 0 (below −1 where −1 means infer). */
  | { kind: 'negative-size'; requested: Shape }
  /** The strides do not allow `requested` without a copy. */
  | { kind: 'view'; requested: Shape }
  /** Lists of differing lengths; `prefix` is the shape up to the ragged axis; a length of −1 is a lone number. */
  | { kind: 'ragged'; prefix: Shape; expected: number; received: number }
  /** Operand `operand` has another number of dimensions than operand 0. */
  | { kind: 'ranks-differ'; operand: number }
  /** Operand `operand` has another size than operand 0 at `axis`. */
  | { kind: 'sizes-differ'; operand: number; axis: number }
  /** Operand `operand` has not the shape of operand 0. */
  | { kind: 'shapes-differ'; operand: number }
  | { kind: 'not-square' }
  /** Squeezing an axis whose size is not 1. */
  | { kind: 'not-size-one'; axis: number }
  /** Expanding to `requested`: at `axis` (counted there) the existing size is neither 1 nor the requested one. */
  | { kind: 'expand'; requested: Shape; axis: number }
  /** `item()` of a tensor without exactly one element. */
  | { kind: 'not-one-element'; size: number }
  | { kind: 'axis'; axis: number; rank: number }
  | { kind: 'repeated-axis'; axis: number }
  /** `axes` is not a permutation of the dimensions. */
  | { kind: 'permutation'; axes: readonly number[]; rank: number }
  /** A reduction without identity over no elements. */
  | { kind: 'empty-reduction' }
  /** An operation over a list of tensors received none. */
  | { kind: 'no-operands' }
  /** `sections` equal parts, or parts of the given sizes, do not fit `size`. */
  | { kind: 'split'; axis: number; size: number; sections: number | readonly number[] };

/** A rule about indices. */
export type IndexProblem =
  | { kind: 'out-of-bounds'; index: number; axis: number; size: number }
  | { kind: 'too-many-indices'; rank: number; given: number }
  | { kind: 'two-ellipses' }
  | { kind: 'zero-step' }
  /** A boolean mask whose size at `axis` (of the indexed tensor) differs. */
  | { kind: 'mask-size'; axis: number; size: number; mask: number };

/** A rule about dtypes. */
export type DTypeProblem =
  | { kind: 'unsupported'; dtypes: readonly DType[] }
  /** An index tensor that holds neither integers nor booleans. */
  | { kind: 'index-dtype'; dtype: DType }
  | { kind: 'differ'; dtypes: readonly DType[] };

/** A rule about values. */
export type NumericProblem =
  /** A value that int64 cannot hold exactly here: beyond ±(2^53 − 1), or NaN. */
  | { kind: 'integer-range'; value: number }
  /** A Python integer that `dtype` cannot hold (NumPy refuses, PyTorch wraps). */
  | { kind: 'scalar-range'; value: number; dtype: DType }
  | { kind: 'negative-power' }
  | { kind: 'division-by-zero' }
  | { kind: 'zero-step' }
  | { kind: 'singular' }
  /** An argument outside what the operation accepts. */
  | { kind: 'argument'; name: string; value: number | string; expected: string };

export type Problem = ShapeProblem | IndexProblem | DTypeProblem | NumericProblem;

/** Base of every error the core throws. */
export abstract class TensorError<P extends Problem = Problem> extends Error {
  abstract override readonly name: string;
  /** The operation that refused, by its name in this core. */
  readonly operation: string;
  /** The rule broken, with its particulars. */
  readonly problem: P;
  /** Shapes of the operands, in order. */
  readonly shapes: readonly Shape[];

  constructor(operation: string, problem: P, shapes: readonly Shape[] = []) {
    const received = shapes.length === 0 ? '' : ` (received ${shapes.map(show).join(' and ')})`;
    super(`${operation}: ${wording(problem)}${received}`);
    this.operation = operation;
    this.problem = problem;
    this.shapes = shapes;
  }
}

export class ShapeError extends TensorError<ShapeProblem> {
  override readonly name = 'ShapeError';
}
export class IndexError extends TensorError<IndexProblem> {
  override readonly name = 'IndexError';
}
export class DTypeError extends TensorError<DTypeProblem> {
  override readonly name = 'DTypeError';
}
export class NumericError extends TensorError<NumericProblem> {
  override readonly name = 'NumericError';
}

function show(list: readonly (number | string)[]): string {
  return `[${list.join(', ')}]`;
}

function wording(problem: Problem): string {
  switch (problem.kind) {
    case 'broadcast':
      return `sizes ${problem.sizes.join(' and ')} at axis ${problem.axis} must be equal, or one of them 1`;
    case 'inner-sizes':
      return `inner sizes ${problem.sizes.join(' and ')} differ`;
    case 'rank':
      return `operand ${problem.operand} must have ${problem.expected} dimensions`;
    case 'vector-size':
      return `the last axis of operand ${problem.operand} must have size ${problem.expected}`;
    case 'reshape':
      return `${problem.size} elements do not fit shape ${show(problem.requested)}`;
    case 'two-unknown-sizes':
      return `only one size of ${show(problem.requested)} can be -1`;
    case 'negative-size':
      return `sizes of ${show(problem.requested)} must not be negative`;
    case 'view':
      return `no view of shape ${show(problem.requested)} over these strides; reshape copies`;
    case 'ragged':
      return `lists differ in length after shape ${show(problem.prefix)}: ${length(problem.expected)} and ${length(problem.received)}`;
    case 'ranks-differ':
      return `operand ${problem.operand} must have as many dimensions as operand 0`;
    case 'sizes-differ':
      return `operand ${problem.operand} must match operand 0 at axis ${problem.axis}`;
    case 'shapes-differ':
      return `operand ${problem.operand} must have the shape of operand 0`;
    case 'not-square':
      return 'the last two sizes must be equal';
    case 'not-size-one':
      return `axis ${problem.axis} must have size 1`;
    case 'expand':
      return `cannot stretch to ${show(problem.requested)} at axis ${problem.axis}; only size 1 stretches`;
    case 'not-one-element':
      return `needs exactly one element, has ${problem.size}`;
    case 'axis':
      return `axis ${problem.axis} is out of range for ${problem.rank} dimensions`;
    case 'repeated-axis':
      return `axis ${problem.axis} appears twice`;
    case 'permutation':
      return `axes ${show(problem.axes)} must name each of ${problem.rank} dimensions once`;
    case 'empty-reduction':
      return 'nothing to reduce: no elements';
    case 'no-operands':
      return 'needs at least one tensor';
    case 'split':
      return `size ${problem.size} at axis ${problem.axis} does not split into ${String(problem.sections)}`;
    case 'out-of-bounds':
      return `index ${problem.index} is out of bounds for axis ${problem.axis} of size ${problem.size}`;
    case 'too-many-indices':
      return `${problem.given} indices for ${problem.rank} dimensions`;
    case 'two-ellipses':
      return 'only one ellipsis is allowed';
    case 'zero-step':
      return 'the step must not be 0';
    case 'mask-size':
      return `mask of size ${problem.mask} for axis ${problem.axis} of size ${problem.size}`;
    case 'index-dtype':
      return `indices must be integers or booleans, not ${problem.dtype}`;
    case 'unsupported':
      return `not defined for ${problem.dtypes.join(' and ')}`;
    case 'differ':
      return `dtypes ${problem.dtypes.join(' and ')} must be equal`;
    case 'integer-range':
      return `${problem.value} is not an integer held exactly; stay within ±(2^53 − 1)`;
    case 'scalar-range':
      return `${problem.value} does not fit ${problem.dtype}`;
    case 'negative-power':
      return 'integers have no negative integer powers; use a float dtype';
    case 'division-by-zero':
      return 'integer division by zero';
    case 'singular':
      return 'the matrix is singular';
    case 'argument':
      return `${problem.name} must be ${problem.expected}, is ${problem.value}`;
  }
}

function length(of: number): string {
  return of < 0 ? 'a number' : `length ${of}`;
}
