/** Methods that fill a tensor with random numbers: `uniform_`, `normal_` and their kin. */

import { operations as graph, Variable } from '../../../../tensor/autograd/index.ts';
import { isHalf, sizeOf, type Tensor } from '../../../../tensor/index.ts';
import { type FloatDType, torchExponential, torchUniform } from '../../../../tensor/random/index.ts';
import { makeArray, Refusal } from '../../../objects/index.ts';
import type { Arguments } from '../arguments.ts';
import { define } from '../define.ts';
import { coins, inMemoryOrder, newLayout, normalNumbers, uniformNumbers } from '../draws.ts';
import { runtimeError } from '../errors.ts';
import { generatorOf } from './creation.ts';
import { checkedDeviation } from './normal.ts';
import { allNumbers, checkedRange, notImplemented, wholeNumbers } from './whole.ts';

const tensorOf = (given: Arguments): Tensor => given.object('input').tensor;

/** Writes the numbers into the tensor, which it returns. */
const write = (given: Arguments, numbers: Tensor): Variable =>
  graph.copyFrom.inPlace(given.variable('input'), new Variable(numbers));

function floatOf({ dtype }: Tensor, kernel: string): FloatDType {
  if (dtype === 'float32' || dtype === 'float64') return dtype;
  if (isHalf(dtype)) throw new Refusal(`random numbers in ${dtype} are not part of this book's PyTorch`);
  throw notImplemented(kernel, dtype);
}

define(
  'uniform_',
  'Tensor input, float from=0, float to=1, *, Generator? generator=None',
  (given) => {
    const tensor = tensorOf(given);
    const dtype = floatOf(tensor, 'check_uniform_bounds');
    const [low, high] = [given.number('from', 0), given.number('to', 1)];
    if (low > high)
      throw runtimeError(`uniform_ expects to return a [from, to) range, but found from=${low} > to=${high}`);
    return write(given, uniformNumbers(tensor, dtype, { low, high }, generatorOf(given)));
  },
  'method',
);

define(
  'normal_',
  'Tensor input, float mean=0, float std=1, *, Generator? generator=None',
  (given) => {
    const tensor = tensorOf(given);
    const std = checkedDeviation(given.number('std', 1));
    const spread = { mean: given.number('mean', 0), std };
    const dtype = floatOf(tensor, 'normal_kernel_cpu');
    return write(given, normalNumbers(tensor, dtype, spread, generatorOf(given)));
  },
  'method',
);

define(
  'random_',
  [
    'Tensor input, *, Generator? generator=None',
    'Tensor input, int from, int? to, *, Generator? generator=None',
    'Tensor input, int to, *, Generator? generator=None',
  ],
  (given) => {
    const tensor = tensorOf(given);
    const generator = generatorOf(given);
    if (!given.has('to') && !given.has('from'))
      return write(given, allNumbers(tensor, tensor.dtype, generator));
    const range = checkedRange(given.int('from', 0), given.int('to', 0), tensor.dtype);
    return write(given, wholeNumbers(tensor, tensor.dtype, range, generator));
  },
  'method',
);

define(
  'exponential_',
  'Tensor input, float lambd=1, *, Generator? generator=None',
  (given) => {
    const tensor = tensorOf(given);
    const rate = given.number('lambd', 1);
    if (!(rate > 0)) throw runtimeError(`exponential_ expects lambda > 0.0, but found lambda=${rate}`);
    const dtype = floatOf(tensor, 'exponential_kernel_cpu');
    const { source } = generatorOf(given);
    const numbers = makeArray(sizeOf(tensor.shape), () => torchExponential(source, rate));
    return write(given, inMemoryOrder(tensor, numbers, dtype));
  },
  'method',
);

/** @throws RuntimeError for a number that is no probability. */
function checkedProbability(p: number): number {
  if (!(p >= 0 && p <= 1)) throw runtimeError(`bernoulli_ expects p to be in [0, 1], but got p=${p}`);
  return p;
}

/** Returns one coin for each element of `p`, compared in its dtype. */
function coinsOf(p: Tensor, given: Arguments): Tensor {
  const dtype = floatOf(p, 'bernoulli_tensor_cpu_p_');
  const { source } = generatorOf(given);
  const values = p.toFlat();
  for (const each of values)
    if (!(each >= 0 && each <= 1))
      throw runtimeError(
        'Expected p_in >= 0 && p_in <= 1 to be true, but got false.  (Could this error message be improved?  If so, please report an enhancement request to PyTorch.)',
      );
  return inMemoryOrder(
    newLayout(p.shape),
    values.map((each) => Number(torchUniform(source, dtype) < each)),
    dtype,
  );
}

define('bernoulli', [
  'Tensor input, *, Generator? generator=None, Tensor out=None',
  'Tensor input, float p, *, Generator? generator=None',
], (given) => {
  const tensor = tensorOf(given);
  if (!given.has('p')) return new Variable(coinsOf(tensor, given));
  return new Variable(
    coins(tensor, tensor.dtype, checkedProbability(given.number('p', 0.5)), generatorOf(given)),
  );
});
define(
  'bernoulli_',
  [
    'Tensor input, Tensor p, *, Generator? generator=None',
    'Tensor input, float p=0.5, *, Generator? generator=None',
  ],
  (given) => {
    const p = given.operand('p');
    if (p instanceof Variable) return write(given, coinsOf(p.value, given));
    const tensor = tensorOf(given);
    return write(
      given,
      coins(tensor, tensor.dtype, checkedProbability(given.number('p', 0.5)), generatorOf(given)),
    );
  },
  'method',
);
