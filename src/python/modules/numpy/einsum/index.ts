/** `np.einsum`: a part of NumPy that is fetched where it is named. */
import { EinsumError, type EinsumProblem, einsum, readSubscripts } from '../../../../tensor/einsum/index.ts';
import { astype, multiply, type Shape, type Tensor, zeros } from '../../../../tensor/index.ts';
import { assertNever, type PyTuple, Refusal, type Value, valueError } from '../../../objects/index.ts';
import type { Modules } from '../../host.ts';
import { toTensor } from '../convert.ts';
import { readDType } from '../dtype.ts';
import { define } from '../functions.ts';
import '../index.ts';
import { laterFunctions } from '../later.ts';
import { result } from '../ndarray.ts';

function worded(problem: EinsumProblem): string {
  switch (problem.kind) {
    case 'operands':
      // NumPy says which of the two the text has too many of.
      return !problem.more
        ? 'more operands provided to einstein sum function than specified in the subscripts string'
        : 'fewer operands provided to einstein sum function than specified in the subscripts string';
    case 'rank':
      return problem.letters > problem.rank
        ? `einstein sum subscripts string contains too many subscripts for operand ${problem.operand}`
        : "operand has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided to broadcast the extra dimensions.";
    case 'unknown-output':
      return `einstein sum subscripts string included output subscript '${problem.letter}' which never appeared in an input`;
    case 'repeated-output':
      return `einstein sum subscripts string includes output subscript '${problem.letter}' multiple times`;
    case 'letter':
      return `invalid subscript '${problem.letter}' in einstein sum subscripts string, subscripts must be letters`;
    case 'size':
      return 'operands could not be broadcast together with remapped shapes';
    default:
      return assertNever(problem);
  }
}

function summation(subscripts: Value, operands: readonly Value[], dtype: Value): Value {
  if (typeof subscripts !== 'string')
    throw new Refusal(
      "np.einsum with lists of axes is not part of this book's NumPy: write the subscripts as text",
    );
  const tensors = operands.map((each) => toTensor(each));
  const common = tensors
    .map((each): Tensor => zeros<Shape>([], each.dtype))
    .reduce((a, b) => multiply<Shape, Shape>(a, b)).dtype;
  const wanted = dtype === null ? common : readDType(dtype);
  try {
    const read = readSubscripts(
      subscripts,
      tensors.map(({ shape }) => shape),
    );
    return result(
      einsum(
        read,
        tensors.map((each) => astype(each, wanted)),
        wanted,
      ),
    );
  } catch (error) {
    throw error instanceof EinsumError ? valueError(worded(error.problem)) : error;
  }
}

laterFunctions.set(
  ...define(
    'einsum',
    "*operands, out=None!, optimize=False, dtype=None, order='K', casting='safe'",
    ({ items: [subscripts = null, ...operands] }: PyTuple, _out, _optimize, dtype) => {
      if (operands.length === 0)
        throw valueError('must specify the einstein sum subscripts string and at least one operand');
      return summation(subscripts, operands, dtype);
    },
  ),
);

/** The part adds to a module that is there and has none of its own. */
export const einsumModules: Modules = new Map();
