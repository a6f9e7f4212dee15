/** Real numbers as CPython's `random` draws them: `uniform`, `gauss` and their kin. */
import { exp, log, pointAt } from '../../../tensor/random/index.ts';
import { pyError } from '../../objects/exceptions.ts';
import type { Value } from '../../objects/object.ts';
import { binary } from '../../operations/binary.ts';
import { toFloat } from '../../operations/convert.ts';
import type { RandomObject } from './generator.ts';

export const uniform = (self: RandomObject, a: Value, b: Value): Value =>
  binary('+', a, binary('*', binary('-', b, a), self.random()));

/** `mean + number * deviation`, with whatever numbers they are. */
const placed = (number: number, mean: Value, deviation: Value): Value =>
  binary('+', mean, binary('*', number, deviation));

/** Returns a normal number of the method of Box and Muller, whose second one is kept for the next call. */
export function gauss(self: RandomObject, mean: Value, deviation: Value): Value {
  const { keptNormal } = self;
  self.keptNormal = undefined;
  if (keptNormal !== undefined) return placed(keptNormal, mean, deviation);
  const { cos, sin } = pointAt(self.random() * 2 * Math.PI);
  const radius = Math.sqrt(-2 * log(1 - self.random()));
  self.keptNormal = sin * radius;
  return placed(cos * radius, mean, deviation);
}

/** The width of the box of Kinderman and Monahan (1977, https://doi.org/10.1145/355744.355750). */
const BOX = (4 * exp(-0.5)) / Math.sqrt(2);

/** Returns a normal number as the ratio of two uniform ones. */
export function normalVariate(self: RandomObject, mean: Value, deviation: Value): Value {
  for (;;) {
    const x = self.random();
    const y = 1 - self.random();
    const ratio = (BOX * (x - 0.5)) / y;
    if ((ratio * ratio) / 4 <= -log(y)) return placed(ratio, mean, deviation);
  }
}

export function expoVariate(self: RandomObject, rate: Value): number {
  const lambda = toFloat(rate);
  if (lambda === 0) throw pyError('ZeroDivisionError', 'float division by zero');
  return -log(1 - self.random()) / lambda;
}

export const logNormalVariate = (self: RandomObject, mean: Value, deviation: Value): number =>
  exp(toFloat(normalVariate(self, mean, deviation)));

/** Returns a number of a triangle from `low` to `high`, highest at `mode`, the middle for None. */
export function triangular(self: RandomObject, low: Value, high: Value, mode: Value): Value {
  let [from, to] = [toFloat(low), toFloat(high)];
  let u = self.random();
  if (mode !== null && to === from) return low;
  let peak = mode === null ? 0.5 : (toFloat(mode) - from) / (to - from);
  if (u > peak) {
    u = 1 - u;
    peak = 1 - peak;
    [from, to] = [to, from];
  }
  return from + (to - from) * Math.sqrt(u * peak);
}
