/** Ufuncs that few programs need, and what NumPy has as ufuncs of two results: `fmod`, `gcd`, `divmod`, `modf`. */

import * as further from '../../../../tensor/further-arithmetic/index.ts';
import type { Tensor, Value as TensorValue } from '../../../../tensor/index.ts';
import * as core from '../../../../tensor/index.ts';
import { PyTuple, PyType, type Value } from '../../../objects/index.ts';
import { callNumpy } from '../calls.ts';
import { operandTensor, toTensor } from '../convert.ts';
import { dtypeObject } from '../dtype.ts';
import { noLoopError } from '../errors.ts';
import { define, type Entry } from '../functions.ts';
import { result } from '../ndarray.ts';
import { Ufunc } from '../ufunc.ts';

type Binary = (a: TensorValue, b: never, options?: core.BinaryOptions) => Tensor;

const pair = (name: string, compute: Binary, floating = false): [string, Ufunc] => [
  name,
  new Ufunc({
    name,
    nin: 2,
    floating,
    kernel: ([a = 0, b = 0], options) => compute(a, b as never, options),
  }),
];

/** Only whole numbers have divisors. */
const whole = (name: string, compute: Binary): [string, Ufunc] => {
  const made: Ufunc = new Ufunc({
    name,
    nin: 2,
    kernel: ([a = 0, b = 0], options) => {
      const types = [a, b].map((each) => operandTensor(each).dtype);
      if (types.some((dtype) => core.isFloat(dtype) || dtype === 'bool'))
        throw noLoopError(
          made,
          [a, b].map((each, i) => loopType(each, types[i] as core.DType)),
        );
      return compute(a, b as never, options);
    },
  });
  return [name, made];
};

/** Returns the class of an operand's dtype in messages, which is one of its own for a bare number. */
function loopType(operand: TensorValue, dtype: core.DType): Value {
  if (operand instanceof core.Tensor || dtype === 'bool') return dtypeObject(dtype).type;
  return core.isFloat(dtype) ? PYTHON_FLOAT : PYTHON_INT;
}
const PYTHON_FLOAT = new PyType({ name: '_PyFloatDType', module: 'numpy.dtypes' });
const PYTHON_INT = new PyType({ name: '_PyLongDType', module: 'numpy.dtypes' });

const of = (t: Tensor): Value => result(t);

/** Returns the distance to the next greater number in size. */
function spacing(x: Value): Value {
  const size = callNumpy('abs', [x]);
  const next = callNumpy('subtract', [callNumpy('nextafter', [size, Number.POSITIVE_INFINITY]), size]);
  return callNumpy('copysign', [next, x]);
}

/** Mantissas in [½, 1) and the powers of two. */
function mantissas(x: Value): Value {
  const read = toTensor(x);
  const t = core.isFloat(read.dtype) ? read : core.astype(read, 'float64');
  const exponents: number[] = [];
  const parts = t.toFlat().map((value) => {
    if (value === 0 || !Number.isFinite(value)) {
      exponents.push(0);
      return value;
    }
    let exponent = Math.floor(Math.log2(Math.abs(value))) + 1;
    let part = value * 2 ** -exponent;
    if (Math.abs(part) >= 1) {
      part /= 2;
      exponent++;
    } else if (Math.abs(part) < 0.5) {
      part *= 2;
      exponent--;
    }
    exponents.push(exponent);
    return part;
  });
  return new PyTuple([
    of(core.fromFlat(parts, t.shape, t.dtype)),
    of(core.fromFlat(exponents, t.shape, 'int32')),
  ]);
}

function fractions(x: Value): Value {
  const read = toTensor(x);
  const t = core.isFloat(read.dtype) ? read : core.astype(read, 'float64');
  const wholes = core.trunc(t);
  const rests = t.toFlat().map((value) => {
    const rest = Number.isFinite(value) ? value - Math.trunc(value) : Number.isNaN(value) ? value : 0;
    return value < 0 || Object.is(value, -0) ? -Math.abs(rest) : rest;
  });
  return new PyTuple([of(core.fromFlat(rests, t.shape, t.dtype)), of(wholes)]);
}

const infinite = (name: string, sign: number): Entry =>
  define(name, 'x, out=None!', (x) => {
    const t = toTensor(x);
    const found = t.toFlat().map((value) => Number(value === sign * Number.POSITIVE_INFINITY));
    return of(core.fromFlat(found, t.shape, 'bool'));
  });

/** Numbers here are real: every array is its own real part. */
const everywhere = (name: string, answer: 0 | 1): Entry =>
  define(name, 'x', (x) => {
    const { shape } = toTensor(x);
    return of(core.full<core.Shape>(shape, answer, 'bool'));
  });

export const furtherUfuncs: readonly (readonly [string, Value])[] = [
  pair('fmod', further.fmod),
  whole('gcd', further.gcd),
  whole('lcm', further.lcm),
  pair('copysign', further.copysign, true),
  pair('nextafter', further.nextafter, true),
  pair('logaddexp', further.logaddexp, true),
  pair('logaddexp2', further.logaddexp2, true),
  pair('float_power', further.floatPower),
  pair('ldexp', further.ldexp, true),
  define(
    'divmod',
    'x1, x2, /',
    (x1, x2) => new PyTuple([callNumpy('floor_divide', [x1, x2]), callNumpy('remainder', [x1, x2])]),
  ),
  define('modf', 'x, /', fractions),
  define('frexp', 'x, /', mantissas),
  define('spacing', 'x, /', spacing),
  infinite('isposinf', 1),
  infinite('isneginf', -1),
  everywhere('isreal', 1),
  everywhere('iscomplex', 0),
  define('isrealobj', 'x', (x) => toTensor(x).rank >= 0),
  define('iscomplexobj', 'x', (x) => toTensor(x).rank < 0),
  define('real', 'val', (val) => callNumpy('asarray', [val])),
  define('real_if_close', 'a, tol=100', (a) => callNumpy('asarray', [a])),
];
