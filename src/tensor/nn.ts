/** What a neural network layer computes, composed of plain operations. */
import { add, divide, maximum, multiply, subtract } from './arithmetic.ts';
import { expand, mergeShapes } from './broadcast.ts';
import { greater } from './comparison.ts';
import { product } from './matmul.ts';
import { norm } from './norm.ts';
import { numpyRules } from './promote-numpy.ts';
import type { Rules } from './promotion.ts';
import { max, sum } from './reduce.ts';
import type { Shape } from './shape.ts';
import { mean } from './statistics.ts';
import type { Tensor } from './tensor.ts';
import { exp, log, negative, reciprocal, square, type UnaryOptions } from './unary.ts';
import { transpose } from './views.ts';
import { where } from './where.ts';

/** x where it is above 0, else 0; nan and −0 stay. */
export function relu<S extends Shape>(t: Tensor<S>, options?: UnaryOptions): Tensor<S> {
  return maximum<[], Shape>(0, t, options) as Tensor as Tensor<S>;
}

/** x where it is above 0, else `slope` · x. */
export function leakyRelu<S extends Shape>(t: Tensor<S>, slope = 0.01, rules: Rules = numpyRules): Tensor<S> {
  const scaled = multiply<Shape>(t, { python: 'float', value: slope }, { rules });
  return where(greater<Shape>(t, 0), t, scaled, rules) as Tensor as Tensor<S>;
}

/** 1 / (1 + e⁻ˣ), rounded after each step. */
export function sigmoid<S extends Shape>(t: Tensor<S>, rules: Rules = numpyRules): Tensor<S> {
  const grown: Tensor = exp(negative(t), { rules });
  return reciprocal(add(grown, 1, { rules }), { rules }) as Tensor as Tensor<S>;
}

/** eˣ divided by the sum of them along `axis`; the largest is taken off first so that nothing overflows. */
export function softmax<S extends Shape>(t: Tensor<S>, axis = -1, rules: Rules = numpyRules): Tensor<S> {
  const powers: Tensor = exp(shifted(t, axis), { rules });
  const total: Tensor = sum(powers, { axis, keepdims: true });
  return divide(powers, total, { rules }) as Tensor as Tensor<S>;
}

/** Returns the logarithm of `softmax`, without the loss of first computing it. */
export function logSoftmax<S extends Shape>(t: Tensor<S>, axis = -1, rules: Rules = numpyRules): Tensor<S> {
  const below = shifted(t, axis);
  const total: Tensor = sum(exp(below, { rules }), { axis, keepdims: true });
  return subtract(below, log(total, { rules }), { rules }) as Tensor as Tensor<S>;
}

function shifted(t: Tensor, axis: number): Tensor {
  return subtract(t, max(t, { axis, keepdims: true }));
}

/**
 * Returns the cosine of the angle between the vectors along `axis`, which broadcast: each is divided by its length, at least
 * `epsilon`, then multiplied and summed, as `torch.nn.functional.cosine_similarity`.
 */
export function cosineSimilarity(
  a: Tensor,
  b: Tensor,
  axis = 1,
  epsilon = 1e-8,
  rules: Rules = numpyRules,
): Tensor {
  const shape = mergeShapes(a.shape, b.shape, 'cosineSimilarity');
  const unit = (vectors: Tensor) => {
    const t: Tensor = expand(vectors, shape);
    const length = norm(t, { axis, keepdims: true, rules });
    return divide(t, maximum<Shape>(length, { python: 'float', value: epsilon }), { rules });
  };
  return sum(multiply(unit(a), unit(b)), { axis });
}

/**
 * x · Wᵀ + b for weights of shape (out, in): `torch.nn.functional.linear`.
 * @throws {ShapeError} `inner-sizes`, `broadcast`; {DTypeError} `differ` under PyTorch's rules.
 */
export function linear(x: Tensor, weight: Tensor, bias?: Tensor, rules: Rules = numpyRules): Tensor {
  const weighted = product('linear', x, transpose(weight), rules);
  return bias === undefined ? weighted : add(weighted, bias, { rules });
}

/** Returns the mean of the squared differences. @throws {ShapeError} `broadcast`. */
export function meanSquaredError(a: Tensor, b: Tensor, rules: Rules = numpyRules): Tensor<[]> {
  return mean(square(subtract(a, b, { rules })), { rules });
}
