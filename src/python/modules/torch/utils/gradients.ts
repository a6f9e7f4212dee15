/** `torch.nn.utils`: gradients kept short, and the parameters of a model as one vector. */
import { operations as graph, setGradEnabled, Variable } from '../../../../tensor/autograd/index.ts';
import { assign, fromFlat, reshape, type Shape } from '../../../../tensor/index.ts';
import { each, isTrue, PyModule, str, toFloat, typeError, type Value } from '../../../objects/index.ts';
import { type Entry, pythonFunction } from '../define.ts';
import { runtimeError } from '../errors.ts';
import { typenameOf } from '../nn/assignment.ts';
import { session } from '../session.ts';
import { isTensor, type TensorObject, wrap } from '../tensor.ts';

const float = (value: number) => ({ python: 'float', value }) as const;

function tensorsOf(value: Value): TensorObject[] {
  if (isTensor(value)) return [value];
  return [...each(value)].map((item) => {
    if (isTensor(item)) return item;
    throw typeError(`expected a Tensor, got ${typenameOf(item)}`);
  });
}

const gradientsOf = (parameters: Value): Variable[] =>
  tensorsOf(parameters).flatMap(({ variable: { grad } }) => (grad === null ? [] : [grad]));

/** Runs `body` while nothing is recorded. */
function unrecorded<T>(body: () => T): T {
  const before = setGradEnabled(false);
  try {
    return body();
  } finally {
    setGradEnabled(before);
  }
}

/** Returns the norm of the norms. */
function totalNorm(gradients: readonly Variable[], p: number): Variable {
  if (gradients.length === 0) return new Variable(fromFlat<Shape>([0], [], session().defaultDType));
  const norms = gradients.map((gradient) => graph.vectorNorm(gradient, { ord: p }));
  return graph.vectorNorm(graph.stack(norms), { ord: p });
}

/** What PyTorch adds to the norm, so that it never divides by 0. */
const EPSILON = 1e-6;

function clipNorm(parameters: Value, most: Value, p: Value, strict: Value): Variable {
  return unrecorded(() => {
    const gradients = gradientsOf(parameters);
    const total = totalNorm(gradients, toFloat(p));
    const value = total.value.item();
    if (isTrue(strict) && !Number.isFinite(value))
      throw runtimeError(
        `The total norm of order ${str(p)} for gradients from \`parameters\` is non-finite, so it cannot be clipped. To disable this error and scale the gradients by the non-finite norm anyway, set \`error_if_nonfinite=False\``,
      );
    const shorter = graph.mul(graph.reciprocal(graph.add(total, float(EPSILON))), float(toFloat(most)));
    const factor = graph.clampMax(shorter, 1);
    for (const gradient of gradients) graph.mul.inPlace(gradient, factor);
    return total;
  });
}

function clipValue(parameters: Value, most: Value): null {
  const limit = toFloat(most);
  unrecorded(() => {
    for (const gradient of gradientsOf(parameters))
      graph.clamp.inPlace(gradient, float(-limit), float(limit));
  });
  return null;
}

const vectorOf = (parameters: Value): Variable =>
  graph.cat(tensorsOf(parameters).map(({ variable }) => graph.reshape(variable, [-1])));

function spreadVector(vector: Value, parameters: Value): null {
  if (!isTensor(vector)) throw typeError(`expected torch.Tensor, but got: ${typenameOf(vector)}`);
  const flat = vector.tensor.toFlat();
  let start = 0;
  for (const { tensor, variable } of tensorsOf(parameters)) {
    const part = fromFlat<Shape>(flat.slice(start, start + tensor.size), [tensor.size], tensor.dtype);
    assign(tensor, reshape<Shape>(part, tensor.shape));
    variable.version.writes++;
    start += tensor.size;
  }
  return null;
}

const MODULE = 'torch.nn.utils';
const FUNCTIONS: readonly Entry[] = [
  pythonFunction(
    'clip_grad_norm_',
    'parameters, max_norm, norm_type=2.0, error_if_nonfinite=False, foreach=None',
    (parameters, most, p, strict) => wrap(clipNorm(parameters, most, p, strict)),
    MODULE,
  ),
  pythonFunction(
    'clip_grad_value_',
    'parameters, clip_value, foreach=None',
    (parameters, most) => clipValue(parameters, most),
    MODULE,
  ),
  pythonFunction(
    'get_total_norm',
    'tensors, norm_type=2.0, error_if_nonfinite=False, foreach=None',
    (tensors, p) =>
      unrecorded(() =>
        totalNorm(
          tensorsOf(tensors).map(({ variable }) => variable),
          toFloat(p),
        ),
      ),
    MODULE,
  ),
  pythonFunction('parameters_to_vector', 'parameters', vectorOf, MODULE),
  pythonFunction('vector_to_parameters', 'vec, parameters', spreadVector, MODULE),
];

export const layerUtilities = (): PyModule =>
  new PyModule(MODULE, FUNCTIONS, {
    library: 'PyTorch',
    alias: 'nn.utils',
    notOffered:
      'clip_grad clip_grad_norm clip_grads_with_norm_ convert_conv2d_weight_memory_format convert_conv3d_weight_memory_format convert_parameters fuse_conv_bn_eval fuse_conv_bn_weights fuse_linear_bn_eval fuse_linear_bn_weights fusion init memory_format parametrizations parametrize prune remove_spectral_norm remove_weight_norm rnn skip_init spectral_norm stateless weight_norm'.split(
        ' ',
      ),
  });
