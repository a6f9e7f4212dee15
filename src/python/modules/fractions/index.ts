/** `fractions`: https://docs.python.org/3/library/fractions.html */

import {
  asIndex,
  binary,
  type Comparison,
  call,
  compare,
  format,
  getAttribute,
  members,
  NOT_IMPLEMENTED,
  PyObject,
  PyTuple,
  PyType,
  pyError,
  toArray,
  toFloat,
  toIndex,
  typeError,
  type Value,
  valueError,
} from '../../objects/index.ts';
import type { Modules } from '../host.ts';
import { standardModule } from '../standard/module.ts';

const fractionType = new PyType({ name: 'Fraction', module: 'fractions' });

/** A fraction in lowest terms, its denominator positive. */
class Fraction extends PyObject {
  readonly above: bigint;
  readonly below: bigint;

  constructor(above: bigint, below: bigint) {
    super();
    if (below === 0n) throw pyError('ZeroDivisionError', `Fraction(${above}, 0)`);
    const common = greatestDivisor(above, below) * (below < 0n ? -1n : 1n);
    this.above = above / common;
    this.below = below / common;
  }

  override get type(): PyType {
    return fractionType;
  }
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

const isFraction = (value: Value): value is Fraction => value instanceof Fraction;

/** A fraction, or an int as one; undefined for other values. */
function rational(value: Value): Fraction | undefined {
  if (isFraction(value)) return value;
  return typeof value === 'bigint' || typeof value === 'boolean'
    ? new Fraction(BigInt(value), 1n)
    : undefined;
}

function ofFloat(value: number): Fraction {
  const [above, below] = toArray(call(getAttribute(value, 'as_integer_ratio')));
  return new Fraction(above as bigint, below as bigint);
}

/** `3/4`, `-0.25`, `1e-3`: what CPython's `Fraction` reads. */
const WRITTEN = /^\s*([-+]?)(?=\d|\.\d)(\d*)(?:\/(\d+)|(?:\.(\d*))?(?:e([-+]?\d+))?)\s*$/i;

function ofText(text: string): Fraction {
  const found = WRITTEN.exec(text.replaceAll(/(?<=\d)_(?=\d)/g, ''));
  if (found === null) throw valueError(`Invalid literal for Fraction: '${text}'`);
  const [, sign, whole = '', below, decimals = '', exponent = '0'] = found;
  const digits = BigInt(whole + decimals || '0') * (sign === '-' ? -1n : 1n);
  if (below !== undefined) return new Fraction(digits, BigInt(below));
  const shift = BigInt(exponent) - BigInt(decimals.length);
  return shift >= 0n ? new Fraction(digits * 10n ** shift, 1n) : new Fraction(digits, 10n ** -shift);
}

function made(numerator: Value, denominator: Value): Fraction {
  if (denominator !== null) {
    const [above, below] = [rational(numerator), rational(denominator)];
    if (above === undefined || below === undefined)
      throw typeError('both arguments should be Rational instances');
    if (below.above === 0n) throw pyError('ZeroDivisionError', `Fraction(${above.above}, 0)`);
    return new Fraction(above.above * below.below, above.below * below.above);
  }
  if (typeof numerator === 'string') return ofText(numerator);
  if (typeof numerator === 'number') return ofFloat(numerator);
  const found = rational(numerator);
  if (found !== undefined) return found;
  throw typeError('argument should be a string or a Rational instance');
}

const toNumber = ({ above, below }: Fraction): number => binary('/', above, below) as number;

/** Rounds towards minus infinity. */
function floor({ above, below }: Fraction): bigint {
  const whole = above / below;
  return above < 0n && above % below !== 0n ? whole - 1n : whole;
}

/** Rounds to the nearest integer, halves to the even one. */
function nearest(value: Fraction): bigint {
  const low = floor(value);
  const rest = 2n * (value.above - low * value.below) - value.below;
  if (rest !== 0n) return rest > 0n ? low + 1n : low;
  return low % 2n === 0n ? low : low + 1n;
}

type Operation = (a: Fraction, b: Fraction) => Value;
const OPERATIONS: readonly (readonly [
  name: string,
  operator: '+' | '-' | '*' | '/' | '//' | '%',
  Operation,
])[] = [
  ['add', '+', (a, b) => new Fraction(a.above * b.below + b.above * a.below, a.below * b.below)],
  ['sub', '-', (a, b) => new Fraction(a.above * b.below - b.above * a.below, a.below * b.below)],
  ['mul', '*', (a, b) => new Fraction(a.above * b.above, a.below * b.below)],
  ['truediv', '/', (a, b) => quotient(a, b)],
  ['floordiv', '//', (a, b) => wholeQuotient(a, b)],
  [
    'mod',
    '%',
    (a, b) => {
      const whole = wholeQuotient(a, b);
      return new Fraction(a.above * b.below - whole * b.above * a.below, a.below * b.below);
    },
  ],
];

function quotient(a: Fraction, b: Fraction): Fraction {
  if (b.above === 0n) throw pyError('ZeroDivisionError', `Fraction(${a.above * b.below}, 0)`);
  return new Fraction(a.above * b.below, a.below * b.above);
}

function wholeQuotient(a: Fraction, b: Fraction): bigint {
  if (b.above === 0n) throw pyError('ZeroDivisionError', 'integer division or modulo by zero');
  return floor(quotient(a, b));
}

function power(base: Fraction, exponent: Value): Value {
  const by = rational(exponent);
  if (by === undefined)
    return typeof exponent === 'number' ? binary('**', toNumber(base), exponent) : NOT_IMPLEMENTED;
  if (by.below !== 1n) return binary('**', toNumber(base), toNumber(by));
  if (by.above >= 0n)
    return new Fraction(
      binary('**', base.above, by.above) as bigint,
      binary('**', base.below, by.above) as bigint,
    );
  if (base.above === 0n) throw pyError('ZeroDivisionError', `Fraction(${base.below ** -by.above}, 0)`);
  return new Fraction(
    binary('**', base.below, -by.above) as bigint,
    binary('**', base.above, -by.above) as bigint,
  );
}

/** The nearest fraction whose denominator is at most `limit`: the convergents of its continued fraction. */
function limited(self: Fraction, limit: bigint): Fraction {
  if (limit < 1n) throw valueError('max_denominator should be at least 1');
  if (self.below <= limit) return self;
  let [p0, q0, p1, q1] = [0n, 1n, 1n, 0n];
  let [n, d] = [self.above, self.below];
  for (;;) {
    const a = floor(new Fraction(n, d));
    const q2 = q0 + a * q1;
    if (q2 > limit) break;
    [p0, q0, p1, q1] = [p1, q1, p0 + a * p1, q2];
    [n, d] = [d, n - a * d];
  }
  const k = (limit - q0) / q1;
  // Which of the two neighbours is nearer.
  return 2n * d * (q0 + k * q1) <= self.below ? new Fraction(p1, q1) : new Fraction(p0 + k * p1, q0 + k * q1);
}

/** The prime that CPython reduces hashes of numbers by: https://docs.python.org/3/library/stdtypes.html#hashing-of-numeric-types */
const MODULUS = 2n ** 61n - 1n;

function modularInverse(value: bigint): bigint {
  let [result, base, exponent] = [1n, value % MODULUS, MODULUS - 2n];
  for (; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * base) % MODULUS;
    base = (base * base) % MODULUS;
  }
  return result;
}

function hash({ above, below }: Fraction): bigint {
  const size = (((above < 0n ? -above : above) % MODULUS) * modularInverse(below)) % MODULUS;
  const signed = above < 0n ? -size : size;
  return signed === -1n ? -2n : signed;
}

const text = ({ above, below }: Fraction): string => (below === 1n ? `${above}` : `${above}/${below}`);

const define = members(fractionType, isFraction, 'python')
  .constructs('numerator=0, denominator=None', (_type, numerator, denominator) =>
    made(numerator, denominator),
  )
  .getter('numerator', (self) => self.above)
  .getter('denominator', (self) => self.below)
  .getter('real', (self) => self)
  .getter('imag', () => 0n)
  .method('as_integer_ratio', '', (self) => new PyTuple([self.above, self.below]))
  .method('is_integer', '', (self) => self.below === 1n)
  .method('conjugate', '', (self) => self)
  .method('limit_denominator', 'max_denominator=1000000', (self, limit) => limited(self, toIndex(limit)))
  .classMethod('from_float', 'f', (_type, value) => ofFloat(toFloat(value)))
  .special('__neg__', (self) => new Fraction(-self.above, self.below))
  .special('__pos__', (self) => self)
  .special('__abs__', (self) => new Fraction(self.above < 0n ? -self.above : self.above, self.below))
  .special('__bool__', (self) => self.above !== 0n)
  .special('__float__', toNumber)
  .special('__int__', (self) => self.above / self.below)
  .special('__trunc__', (self) => self.above / self.below)
  .special('__floor__', floor)
  .special('__ceil__', (self) => -floor(new Fraction(-self.above, self.below)))
  .method('__round__', 'ndigits=None', (self, digits) => {
    if (digits === null) return nearest(self);
    const places = toIndex(digits);
    const scale = 10n ** (places < 0n ? -places : places);
    return places >= 0n
      ? new Fraction(nearest(new Fraction(self.above * scale, self.below)), scale)
      : new Fraction(nearest(new Fraction(self.above, self.below * scale)) * scale, 1n);
  })
  .special('__hash__', hash)
  .special('__repr__', (self) => `Fraction(${self.above}, ${self.below})`)
  .special('__str__', text)
  .special('__format__', (self, spec) => (spec === '' ? text(self) : format(toNumber(self), String(spec))))
  .special('__pow__', power)
  .special('__rpow__', (self, other) => {
    const base = rational(other);
    if (base !== undefined && self.below === 1n) return power(base, self.above);
    return asIndex(other) === undefined && typeof other !== 'number'
      ? NOT_IMPLEMENTED
      : binary('**', toFloat(other), toNumber(self));
  });

for (const [name, operator, compute] of OPERATIONS) {
  const apply = (a: Value, b: Value): Value => {
    const [left, right] = [rational(a), rational(b)];
    if (left !== undefined && right !== undefined) return compute(left, right);
    if (typeof a !== 'number' && typeof b !== 'number') return NOT_IMPLEMENTED;
    return binary(operator, toFloat(a), toFloat(b));
  };
  define
    .special(`__${name}__`, (self, other) => apply(self, other))
    .special(`__r${name}__`, (self, other) => apply(other, self));
}

for (const [name, operator] of [
  ['eq', '=='],
  ['ne', '!='],
  ['lt', '<'],
  ['le', '<='],
  ['gt', '>'],
  ['ge', '>='],
] as readonly (readonly [string, Comparison])[])
  define.special(`__${name}__`, (self, other) => {
    const right = typeof other === 'number' && Number.isFinite(other) ? ofFloat(other) : rational(other);
    if (right !== undefined) return compare(operator, self.above * right.below, right.above * self.below);
    return typeof other === 'number' ? compare(operator, 0, other) : NOT_IMPLEMENTED;
  });

export const fractionsModules: Modules = standardModule('fractions', () => [
  ['Fraction', fractionType] as [string, Value],
]);
