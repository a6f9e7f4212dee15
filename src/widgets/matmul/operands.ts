/** Which of the two operands are vectors: a batch or one sample, several neurons or one. Pure. */
import type { Shape } from '../../tensor/index.ts';
import type { MatmulState } from './model.ts';

/** X @ Wᵀ; x @ Wᵀ, one sample; X @ w, one neuron; x @ w, one of each. A vector has one axis, which the product sums away. */
export type Operands = 'batch' | 'sample' | 'neuron' | 'dot';
export const OPERANDS: readonly Operands[] = ['batch', 'sample', 'neuron', 'dot'];

type HasOperands = Pick<MatmulState, 'X' | 'W' | 'operands'>;

/** Returns whether the left and the right operand are vectors. */
export function vectors({ operands }: Pick<MatmulState, 'operands'>): { left: boolean; right: boolean } {
  return {
    left: operands === 'sample' || operands === 'dot',
    right: operands === 'neuron' || operands === 'dot',
  };
}

const taken = new WeakMap<object, unknown>();

/**
 * Returns the state with the rows that take part: of X the first where the left operand is a vector, of W the first where the
 * right one is. The rows that are left out wait in the state that was given.
 */
export function takingPart<S extends HasOperands>(state: S): S {
  const { left, right } = vectors(state);
  const isAll = (!left || state.X.length === 1) && (!right || state.W.length === 1);
  if (isAll) return state;
  const known = taken.get(state);
  if (known !== undefined) return known as S;
  const part = {
    ...state,
    X: left ? state.X.slice(0, 1) : state.X,
    W: right ? state.W.slice(0, 1) : state.W,
  };
  taken.set(state, part);
  return part;
}

/** Returns the shapes of the operands and of the product, which exists only where the inner sizes are equal. */
export function shapesOf(state: HasOperands): {
  readonly left: Shape;
  readonly right: Shape;
  readonly result: Shape;
} {
  const { X, W } = takingPart(state);
  const vector = vectors(state);
  const [rows, columns] = [vector.left ? [] : [X.length], vector.right ? [] : [W.length]];
  return {
    left: [...rows, X[0]?.length ?? 0],
    right: [W[0]?.length ?? 0, ...columns],
    result: [...rows, ...columns],
  };
}

/** Returns the symbols of the operands: a vector's is a small letter. */
export function namesOf(state: Pick<MatmulState, 'operands'>): {
  readonly left: string;
  readonly right: string;
} {
  const { left, right } = vectors(state);
  return { left: left ? 'x' : 'X', right: right ? 'w' : 'Wᵀ' };
}
