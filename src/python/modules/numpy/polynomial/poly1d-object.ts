/** What `np.poly1d` makes: the coefficients of a polynomial from the highest power. */
import type { Shape } from '../../../../tensor/index.ts';
import * as core from '../../../../tensor/index.ts';
import { PyObject, PyType } from '../../../objects/index.ts';
import { NdArray } from '../ndarray.ts';
/** Returns a vector of these numbers. */
export const vector = (values: readonly number[], dtype: core.DType = 'float64'): NdArray =>
  new NdArray(core.fromFlat<Shape>(values, [values.length], dtype));

/** Without the zeros in front; one zero stays. */
function trimmed(values: readonly number[]): number[] {
  const first = values.findIndex((each) => each !== 0);
  return first < 0 ? [0] : values.slice(first);
}

export const poly1dType = new PyType({ name: 'poly1d', module: 'numpy' });

/** A polynomial to be called, combined and printed. */
export class Poly1d extends PyObject {
  readonly coefficients: NdArray;
  readonly variable: string;
  constructor(given: NdArray, variable = 'x') {
    super();
    const { dtype } = given.tensor;
    const kept = trimmed(given.tensor.toFlat());
    this.coefficients = vector(kept, dtype);
    this.variable = variable;
  }
  override get type(): PyType {
    return poly1dType;
  }
  get order(): number {
    return this.coefficients.tensor.size - 1;
  }
}
