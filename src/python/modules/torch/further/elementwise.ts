/** Further functions of each element, of one tensor or of two that broadcast. */

import * as ops from '../../../../tensor/autograd/further/index.ts';
import {
  operations as graph,
  type Operand,
  type Operation,
  Variable,
} from '../../../../tensor/autograd/index.ts';
import * as arithmetic from '../../../../tensor/further-arithmetic/index.ts';
import * as core from '../../../../tensor/index.ts';
import { torchRules as rules, type Shape, type Tensor } from '../../../../tensor/index.ts';
import { erf } from '../../../../tensor/layers/index.ts';
import { type Arguments, coreValue, plain, withoutGraph } from '../arguments.ts';
import { alias, define } from '../define.ts';
import { runtimeError } from '../errors.ts';
import { named } from './named.ts';

const OUT = '*, Tensor out=None';
const input = (given: Arguments): Variable => given.variable('input');
const floats = (x: Variable): Variable => (core.isFloat(x.value.dtype) ? x : graph.to(x, 'float32'));
const float = (value: number) => ({ python: 'float', value }) as const;

function unary(name: string, operation: Operation<Variable, []>): void {
  define(name, `Tensor input, ${OUT}`, (given) => operation(floats(input(given))));
  define(`${name}_`, 'Tensor input', (given) => operation.inPlace(input(given)), 'method');
}
unary('asinh', ops.asinh);
unary('acosh', ops.acosh);
unary('atanh', ops.atanh);
unary('exp2', ops.exp2);
unary('frac', ops.frac);

/** Functions composed of others, with the name of PyTorch's node. */
function composed(
  name: string,
  node: string,
  signature: string,
  compute: (x: Variable, given: Arguments) => Variable,
): void {
  define(name, `Tensor input, ${signature}${OUT}`, (given) => named(node, compute(input(given), given)));
  define(
    `${name}_`,
    `Tensor input, ${signature}`.replace(/, $/, ''),
    (given) => graph.copyFrom.inPlace(input(given), compute(input(given), given)),
    'method',
  );
}
composed('erfc', 'ErfcBackward0', '', (x) => graph.rsub(erf(floats(x)), 1));
composed('sgn', 'SgnBackward0', '', (x) => graph.sign(x));
composed('logit', 'LogitBackward0', 'float eps=None, ', (x, given) => {
  const eps = given.has('eps') ? given.number('eps', 0) : undefined;
  const kept = eps === undefined ? floats(x) : graph.clamp(floats(x), float(eps), float(1 - eps));
  return graph.log(graph.div(kept, graph.rsub(kept, 1)));
});
composed('sinc', 'SincBackward0', '', (x) => {
  const scaled = graph.mul(floats(x), float(Math.PI));
  const isZero = core.equal<Shape, Shape>(scaled.value, 0 as never, { rules });
  const safe = graph.where(float(1), isZero, scaled);
  return graph.where(float(1), isZero, graph.div(graph.sin(safe), safe));
});
composed(
  'nan_to_num',
  'NanToNumBackward0',
  'float nan=None, float posinf=None, float neginf=None, ',
  (x, given) => {
    const { value } = x;
    if (!core.isFloat(value.dtype)) return graph.clone(x);
    const largest = value.dtype === 'float32' ? 3.4028234663852886e38 : Number.MAX_VALUE;
    const isNan = core.isnan(value);
    const above = core.equal<Shape, Shape>(value, Number.POSITIVE_INFINITY as never, { rules });
    const below = core.equal<Shape, Shape>(value, Number.NEGATIVE_INFINITY as never, { rules });
    const first = graph.where(float(given.number('nan', 0)), isNan, x);
    const second = graph.where(float(given.number('posinf', largest)), above, first);
    return graph.where(float(given.number('neginf', -largest)), below, second);
  },
);

/** Returns both operands, of which one may be a number. */
const pair = (given: Arguments): [Operand, Operand] => [
  given.operand(given.has('self') ? 'self' : 'input'),
  given.operand('other'),
];
const TENSORS = [`Tensor input, Tensor other, ${OUT}`];
const EITHER = [...TENSORS, `Tensor input, Number other, ${OUT}`];

function binary(
  names: readonly string[],
  signatures: readonly string[],
  operation: Operation<Operand, [Operand]>,
): void {
  const [name = '', ...others] = names;
  define(name, signatures, (given) => operation(...pair(given)));
  define(
    `${name}_`,
    signatures,
    (given) => operation.inPlace(input(given), given.operand('other')),
    'method',
  );
  alias(name, ...others);
  alias(`${name}_`, ...others.map((other) => `${other}_`));
}
binary(['atan2', 'arctan2'], TENSORS, ops.atan2);
binary(['hypot'], TENSORS, ops.hypot);
binary(['logaddexp'], TENSORS, ops.logaddexp);
binary(['logaddexp2'], TENSORS, ops.logaddexp2);
binary(['fmod'], EITHER, ops.fmod);
binary(['copysign'], EITHER, ops.copysign);
binary(['xlogy'], [...TENSORS, `Number self, Tensor other, ${OUT}`, EITHER[1] as string], ops.xlogy);

/** Functions of two that have no gradient here. */
function untracked(
  name: string,
  signatures: readonly string[],
  compute: (a: Tensor, b: Tensor) => Tensor,
): void {
  const run = (given: Arguments): Variable => {
    const [a, b] = pair(given);
    for (const each of [a, b]) if (each instanceof Variable) withoutGraph(`torch.${name}`, each);
    return plain(compute(coreValue(a) as Tensor, coreValue(b) as Tensor));
  };
  define(name, signatures, run);
  define(`${name}_`, signatures, (given) => graph.copyFrom.inPlace(input(given), run(given)), 'method');
}
const under = (operation: core.BinaryOperation) => (a: Tensor, b: Tensor) =>
  operation<Shape, Shape>(a, b, { rules });
untracked('gcd', TENSORS, under(arithmetic.gcd));
untracked('lcm', TENSORS, under(arithmetic.lcm));
untracked('nextafter', TENSORS, under(arithmetic.nextafter));
untracked('ldexp', TENSORS, (a, b) =>
  core.multiply<Shape, Shape>(a, core.power<Shape, Shape>(float(2) as never, b, { rules }), { rules }),
);
untracked('heaviside', TENSORS, (x, middle) => {
  if (x.dtype !== middle.dtype)
    throw runtimeError('heaviside is not yet implemented for tensors with different dtypes.');
  const steps = core.astype(core.greater<Shape, Shape>(x, 0 as never), x.dtype);
  return core.where(core.equal<Shape, Shape>(x, 0 as never), middle, steps, rules);
});
define('float_power', [
  ...EITHER.map((each) => each.replace('other', 'exponent')),
  `Number self, Tensor exponent, ${OUT}`,
], (given) => {
  const wide = (operand: Operand): Operand =>
    operand instanceof Variable ? graph.to(operand, 'float64') : operand;
  return graph.pow(
    wide(given.operand(given.has('self') ? 'self' : 'input')),
    wide(given.operand('exponent')),
  );
});
for (const [name, choose] of [
  ['fmax', graph.maximum],
  ['fmin', graph.minimum],
] as const)
  define(name, TENSORS, (given) => {
    const [a, b] = [input(given), given.variable('other')];
    const [left, right] = [core.isnan(a.value), core.isnan(b.value)];
    const chosen = choose(graph.where(b, left, a), graph.where(a, right, b));
    return named(name === 'fmax' ? 'FmaxBackward0' : 'FminBackward0', chosen);
  });

/** Questions about each element. */
function predicate(name: string, compute: (x: Tensor) => Tensor): void {
  define(name, `Tensor input, ${OUT}`, (given) => plain(compute(input(given).value)));
}
predicate('signbit', core.signbit);
predicate('isposinf', (x) => core.equal<Shape, Shape>(x, Number.POSITIVE_INFINITY as never));
predicate('isneginf', (x) => core.equal<Shape, Shape>(x, Number.NEGATIVE_INFINITY as never));
predicate('isreal', (x) => core.ones<Shape>(x.shape, 'bool'));
define('is_nonzero', 'Tensor input', (given) => {
  const { size } = input(given).value;
  if (size !== 1)
    throw runtimeError(
      size === 0
        ? 'Boolean value of Tensor with no values is ambiguous'
        : 'Boolean value of Tensor with more than one value is ambiguous',
    );
  return input(given).value.item() !== 0;
});
