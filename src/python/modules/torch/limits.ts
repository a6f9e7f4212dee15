/** `torch.finfo` and `torch.iinfo`: what numbers a dtype holds. A part of PyTorch that is fetched where it is named. */
import { bitsOf, type DType, isFloat, isInteger, isUnsigned } from '../../../tensor/index.ts';
import { format, members, PyObject, PyType, pyError, typeError, type Value } from '../../objects/index.ts';
import type { Modules } from '../host.ts';
import { defaultDType } from './creation.ts';
import { offerFunctions } from './define.ts';
import { readDType } from './dtype.ts';
import './index.ts';

/** Bits of the fraction and the greatest exponent (IEEE 754-2019, table 3.5; bfloat16 has the exponents of float32). */
const FORMATS = {
  float64: { fraction: 52, exponent: 1023, resolution: 1e-15 },
  float32: { fraction: 23, exponent: 127, resolution: 1e-6 },
  float16: { fraction: 10, exponent: 15, resolution: 1e-3 },
  bfloat16: { fraction: 7, exponent: 127, resolution: 1e-2 },
} as const;

class Limits extends PyObject {
  readonly #type: PyType;
  readonly dtype: DType;

  constructor(type: PyType, dtype: DType) {
    super();
    this.#type = type;
    this.dtype = dtype;
  }

  override get type(): PyType {
    return this.#type;
  }
}

const floatLimits = new PyType({ name: 'finfo', module: 'torch' });
const wholeLimits = new PyType({ name: 'iinfo', module: 'torch' });

const formatOf = ({ dtype }: Limits) => FORMATS[dtype as keyof typeof FORMATS];
const spacing = (self: Limits): number => 2 ** -formatOf(self).fraction;
const greatest = (self: Limits): number => (2 - spacing(self)) * 2 ** formatOf(self).exponent;
const smallest = (self: Limits): number => 2 ** (1 - formatOf(self).exponent);

const FLOAT_VALUES: readonly (readonly [name: string, of: (self: Limits) => number])[] = [
  ['resolution', (self) => formatOf(self).resolution],
  ['min', (self) => -greatest(self)],
  ['max', greatest],
  ['eps', spacing],
  ['smallest_normal', smallest],
  ['tiny', smallest],
];

const isFloatLimits = (value: Value): value is Limits =>
  value instanceof Limits && value.type === floatLimits;
const isWholeLimits = (value: Value): value is Limits =>
  value instanceof Limits && value.type === wholeLimits;
const bits = ({ dtype }: Limits): bigint => BigInt(bitsOf(dtype));
const lowest = (self: Limits): bigint => (isUnsigned(self.dtype) ? 0n : -(2n ** (bits(self) - 1n)));
const highest = (self: Limits): bigint => 2n ** (bits(self) - (isUnsigned(self.dtype) ? 0n : 1n)) - 1n;

/** Returns a limit with six digits, as C++ streams print it. */
const short = (limit: number | bigint): string => format(Number(limit), 'g');

const ofFloats = members(floatLimits, isFloatLimits)
  .constructs('type=None', (_type, given) => {
    const dtype = given === null ? defaultDType() : readDType(given);
    if (isFloat(dtype)) return new Limits(floatLimits, dtype);
    throw typeError(
      "torch.finfo() requires a floating point input type. Use torch.iinfo to handle 'torch.finfo'",
    );
  })
  .getter('bits', bits)
  .getter('dtype', ({ dtype }) => dtype);
for (const [name, of] of FLOAT_VALUES) ofFloats.getter(name, of);
ofFloats.special('__repr__', (self) => {
  const parts = FLOAT_VALUES.map(([name, of]) => `${name}=${short(of(self))}`);
  return `finfo(${parts.join(', ')}, dtype=${self.dtype})`;
});

members(wholeLimits, isWholeLimits)
  .constructs('type', (_type, given) => {
    const dtype = readDType(given);
    if (dtype === 'bool') throw pyError('RuntimeError', 'torch.bool is not supported by torch.iinfo');
    if (isInteger(dtype)) return new Limits(wholeLimits, dtype);
    throw typeError("torch.iinfo() requires an integer input type. Use torch.finfo to handle 'torch.iinfo'");
  })
  .getter('bits', bits)
  .getter('min', lowest)
  .getter('max', highest)
  .getter('dtype', ({ dtype }) => dtype)
  .special(
    '__repr__',
    (self) => `iinfo(min=${short(lowest(self))}, max=${short(highest(self))}, dtype=${self.dtype})`,
  );

offerFunctions([
  ['finfo', floatLimits],
  ['iinfo', wholeLimits],
]);

/** The part adds to a module that is there and has none of its own. */
export const limitModules: Modules = new Map();
