/** Python's `math` module. */

import { exp, log, pow } from '../../../tensor/elementary/index.ts';
import * as functions from '../../../tensor/real-functions/index.ts';
import { step } from '../../limits.ts';
import { type NativeFunction, nativeFunction } from '../../objects/callables.ts';
import { PyTuple } from '../../objects/collections.ts';
import { pyError, typeError, valueError } from '../../objects/exceptions.ts';
import { PyModule } from '../../objects/module.ts';
import type { Value } from '../../objects/object.ts';
import { typeName } from '../../objects/types.ts';
import { binary } from '../../operations/binary.ts';
import { callSpecial } from '../../operations/call.ts';
import { asIndex, toFloat, toIndex, toSmallIndex } from '../../operations/convert.ts';
import { each, toArray } from '../../operations/iterate.ts';
import { bitLength } from '../../operations/numbers.ts';
import type { Modules } from '../host.ts';
import { exactSum, integerSquareRoot } from './exact.ts';
import { binaryParts, neighbour, remainder, scaled } from './float-parts.ts';
import { vectorLength } from './length.ts';
import { gamma, logGamma } from './special.ts';

type Real = (x: number) => number;

/** Returns a function of one float: nan from a number is a domain error, infinity from a finite one a range error. */
function real(name: string, compute: Real, infinityIsDomain = false): [string, NativeFunction] {
  return define(name, 'x, /', (x) => checked(compute, toFloat(x), infinityIsDomain));
}

function checked(compute: Real, x: number, infinityIsDomain: boolean): number {
  const result = compute(x);
  if (Number.isNaN(result) && !Number.isNaN(x)) throw valueError('math domain error');
  if (!Number.isFinite(result) && Number.isFinite(x)) {
    if (infinityIsDomain) throw valueError('math domain error');
    throw pyError('OverflowError', 'math range error');
  }
  return result;
}

const define: typeof definition = definition;
function definition<const S extends string>(
  name: string,
  signature: S,
  body: Parameters<typeof nativeFunction<S>>[2],
): [string, NativeFunction] {
  return [name, nativeFunction(name, signature, body, { module: 'math', qualifiedName: `math.${name}` })];
}

/** Rounds to an int: `floor`, `ceil` and `trunc` give an int for a float too. */
function rounding(name: string, special: string, round: Real): [string, NativeFunction] {
  return define(name, 'x, /', (x) => {
    const index = asIndex(x);
    if (index !== undefined) return index;
    const own = typeof x === 'object' ? callSpecial(x, special) : undefined;
    if (own !== undefined) return own;
    if (name === 'trunc' && typeof x !== 'number')
      throw typeError(`type ${typeName(x)} doesn't define __trunc__ method`);
    return floatToInt(round(toFloat(x)));
  });
}

function floatToInt(x: number): bigint {
  if (Number.isNaN(x)) throw valueError('cannot convert float NaN to integer');
  if (!Number.isFinite(x)) throw pyError('OverflowError', 'cannot convert float infinity to integer');
  return BigInt(x);
}

function logarithm(x: Value, base: (x: number) => number, perBit: number): number {
  if (typeof x === 'bigint' && x > 2n ** 1000n) {
    const shift = bitLength(x) - 64;
    return base(Number(x >> BigInt(shift))) + shift * perBit;
  }
  const number = toFloat(x);
  if (number <= 0) throw valueError(typeof x === 'bigint' || number <= 0 ? 'math domain error' : '');
  return base(number);
}

function isClose(a: number, b: number, relative: number, absolute: number): boolean {
  if (relative < 0 || absolute < 0) throw valueError('tolerances must be non-negative');
  if (a === b) return true;
  if (!Number.isFinite(a) || !Number.isFinite(b)) return false;
  const gap = Math.abs(b - a);
  return gap <= Math.abs(relative * b) || gap <= Math.abs(relative * a) || gap <= absolute;
}

function factorial(n: bigint): bigint {
  if (n < 0n) throw valueError('factorial() not defined for negative values');
  return fallingProduct(n, n);
}

/** n · (n − 1) · … of `count` factors. Each step counts, so that the limits hold for any `count`. */
function fallingProduct(n: bigint, count: bigint): bigint {
  let product = 1n;
  for (let factor = n; factor > n - count; factor--) {
    step();
    product = binary('*', product, factor) as bigint;
  }
  return product;
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [left, right] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (right !== 0n) [left, right] = [right, left % right];
  return left;
}

function combinations(n: bigint, k: bigint): bigint {
  if (n < 0n) throw valueError('n must be a non-negative integer');
  if (k < 0n) throw valueError('k must be a non-negative integer');
  if (k > n) return 0n;
  const chosen = k < n - k ? k : n - k;
  return fallingProduct(n, chosen) / fallingProduct(chosen, chosen);
}

const MEMBERS = (): [string, Value][] => [
  ['pi', Math.PI],
  ['e', Math.E],
  ['tau', 2 * Math.PI],
  ['inf', Number.POSITIVE_INFINITY],
  ['nan', Number.NaN],
  real('sqrt', Math.sqrt),
  real('cbrt', functions.cbrt),
  real('exp', exp),
  real('expm1', functions.expm1),
  real('exp2', functions.exp2),
  real('sin', functions.sin),
  real('cos', functions.cos),
  real('tan', functions.tan),
  real('asin', functions.asin),
  real('acos', functions.acos),
  real('atan', functions.atan),
  real('sinh', functions.sinh),
  real('cosh', functions.cosh),
  real('tanh', functions.tanh),
  real('asinh', functions.asinh),
  real('acosh', functions.acosh),
  real('atanh', functions.atanh, true),
  real('log1p', functions.log1p, true),
  real('fabs', Math.abs),
  real('degrees', (x) => x * (180 / Math.PI)),
  real('radians', (x) => x * (Math.PI / 180)),
  real('erf', functions.erf),
  real('erfc', functions.erfc),
  real('gamma', gamma),
  real('lgamma', logGamma, true),
  define('log', 'x, base=?, /', (x, base) => {
    const number = logarithm(x, log, Math.LN2);
    if (typeof base === 'object' && base !== null && typeName(base) === 'NotImplementedType') return number;
    const divisor = logarithm(base, log, Math.LN2);
    if (divisor === 0) throw pyError('ZeroDivisionError', 'division by zero');
    return number / divisor;
  }),
  define('log2', 'x, /', (x) => logarithm(x, functions.log2, 1)),
  define('log10', 'x, /', (x) => logarithm(x, functions.log10, Math.LOG10E * Math.LN2)),
  define('pow', 'x, y, /', (x, y) => {
    const [base, exponent] = [toFloat(x), toFloat(y)];
    if (base === 1 || exponent === 0) return 1;
    const result = pow(base, exponent);
    if (Number.isFinite(base) && Number.isFinite(exponent)) {
      if (Number.isNaN(result) || base === 0) {
        if (Number.isNaN(result) || exponent < 0) throw valueError('math domain error');
      }
      if (!Number.isFinite(result)) throw pyError('OverflowError', 'math range error');
    }
    return base === -1 && !Number.isFinite(exponent) && !Number.isNaN(exponent) ? 1 : result;
  }),
  define('atan2', 'y, x, /', (y, x) => functions.atan2(toFloat(y), toFloat(x))),
  define('hypot', '*coordinates', (coordinates) => vectorLength(coordinates.items.map(toFloat))),
  define('dist', 'p, q, /', (p, q) => {
    const [from, to] = [toArray(p), toArray(q)];
    if (from.length !== to.length) throw valueError('both points must have the same number of dimensions');
    return vectorLength(from.map((value, index) => toFloat(value) - toFloat(to[index] ?? null)));
  }),
  define('fmod', 'x, y, /', (x, y) => {
    const result = toFloat(x) % toFloat(y);
    if (Number.isNaN(result) && !Number.isNaN(toFloat(x)) && !Number.isNaN(toFloat(y)))
      throw valueError('math domain error');
    return result;
  }),
  define('copysign', 'x, y, /', (x, y) => {
    const sign = toFloat(y);
    return sign < 0 || Object.is(sign, -0) ? -Math.abs(toFloat(x)) : Math.abs(toFloat(x));
  }),
  define('modf', 'x, /', (x) => {
    const number = toFloat(x);
    const whole = Math.trunc(number);
    const rest = Number.isFinite(number) ? number - whole : Number.isNaN(number) ? number : 0;
    return new PyTuple([Object.is(number, -0) || number < 0 ? -Math.abs(rest) : rest, whole]);
  }),
  rounding('floor', '__floor__', Math.floor),
  rounding('ceil', '__ceil__', Math.ceil),
  rounding('trunc', '__trunc__', Math.trunc),
  define('isnan', 'x, /', (x) => Number.isNaN(toFloat(x))),
  define('isinf', 'x, /', (x) => Math.abs(toFloat(x)) === Number.POSITIVE_INFINITY),
  define('isfinite', 'x, /', (x) => Number.isFinite(toFloat(x))),
  define('isclose', 'a, b, *, rel_tol=1e-09, abs_tol=0.0', (a, b, relative, absolute) =>
    isClose(toFloat(a), toFloat(b), toFloat(relative), toFloat(absolute)),
  ),
  define('factorial', 'n, /', (n) => factorial(toIndex(n))),
  define('comb', 'n, k, /', (n, k) => combinations(toIndex(n), toIndex(k))),
  define('perm', 'n, k=None, /', (n, k) => {
    const [from, taken] = [toIndex(n), k === null ? toIndex(n) : toIndex(k)];
    if (from < 0n) throw valueError('n must be a non-negative integer');
    if (taken < 0n) throw valueError('k must be a non-negative integer');
    return taken > from ? 0n : fallingProduct(from, taken);
  }),
  define('gcd', '*integers', (integers) => integers.items.map(toIndex).reduce(greatestDivisor, 0n)),
  define('lcm', '*integers', (integers) =>
    integers.items
      .map(toIndex)
      .reduce(
        (a, b) =>
          a === 0n || b === 0n ? 0n : (a < 0n ? -a : a) * ((b < 0n ? -b : b) / greatestDivisor(a, b)),
        1n,
      ),
  ),
  define('isqrt', 'n, /', (n) => {
    const number = toIndex(n);
    if (number < 0n) throw valueError('isqrt() argument must be nonnegative');
    return integerSquareRoot(number);
  }),
  define('fsum', 'seq, /', (seq) => exactSum([...each(seq)].map(toFloat))),
  define('prod', 'iterable, /, *, start=1', (iterable, start) =>
    toArray(iterable).reduce((product, factor) => binary('*', product, factor), start),
  ),
  define('sumprod', 'p, q, /', (p, q) => {
    const [left, right] = [toArray(p), toArray(q)];
    if (left.length !== right.length) throw valueError('Inputs are not the same length');
    return left.reduce<Value>(
      (sum, value, index) => binary('+', sum, binary('*', value, right[index] ?? null)),
      0n,
    );
  }),
  define('frexp', 'x, /', (x) => {
    const { fraction, exponent } = binaryParts(toFloat(x));
    return new PyTuple([fraction, BigInt(exponent)]);
  }),
  define('ldexp', 'x, i, /', (x, exponent) => {
    const from = toFloat(x);
    const result = scaled(from, toSmallIndex(exponent));
    if (Number.isFinite(from) && !Number.isFinite(result)) throw pyError('OverflowError', 'math range error');
    return result;
  }),
  define('nextafter', 'x, y, /', (x, y) => neighbour(toFloat(x), toFloat(y))),
  define('ulp', 'x, /', (x) => {
    const size = Math.abs(toFloat(x));
    if (!Number.isFinite(size)) return size;
    const next = neighbour(size, Number.POSITIVE_INFINITY);
    return Number.isFinite(next) ? next - size : size - neighbour(size, 0);
  }),
  define('remainder', 'x, y, /', (x, y) => {
    const [from, by] = [toFloat(x), toFloat(y)];
    if (
      (by === 0 && !Number.isNaN(from)) ||
      (!Number.isFinite(from) && !Number.isNaN(from) && !Number.isNaN(by))
    )
      throw valueError('math domain error');
    return remainder(from, by);
  }),
];

const NOT_OFFERED = ['fma'];

function mathModule(): PyModule {
  return new PyModule('math', MEMBERS(), { notOffered: NOT_OFFERED, library: 'math' });
}

/** `math` alone. */
export const mathModules: Modules = new Map([['math', mathModule]]);
