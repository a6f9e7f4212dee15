/** `np.finfo` and `np.iinfo`: a part of NumPy that is fetched where it is named. */
import * as core from '../../../tensor/index.ts';
import { type DType, Tensor } from '../../../tensor/index.ts';
import { members, PyObject, PyType, str, type Value, valueError } from '../../objects/index.ts';
import type { Modules } from '../host.ts';
import { operandOf } from './convert.ts';
import { dtypeObject, itemSize, readDType } from './dtype.ts';
import type { Entry } from './functions.ts';
import './index.ts';
import { laterFunctions } from './later.ts';
import { NumpyScalar } from './scalar.ts';

type Limits = { readonly dtype: DType; readonly values: ReadonlyMap<string, Value> };
class TypeLimits extends PyObject {
  readonly limits: Limits;
  readonly #type: PyType;

  constructor(limits: Limits, type: PyType) {
    super();
    this.limits = limits;
    this.#type = type;
  }

  override get type(): PyType {
    return this.#type;
  }
}
const isLimits = (value: Value): value is TypeLimits => value instanceof TypeLimits;

const RULE = '-'.repeat(63);

type FloatName = 'float64' | 'float32' | 'float16';
/**
 * Of each IEEE 754 format the bits of its fraction and its exponent, the decimal digits that it keeps, and how NumPy's table
 * lays out its numbers: the digits after the point, and the width of a column.
 */
const FORMATS: Readonly<
  Record<FloatName, Readonly<Record<'mantissa' | 'exponent' | 'precision' | 'digits' | 'column', number>>>
> = {
  float64: { mantissa: 52, exponent: 11, precision: 15, digits: 16, column: 7 },
  float32: { mantissa: 23, exponent: 8, precision: 6, digits: 7, column: 6 },
  float16: { mantissa: 10, exponent: 5, precision: 3, digits: 5, column: 6 },
};

/** Returns the table that `print(np.finfo(…))` shows. */
function machineParameters(dtype: DType, values: ReadonlyMap<string, Value>): string {
  const text = (name: string): string => str(values.get(name) ?? null);
  const head = `Machine parameters for ${dtype}\n${RULE}\n`;
  if (!core.isFloat(dtype)) return `${head}min = ${text('min')}\nmax = ${text('max')}\n${RULE}\n`;
  const { mantissa, exponent, digits, column } = FORMATS[dtype as FloatName];
  const shown = (name: string): string =>
    Number((values.get(name) as NumpyScalar).value)
      .toExponential(digits)
      .replace(/e([+-])(\d)$/, 'e$10$2');
  const row = (left: string, size: number | string, right: string, value: string): string =>
    `${left}${String(size).padStart(column)}   ${right}${value}\n`;
  const least = 2 - 2 ** (exponent - 1);
  return [
    head,
    `precision = ${text('precision').padStart(3)}   resolution = ${shown('resolution')}\n`,
    row('machep = ', -mantissa, 'eps =        ', shown('eps')),
    row('negep =  ', -mantissa - 1, 'epsneg =     ', shown('epsneg')),
    row('minexp = ', least, 'tiny =       ', shown('tiny')),
    row('maxexp = ', 2 - least, 'max =        ', shown('max')),
    row('nexp =   ', exponent, 'min =        ', '-max'),
    `smallest_normal = ${shown('tiny')}   smallest_subnormal = ${shown('smallest_subnormal')}\n`,
    `${RULE}\n`,
  ].join('');
}

function limitsType(
  name: string,
  attributes: readonly string[],
  shown: readonly string[],
  make: (dtype: DType) => Limits,
): PyType {
  const type = new PyType({ name, module: 'numpy' });
  const on = members(type, isLimits)
    .constructs('dtype', (_type, value) => {
      const scalar = operandOf(value);
      return new TypeLimits(make(scalar === undefined ? readDType(value) : named(value)), type);
    })
    .getter('dtype', (self) => dtypeObject(self.limits.dtype))
    .getter('bits', (self) => BigInt(8 * itemSize(self.limits.dtype)));
  for (const each of attributes) on.getter(each, (self) => self.limits.values.get(each) ?? null);
  on.special('__repr__', ({ limits: { dtype, values } }) => {
    const fields = shown.map((each) => `${each}=${str(values.get(each) ?? null)}`);
    return `${name}(${[...fields, `dtype=${dtype}`].join(', ')})`;
  }).special('__str__', ({ limits: { dtype, values } }) => machineParameters(dtype, values));
  return type;
}

function named(value: Value): DType {
  const operand = operandOf(value);
  if (operand instanceof Tensor) return operand.dtype;
  return typeof value === 'bigint' ? 'int64' : 'float64';
}

function floatLimits(dtype: DType): Limits {
  if (!core.isFloat(dtype)) throw valueError(`data type <class 'numpy.${dtype}'> not inexact`);
  const { mantissa, exponent, precision } = FORMATS[dtype as FloatName];
  const eps = 2 ** -mantissa;
  const largest = 2 ** (exponent - 1) - 1;
  const [max, tiny] = [(2 - eps) * 2 ** largest, 2 ** (1 - largest)];
  const scalar = (value: number) => new NumpyScalar(value, dtype);
  return {
    dtype,
    values: new Map<string, Value>([
      ['eps', scalar(eps)],
      ['max', scalar(max)],
      ['min', scalar(-max)],
      ['tiny', scalar(tiny)],
      ['smallest_normal', scalar(tiny)],
      ['resolution', scalar(core.fromFlat([10 ** -precision], [], dtype).item())],
      ['precision', BigInt(precision)],
      ['epsneg', scalar(eps / 2)],
      ['smallest_subnormal', scalar(tiny * eps)],
    ]),
  };
}

function integerLimits(dtype: DType): Limits {
  if (core.isFloat(dtype) || dtype === 'bool') throw valueError(`Invalid integer data type '${dtype[0]}'.`);
  const bits = BigInt(8 * itemSize(dtype));
  const [min, max] = core.isUnsigned(dtype)
    ? [0n, 2n ** bits - 1n]
    : [-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n];
  return {
    dtype,
    values: new Map<string, Value>([
      ['min', min],
      ['max', max],
    ]),
  };
}

const LIMITS: readonly Entry[] = [
  [
    'finfo',
    limitsType(
      'finfo',
      [
        'eps',
        'epsneg',
        'max',
        'min',
        'tiny',
        'smallest_normal',
        'smallest_subnormal',
        'resolution',
        'precision',
      ],
      ['resolution', 'min', 'max'],
      floatLimits,
    ),
  ],
  ['iinfo', limitsType('iinfo', ['min', 'max'], ['min', 'max'], integerLimits)],
];
for (const [name, value] of LIMITS) laterFunctions.set(name, value);

/** The part adds to a module that is there and has none of its own. */
export const limitModules: Modules = new Map();
