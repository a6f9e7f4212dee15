/** Functions of each element, of one tensor or of two that broadcast: https://pytorch.org/docs/stable/torch.html#pointwise-ops */
import {
  operations as graph,
  type Operand,
  type Operation,
  type Variable,
} from '../../../tensor/autograd/index.ts';
import * as core from '../../../tensor/index.ts';
import { type BinaryOperation, type Shape, torchRules, type UnaryOperation } from '../../../tensor/index.ts';
import { type Arguments, coreValue, plain, requireBroadcast, withoutGraph } from './arguments.ts';
import { power, subtract, subtractFrom } from './arithmetic.ts';
import { alias, define } from './define.ts';
import { runtimeError } from './errors.ts';
import { DEPRECATED } from './parameters.ts';
import { session } from './session.ts';

const OUT = '*, Tensor out=None';

/** A function with a gradient of one tensor, and its method that writes in place. */
function unary(name: string, operation: Operation<Variable, []>): void {
  const checked = (input: Variable): Variable => {
    if (input.value.dtype !== 'bool') return input;
    if (name === 'square') return graph.to(input, 'int64');
    if (name === 'sigmoid') return graph.to(input, session().defaultDType);
    if (name === 'abs') throw runtimeError('"abs_cpu" not implemented for \'Bool\'');
    if (name === 'relu') throw runtimeError('Boolean inputs not supported for relu');
    return input;
  };
  define(name, `Tensor input, ${OUT}`, (given) => {
    const input = checked(given.variable('input'));
    return name === 'sign' && input.value.dtype === 'bool' ? graph.clone(input) : operation(input);
  });
  define(`${name}_`, 'Tensor input', (given) => operation.inPlace(given.variable('input')), 'method');
}

for (const name of [
  'neg',
  'abs',
  'sign',
  'floor',
  'ceil',
  'trunc',
  'square',
  'sqrt',
  'rsqrt',
  'reciprocal',
  'exp',
  'expm1',
  'log',
  'log1p',
  'log2',
  'log10',
  'sin',
  'cos',
  'tan',
  'asin',
  'acos',
  'atan',
  'sinh',
  'cosh',
  'tanh',
  'sigmoid',
  'relu',
] as const)
  unary(name, graph[name]);

define('round', [`Tensor input, ${OUT}`, 'Tensor input, *, int decimals, Tensor out=None'], (given) =>
  graph.round(given.variable('input'), given.optionalInt('decimals')));
define(
  'round_',
  ['Tensor input', 'Tensor input, *, int decimals'],
  (given) => graph.round.inPlace(given.variable('input'), given.optionalInt('decimals')),
  'method',
);
define('positive', 'Tensor input', (given) => given.object('input'));
for (const [name, factor] of [
  ['deg2rad', Math.PI / 180],
  ['rad2deg', 180 / Math.PI],
] as const)
  define(name, `Tensor input, ${OUT}`, (given) =>
    plain(
      graph.mul(withoutGraph(`torch.${name}`, given.variable('input')), { python: 'float', value: factor })
        .value,
    ),
  );

/** A function of one tensor that has no gradient: mostly tests. */
function untracked(name: string, operation: UnaryOperation): void {
  const compute = ({ value }: Variable) => plain(operation(value, { rules: torchRules }));
  define(name, `Tensor input, ${OUT}`, (given) => compute(given.variable('input')));
  define(
    `${name}_`,
    'Tensor input',
    (given) => graph.copyFrom.inPlace(given.variable('input'), compute(given.variable('input'))),
    'method',
  );
}
untracked('isnan', core.isnan);
untracked('isinf', core.isinf);
untracked('isfinite', core.isfinite);
untracked('logical_not', core.logicalNot);
untracked('bitwise_not', core.bitwiseNot);

/** Returns both operands of a function of two. */
const pair = (given: Arguments): [Variable, Operand] => [given.variable('input'), given.operand('other')];

/** Returns the same for a function that has an overload whose first operand is a number. */
const anyPair = (given: Arguments): [Operand, Operand] => [
  given.operand(given.has('self') ? 'self' : 'input'),
  given.operand('other'),
];

const OTHER = `Tensor input, Operand other, ${OUT}`;
/** What messages show for functions that take a tensor or a number. */
const TENSOR_OR_NUMBER = [`Tensor input, Tensor other, ${OUT}`, `Tensor input, Number other, ${OUT}`];

for (const [name, operation] of [
  ['add', graph.add],
  ['sub', subtract],
] as const) {
  const signature = 'Operand input, Operand other, *, Number alpha=1';
  define(name, [`${signature}, Tensor out=None`, DEPRECATED], (given) =>
    operation(given.operand('input'), given.operand('other'), given.scalar('alpha')),
  );
  define(
    `${name}_`,
    [signature, DEPRECATED],
    (given) => operation.inPlace(given.variable('input'), given.operand('other'), given.scalar('alpha')),
    'method',
  );
}
alias('sub', 'subtract');
alias('sub_', 'subtract_');

define('mul', `Operand input, Operand other, ${OUT}`, (given) =>
  graph.mul(given.operand('input'), given.operand('other')),
);
define('mul_', 'Tensor input, Operand other', (given) => graph.mul.inPlace(...pair(given)), 'method');
alias('mul', 'multiply');
alias('mul_', 'multiply_');

const DIVIDE = [
  `Operand input, Operand other, ${OUT}`,
  'Operand input, Operand other, *, str rounding_mode, Tensor out=None',
];
function rounding(given: Arguments): 'floor' | 'trunc' | undefined {
  const mode = given.text('rounding_mode');
  if (mode === undefined || mode === 'floor' || mode === 'trunc') return mode;
  throw runtimeError(`div expected rounding_mode to be one of None, 'trunc', or 'floor' but found '${mode}'`);
}
define('div', [...DIVIDE, 'Tensor input, Number other, *, str rounding_mode'], (given) => {
  const mode = rounding(given);
  const [a, b] = [given.operand('input'), given.operand('other')];
  return mode === undefined ? graph.div(a, b) : graph.divRounded(a, b, mode);
});
define(
  'div_',
  ['Tensor input, Operand other', 'Tensor input, Operand other, *, str rounding_mode'],
  (given) => {
    const mode = rounding(given);
    return mode === undefined
      ? graph.div.inPlace(...pair(given))
      : graph.divRounded.inPlace(...pair(given), mode);
  },
  'method',
);
alias('div', 'divide', 'true_divide');
alias('div_', 'divide_', 'true_divide_');

define('floor_divide', [OTHER, 'Tensor input, Number other'], (given) => graph.floorDivide(...pair(given)));
define(
  'floor_divide_',
  'Tensor input, Operand other',
  (given) => graph.floorDivide.inPlace(...pair(given)),
  'method',
);
define('remainder', [
  TENSOR_OR_NUMBER[0] as string,
  'Number self, Tensor other',
  TENSOR_OR_NUMBER[1] as string,
], (given) =>
  graph.remainder(
    given.has('self') ? given.operand('self') : given.operand('input'),
    given.operand('other'),
  ));
define('remainder_', TENSOR_OR_NUMBER, (given) => graph.remainder.inPlace(...pair(given)), 'method');
define(
  'rsub',
  ['Tensor input, Tensor other', 'Tensor input, Number other'],
  (given) => subtractFrom(...pair(given)),
  'function',
);

define('pow', [
  `Tensor input, Tensor exponent, ${OUT}`,
  `Number self, Tensor exponent, ${OUT}`,
  `Tensor input, Number exponent, ${OUT}`,
], (given) => power(given.operand(given.has('self') ? 'self' : 'input'), given.operand('exponent')));
define(
  'pow_',
  ['Tensor input, Tensor exponent', 'Tensor input, Number exponent'],
  (given) => graph.pow.inPlace(given.variable('input'), given.operand('exponent')),
  'method',
);

for (const name of ['maximum', 'minimum'] as const)
  define(name, `Tensor input, Tensor other, ${OUT}`, (given) =>
    graph[name](given.variable('input'), given.variable('other')),
  );

/** Comparisons and logic: their results are bools, or integers, without a gradient. */
function untrackedPair(
  names: readonly string[],
  operation: BinaryOperation,
  signatures: string | readonly string[],
): void {
  const [name = '', ...others] = names;
  const compute = (a: Operand, b: Operand) => {
    requireBroadcast(a, b);
    return operation<Shape, Shape>(coreValue(a), coreValue(b), { rules: torchRules });
  };
  define(name, signatures, (given) => plain(compute(...anyPair(given))));
  define(
    `${name}_`,
    signatures,
    (given) => graph.copyFrom.inPlace(given.variable('input'), plain(compute(...pair(given)))),
    'method',
  );
  alias(name, ...others);
}
untrackedPair(['eq'], core.equal, TENSOR_OR_NUMBER);
untrackedPair(['ne', 'not_equal'], core.notEqual, TENSOR_OR_NUMBER);
untrackedPair(['lt', 'less'], core.less, TENSOR_OR_NUMBER);
untrackedPair(['le', 'less_equal'], core.lessEqual, TENSOR_OR_NUMBER);
untrackedPair(['gt', 'greater'], core.greater, TENSOR_OR_NUMBER);
untrackedPair(['ge', 'greater_equal'], core.greaterEqual, TENSOR_OR_NUMBER);
const BITS = [TENSOR_OR_NUMBER[0] as string, 'Number self, Tensor other', TENSOR_OR_NUMBER[1] as string];
untrackedPair(['bitwise_and'], core.bitwiseAnd, BITS);
untrackedPair(['bitwise_or'], core.bitwiseOr, BITS);
untrackedPair(['bitwise_xor'], core.bitwiseXor, BITS);
untrackedPair(['logical_and'], core.logicalAnd, `Tensor input, Tensor other, ${OUT}`);
untrackedPair(['logical_or'], core.logicalOr, `Tensor input, Tensor other, ${OUT}`);
untrackedPair(['logical_xor'], core.logicalXor, `Tensor input, Tensor other, ${OUT}`);

/** Returns the limits of `clamp`; `min_` and `max_` are one of them alone. */
function limits(given: Arguments): [Operand | null, Operand | null] {
  const limit = (name: string) => (given.has(name) ? given.operand(name) : null);
  const [low, high] = [limit('min'), limit('max')];
  if (low === null && high === null)
    throw runtimeError("torch.clamp: At least one of 'min' or 'max' must not be None");
  return [low, high];
}
const CLAMP = ['Tensor', 'Number'].map((kind) => `Tensor input, ${kind} min=None, ${kind} max=None, ${OUT}`);
define('clamp', CLAMP, (given) => graph.clamp(given.variable('input'), ...limits(given)));
define('clamp_', CLAMP, (given) => graph.clamp.inPlace(given.variable('input'), ...limits(given)), 'method');
alias('clamp', 'clip');
alias('clamp_', 'clip_');
for (const side of ['min', 'max']) {
  const signatures = ['Tensor', 'Number'].map((kind) => `Tensor input, ${kind} ${side}, ${OUT}`);
  define(`clamp_${side}`, signatures, (given) => graph.clamp(given.variable('input'), ...limits(given)));
}
