/** `torch.normal`: normal numbers around one mean or one for each element. */
import { Variable } from '../../../../tensor/autograd/index.ts';
import {
  add,
  broadcastShapes,
  multiply,
  type Shape,
  type Tensor,
  torchRules,
} from '../../../../tensor/index.ts';
import type { FloatDType } from '../../../../tensor/random/index.ts';
import type { Arguments } from '../arguments.ts';
import { defaultDType, made, sized } from '../creation.ts';
import { define } from '../define.ts';
import { type Layout, newLayout, normalNumbers } from '../draws.ts';
import { runtimeError } from '../errors.ts';
import { generatorOf } from './creation.ts';
import { notImplemented } from './whole.ts';

/** @throws RuntimeError for a negative standard deviation. */
export function checkedDeviation(std: number): number {
  if (!(std >= 0)) throw runtimeError(`normal expects std >= 0.0, but found std ${std}`);
  return std;
}

const standard = (layout: Layout, dtype: FloatDType, given: Arguments, std = 1): Tensor =>
  normalNumbers(layout, dtype, { mean: 0, std }, generatorOf(given));

const floatOf = ({ dtype }: Tensor): FloatDType => {
  if (dtype === 'float32' || dtype === 'float64') return dtype;
  throw notImplemented('normal_kernel_cpu', dtype);
};

const RULES = { rules: torchRules };

function around(given: Arguments): Tensor {
  const [mean, std] = [given.operand('mean'), given.has('std') ? given.operand('std') : 1];
  if (mean instanceof Variable && !(std instanceof Variable)) {
    const deviation = checkedDeviation(typeof std === 'object' ? std.value : Number(std));
    return add(standard(mean.value, floatOf(mean.value), given, deviation), mean.value, RULES);
  }
  const { value } = std as Variable;
  for (const each of value.values())
    if (!(each >= 0)) throw runtimeError('normal expects all elements of std >= 0.0');
  const layout =
    mean instanceof Variable
      ? newLayout(broadcastShapes<Shape, Shape>(mean.value.shape, value.shape) as Shape)
      : value;
  const dtype = floatOf(mean instanceof Variable ? mean.value : value);
  const scaled = multiply<Shape, Shape>(standard(layout, dtype, given), value, RULES) as Tensor;
  const centre = mean instanceof Variable ? mean.value : mean;
  return (centre instanceof Object && 'python' in centre) || !(mean instanceof Variable)
    ? (add(scaled, centre as never, RULES) as Tensor)
    : (add<Shape, Shape>(scaled, mean.value, RULES) as Tensor);
}

define(
  'normal',
  [
    'Tensor mean, Tensor std, *, Generator? generator=None, Tensor out=None',
    'Tensor mean, float std=1, *, Generator? generator=None, Tensor out=None',
    'float mean, Tensor std, *, Generator? generator=None, Tensor out=None',
    'float mean, float std, ints size, *, Generator? generator=None, Tensor out=None, FACTORY',
  ],
  (given) => {
    if (!given.has('size')) return new Variable(around(given));
    const dtype = given.dtype() ?? defaultDType();
    if (dtype !== 'float32' && dtype !== 'float64') throw notImplemented('normal_kernel_cpu', dtype);
    const std = checkedDeviation(given.number('std', 1));
    const spread = { mean: given.number('mean', 0), std };
    return made(normalNumbers(newLayout(sized(given)), dtype, spread, generatorOf(given)), given);
  },
  'function',
);
