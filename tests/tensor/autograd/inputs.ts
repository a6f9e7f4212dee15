/** The tensors that recorded expressions are about; `tests/goldens/autograd/record.py` makes the same ones. */
import { Variable } from '../../../src/tensor/autograd/index.ts';
import { type DType, type Nested, type Tensor, tensor } from '../../../src/tensor/index.ts';

const leaf = (nested: Nested) => constant(nested).requireGrad();
const constant = (nested: Nested, dtype: DType = 'float32') => new Variable(tensor(nested, { dtype }));
const integers = (nested: Nested): Tensor => tensor(nested, { dtype: 'int64' });

/** Fresh leaves and, as `u`, `X`, `N`, `C`, `X3`, `n` and `e`, constants; `i` and `j` are indices. */
export const makeInputs = () => ({
  v: leaf([0.5, -1.5, 2]),
  p: leaf([0.25, 1.5, 2.75]),
  z: leaf([-1, 0, 2]),
  s: leaf(1.5),
  b: leaf([0.5, -0.25]),
  A: leaf([
    [0.5, -1, 2],
    [1.5, 0.25, -0.75],
  ]),
  W: leaf([
    [1, 2, -1],
    [0.5, -0.5, 3],
  ]),
  M: leaf([
    [2, 1, 0.5],
    [-1, 3, 1],
    [0.25, -0.5, 4],
  ]),
  B: leaf([
    [
      [1, 2, 3],
      [0.5, -1, 2],
    ],
    [
      [-2, 0.25, 1],
      [3, 1.5, -0.5],
    ],
  ]),
  d: new Variable(tensor([0.5, 1.25, -2], { dtype: 'float64' })).requireGrad(),
  u: constant([1, 2.5, -3]),
  X: constant([
    [1, 0.5, -1],
    [2, -0.25, 3],
  ]),
  N: constant([
    [1, 2, 3],
    [0.5, -1, 2],
    [1, 0, -2],
  ]),
  C: constant([
    [
      [1, 2],
      [3, -1],
      [0.5, 4],
    ],
    [
      [2, 0],
      [1, 1],
      [-1, 2],
    ],
  ]),
  X3: constant([
    [
      [1, 2, 3],
      [0, 1, -1],
    ],
    [
      [2, -2, 0.5],
      [1, 1, 1],
    ],
  ]),
  n: constant([1, -2, 3], 'int64'),
  e: constant([1, -2, 3], 'float64'),
  i: integers([0, 2]),
  j: integers([
    [0, 2],
    [1, 1],
  ]),
});

export type Inputs = ReturnType<typeof makeInputs>;
