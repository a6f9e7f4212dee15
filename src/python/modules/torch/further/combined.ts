/** Functions of three tensors, further names of functions, and functions that write in place. */

import * as ops from '../../../../tensor/autograd/further/index.ts';
import { operations as graph, type Operation, Variable } from '../../../../tensor/autograd/index.ts';
import * as core from '../../../../tensor/index.ts';
import { torchRules as rules, type Shape } from '../../../../tensor/index.ts';
import type { Arguments } from '../arguments.ts';
import { alias, define, torchFunctions } from '../define.ts';
import { runtimeError } from '../errors.ts';
import { tensorType } from '../tensor.ts';
// Define these names before the aliases of them.
import './elementwise.ts';
import { named } from './named.ts';

const input = (given: Arguments): Variable => given.variable('input');
const float = (value: number) => ({ python: 'float', value }) as const;
const OUT = '*, Tensor out=None';

/** `self + weight · (end − self)`. */
const LERP = ['Tensor', 'Number'].map((kind) => `Tensor input, Tensor end, ${kind} weight`);
const interpolated = (given: Arguments): Variable => {
  const [start, end] = [input(given), given.variable('end')];
  if (start.value.dtype !== end.value.dtype)
    throw runtimeError(
      `expected dtype ${start.value.dtype === 'float64' ? 'double' : 'float'} for \`end\` but got dtype ${end.value.dtype === 'float64' ? 'double' : end.value.dtype === 'float32' ? 'float' : 'long int'}`,
    );
  const weight = given.operand('weight');
  const apart = graph.sub(end, start);
  // From the nearer end, as PyTorch computes it: https://github.com/pytorch/pytorch/blob/v2.6.0/aten/src/ATen/native/Lerp.h
  if (!(weight instanceof Variable) && typeof weight === 'object')
    return Math.abs(weight.value) < 0.5
      ? graph.add(start, graph.mul(apart, weight))
      : graph.sub(end, graph.mul(apart, float(1 - weight.value)));
  const near = core.less<Shape, Shape>(core.absolute((weight as Variable).value), float(0.5) as never, {
    rules,
  });
  return graph.where(
    graph.add(start, graph.mul(weight, apart)),
    near,
    graph.sub(end, graph.mul(apart, graph.rsub(weight as Variable, 1))),
  );
};
define(
  'lerp',
  LERP.map((each) => `${each}, ${OUT}`),
  (given) =>
    named(given.value('weight') instanceof Object ? 'LerpBackward1' : 'LerpBackward0', interpolated(given)),
);
define('lerp_', LERP, (given) => graph.copyFrom.inPlace(input(given), interpolated(given)), 'method');

/** `self + value · (tensor1 · tensor2)` and with a quotient. */
for (const [name, combine, node] of [
  ['addcmul', graph.mul, 'AddcmulBackward0'],
  ['addcdiv', graph.div, 'AddcdivBackward0'],
] as const) {
  const signature = 'Tensor input, Tensor tensor1, Tensor tensor2, *, Number value=1';
  const compute = (given: Arguments): Variable => {
    const value = given.scalar('value');
    const combined =
      name === 'addcmul'
        ? combine(
            value === undefined ? given.variable('tensor1') : graph.mul(given.variable('tensor1'), value),
            given.variable('tensor2'),
          )
        : combine(
            value === undefined ? given.variable('tensor1') : graph.mul(given.variable('tensor1'), value),
            given.variable('tensor2'),
          );
    return graph.add(input(given), combined);
  };
  define(name, `${signature}, Tensor out=None`, (given) => named(node, compute(given)));
  define(`${name}_`, signature, (given) => graph.copyFrom.inPlace(input(given), compute(given)), 'method');
}

/** Other names, and the functions that write in place beside the methods. */
for (const [name, ...others] of [
  ['abs', 'absolute'],
  ['neg', 'negative'],
  ['asin', 'arcsin'],
  ['acos', 'arccos'],
  ['atan', 'arctan'],
  ['asinh', 'arcsinh'],
  ['acosh', 'arccosh'],
  ['atanh', 'arctanh'],
  ['trunc', 'fix'],
] as const) {
  alias(name, ...others);
  alias(`${name}_`, ...others.map((other) => `${other}_`));
}
for (const name of 'abs acos acosh asin asinh atan atanh ceil cos cosh exp exp2 expm1 floor log log10 log1p log2 neg reciprocal relu round rsqrt sigmoid sin sinh sqrt square tan tanh trunc erf'.split(
  ' ',
)) {
  const method = tensorType.members.get(`${name}_`);
  if (method !== undefined && !torchFunctions.has(`${name}_`))
    define(`${name}_`, 'Tensor input', (given) => IN_PLACE(name, given), 'function');
}
function IN_PLACE(name: string, given: Arguments): Variable {
  const operation = (graph as unknown as Record<string, Operation<Variable, []> | undefined>)[name];
  const further = (ops as unknown as Record<string, Operation<Variable, []> | undefined>)[name];
  return (operation ?? further)?.inPlace(input(given)) ?? input(given);
}
for (const side of ['min', 'max'] as const)
  define(
    `clamp_${side}_`,
    `Tensor input, Number ${side}`,
    (given) =>
      graph.clamp.inPlace(
        input(given),
        side === 'min' ? given.operand('min') : null,
        side === 'max' ? given.operand('max') : null,
      ),
    'method',
  );
