/** `torch.multinomial`: places drawn with the probabilities that weights give. */

import { Variable } from '../../../../tensor/autograd/index.ts';
import { fromFlat, type Tensor } from '../../../../tensor/index.ts';
import {
  type FloatDType,
  type TorchGenerator,
  torchExponential,
  torchUniform,
} from '../../../../tensor/random/index.ts';
import { makeArray } from '../../../objects/index.ts';
import { define } from '../define.ts';
import { scalarTypeName } from '../dtype.ts';
import { runtimeError } from '../errors.ts';
import { generatorOf } from './creation.ts';

type Draw = {
  readonly count: number;
  readonly dtype: FloatDType;
  readonly source: TorchGenerator;
};

const rounding = (dtype: FloatDType) => (dtype === 'float32' ? Math.fround : (x: number) => x);

/** Returns each draw by itself: where a uniform number falls among the cumulative weights, summed in the dtype. */
function withReplacement(weights: readonly number[], { count, dtype, source }: Draw): number[] {
  const round = rounding(dtype);
  let sum = 0;
  const sums = weights.map((weight) => {
    sum = round(sum + weight);
    return sum;
  });
  if (!(sum > 0)) throw runtimeError('invalid multinomial distribution (sum of probabilities <= 0)');
  const shares = sums.map((each) => round(each / sum));
  shares[shares.length - 1] = 1;
  return makeArray(count, () => {
    const drawn = torchUniform(source, 'float64');
    return shares.findIndex((share) => !(share < drawn));
  });
}

/** Returns the largest weights after each was divided by an exponential number (the "exponential race"). */
function race(weights: readonly number[], { count, dtype, source }: Draw): number[] {
  const round = rounding(dtype);
  const quotients = weights.map((weight) => round(weight / round(torchExponential(source, 1))));
  return quotients
    .map((_, place) => place)
    .sort((a, b) => (quotients[b] as number) - (quotients[a] as number) || a - b)
    .slice(0, count);
}

define(
  'multinomial',
  'Tensor input, int num_samples, bool replacement=False, *, Generator? generator=None, Tensor out=None',
  (given) => {
    const { tensor } = given.object('input');
    const count = given.int('num_samples', 1);
    const replacement = given.flag('replacement');
    const dtype = checkedWeights(tensor, count, replacement);
    const draw = { count, dtype, source: generatorOf(given).source };
    const rows = rowsOf(tensor);
    // One draw is the same either way, and made as those without replacement are.
    const drawn = rows.map((row) => checkedRow(row, replacement && count > 1));
    const places =
      replacement && count > 1
        ? drawn.map((row) => withReplacement(row, draw))
        : drawn.map((row) => race(row, draw));
    return new Variable(fromFlat(places.flat(), [...tensor.shape.slice(0, -1), count], 'int64') as Tensor);
  },
);

function checkedWeights(tensor: Tensor, count: number, replacement: boolean): FloatDType {
  const { dtype, shape } = tensor;
  if (shape.length < 1 || shape.length > 2) throw runtimeError('prob_dist must be 1 or 2 dim');
  if (dtype !== 'float32' && dtype !== 'float64')
    throw runtimeError(
      `multinomial only supports floating-point dtypes for input, got: ${scalarTypeName(dtype)}`,
    );
  if (count <= 0) throw runtimeError('cannot sample n_sample <= 0 samples');
  if (!replacement && count > (shape.at(-1) as number))
    throw runtimeError('cannot sample n_sample > prob_dist.size(-1) samples without replacement');
  return dtype;
}

function rowsOf(tensor: Tensor): number[][] {
  const size = tensor.shape.at(-1) as number;
  const flat = tensor.toFlat();
  return Array.from({ length: size === 0 ? 0 : flat.length / size }, (_, row) =>
    flat.slice(row * size, (row + 1) * size),
  );
}

function checkedRow(row: number[], alone: boolean): number[] {
  if (alone) {
    for (const each of row) {
      if (!Number.isFinite(each))
        throw runtimeError(
          'invalid multinomial distribution (encountering probability entry = infinity or NaN)',
        );
      if (each < 0)
        throw runtimeError('invalid multinomial distribution (encountering probability entry < 0)');
    }
    return row;
  }
  if (row.some((each) => !Number.isFinite(each) || each < 0))
    throw runtimeError('probability tensor contains either `inf`, `nan` or element < 0');
  if (row.every((each) => each === 0))
    throw runtimeError('invalid multinomial distribution (sum of probabilities <= 0)');
  return row;
}
