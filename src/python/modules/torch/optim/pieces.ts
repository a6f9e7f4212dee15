/** What the optimisers have in common: their arithmetic in float32 and float64, and the checks of their options. */
import {
  add,
  addScaled,
  multiply,
  torchRules as rules,
  sqrt,
  type Tensor,
} from '../../../../tensor/index.ts';
import { binary, compare, getItem, isTrue, str, toFloat, valueError } from '../../../objects/index.ts';
import { type Check, notNegative, type Update } from './define.ts';

export const float = (value: number) => ({ python: 'float', value }) as const;
export const scaled = (x: Tensor, factor: number): Tensor => multiply(x, float(factor), { rules });
export const root = (x: Tensor): Tensor => sqrt(x, { rules });
export const plus = (x: Tensor, value: number): Tensor => add(x, float(value), { rules });

/** Returns a power as Python raises a float to it. */
export const power = (base: number, exponent: number): number => toFloat(binary('**', base, exponent));

/** Returns the gradient, with the share of the parameter that `weight_decay` adds. */
export function decayedGradient(update: Update): Tensor {
  const decay = update.number('weight_decay');
  return decay === 0 ? update.gradient : addScaled(update.gradient, update.parameter, decay);
}

/** Throws ValueError for a decay rate outside [0, 1). */
export const checkBetas: Check = (options) => {
  for (const place of [0, 1]) {
    const beta = getItem(options.get('betas') ?? null, BigInt(place));
    if (!isTrue(compare('<=', 0, beta)) || !isTrue(compare('<', beta, 1)))
      throw valueError(`Invalid beta parameter at index ${place}: ${str(beta)}`);
  }
};

/** Returns one of the two decay rates. */
export const betaOf = (update: Update, place: 0n | 1n): number => pairOf(update, 'betas', place);

/** Returns one of two numbers that are an option together. */
export const pairOf = (update: Update, name: string, place: 0n | 1n): number =>
  toFloat(getItem(update.option(name), place));

export const RATE = notNegative('lr', 'learning rate');
export const EPSILON = notNegative('eps', 'epsilon value');
export const DECAY = notNegative('weight_decay', 'weight_decay value');
