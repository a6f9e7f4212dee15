/** `torch.autograd`, and the backward pass that it shares with `Tensor.backward`. */
import { backward, gradientsOf, type Variable } from '../../../tensor/autograd/index.ts';
import { isTrue, PyModule, PyTuple, typeError, typeName, type Value } from '../../objects/index.ts';
import { type Host, submodulesOf } from '../host.ts';
import { itemsOf } from './arguments.ts';
import { type Entry, pythonFunction } from './define.ts';
import { asTorch } from './errors.ts';
import { GRADIENT_MODES } from './gradient-modes.ts';
import { laterAutograd } from './later.ts';
import { publicNames } from './public-names.ts';
import { session } from './session.ts';
import { isTensor, type TensorObject, wrap } from './tensor.ts';

const CYCLE =
  'Using backward() with create_graph=True will create a reference cycle between the parameter and its gradient which can cause a memory leak. We recommend using autograd.grad when creating the graph to avoid this. If you have to use this function, make sure to reset the .grad fields of your parameters to None after use to break the cycle and avoid the leak.';

/** Gradients given for outputs, as variables; a lone tensor for a lone output. */
function gradientsFor(outputs: readonly TensorObject[], given: Value): (Variable | null)[] {
  const listed = isTensor(given) || given === null || outputs.length === 1 ? [given] : itemsOf(given);
  const spread = outputs.length === 1 && itemsOf(given).length === 1 ? itemsOf(given) : listed;
  return outputs.map((_, i) => {
    const gradient = spread[i] ?? null;
    if (gradient === null) return null;
    if (!isTensor(gradient))
      throw typeError(`gradients can be either Tensors or None, but got ${typeName(gradient)}`);
    return gradient.variable;
  });
}

export function runBackward(
  outputs: readonly TensorObject[],
  gradients: Value,
  retain: Value,
  inputs: Value = null,
  create = false,
): void {
  if (create) session().host.warn('UserWarning', CYCLE);
  asTorch(() =>
    backward(
      outputs.map(({ variable }) => variable),
      {
        gradients: gradientsFor(outputs, gradients),
        createGraph: create,
        ...(retain === null ? {} : { retainGraph: isTrue(retain) }),
        inputs: inputs === null ? undefined : tensorsOf(inputs).map(({ variable }) => variable),
      },
    ),
  );
}

const tensorsOf = (value: Value): TensorObject[] =>
  (isTensor(value) ? [value] : itemsOf(value)).filter(isTensor);

const AUTOGRAD: readonly Entry[] = [
  pythonFunction(
    'backward',
    'tensors, grad_tensors=None, retain_graph=None, create_graph=False, grad_variables=None!, inputs=None',
    (tensors, gradients, retain, create, _variables, inputs) => {
      runBackward(tensorsOf(tensors), gradients, retain, inputs, isTrue(create));
      return null;
    },
    'torch.autograd',
  ),
  pythonFunction(
    'grad',
    'outputs, inputs, grad_outputs=None, retain_graph=None, create_graph=False, only_inputs=True!, allow_unused=None, is_grads_batched=False!, materialize_grads=False!',
    (outputs, inputs, gradients, retain, create, _only, unused) => {
      const from = tensorsOf(outputs);
      const found = gradientsOf(
        from.map(({ variable }) => variable),
        tensorsOf(inputs).map(({ variable }) => variable),
        {
          gradients: gradientsFor(from, gradients),
          createGraph: isTrue(create),
          ...(retain === null ? {} : { retainGraph: isTrue(retain) }),
          allowUnused: isTrue(unused),
        },
      );
      return new PyTuple(found.map((each) => (each === null ? null : wrap(each))));
    },
    'torch.autograd',
  ),
];

export function autogradModule(host: Host): PyModule {
  const members = (): (readonly [string, Value])[] => [
    ...AUTOGRAD,
    ...GRADIENT_MODES.filter(([name]) => name !== 'inference_mode'),
    ...laterAutograd,
    ...submodulesOf('torch.autograd', ['functional'], host),
  ];
  return new PyModule('torch.autograd', members(), {
    library: 'PyTorch',
    notOffered: [...publicNames('autograd'), 'functional', 'forward_ad'],
    growth: { count: host.fetchedCount, members },
  });
}
