/** `torch.autograd`, and the backward pass that it shares with `Tensor.backward`. */
import { backward, gradientsOf, type Variable } from '../../../tensor/autograd/index.ts';
import { isTrue, PyModule, PyTuple, Refusal, typeError, typeName, type Value } from '../../objects/index.ts';
import type { Host } from '../host.ts';
import { itemsOf } from './arguments.ts';
import { type Entry, pythonFunction } from './define.ts';
import { asTorch } from './errors.ts';
import { GRADIENT_MODES } from './gradient-modes.ts';
import { laterAutograd } from './later.ts';
import { publicNames } from './public-names.ts';
import { isTensor, type TensorObject, wrap } from './tensor.ts';

export function refuseSecondOrder(create: boolean): void {
  if (create)
    throw new Refusal("create_graph=True (gradients of gradients) is not part of this book's PyTorch");
}

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
): void {
  asTorch(() =>
    backward(
      outputs.map(({ variable }) => variable),
      {
        gradients: gradientsFor(outputs, gradients),
        retainGraph: isTrue(retain),
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
      refuseSecondOrder(isTrue(create));
      runBackward(tensorsOf(tensors), gradients, retain, inputs);
      return null;
    },
    'torch.autograd',
  ),
  pythonFunction(
    'grad',
    'outputs, inputs, grad_outputs=None, retain_graph=None, create_graph=False, only_inputs=True!, allow_unused=None, is_grads_batched=False!, materialize_grads=False!',
    (outputs, inputs, gradients, retain, create, _only, unused) => {
      refuseSecondOrder(isTrue(create));
      const from = tensorsOf(outputs);
      const found = gradientsOf(
        from.map(({ variable }) => variable),
        tensorsOf(inputs).map(({ variable }) => variable),
        {
          gradients: gradientsFor(from, gradients),
          retainGraph: isTrue(retain),
          allowUnused: isTrue(unused),
        },
      );
      return new PyTuple(found.map((each) => (each === null ? null : wrap(each))));
    },
    'torch.autograd',
  ),
];

export function autogradModule({ fetchedCount }: Host): PyModule {
  const members = (): (readonly [string, Value])[] => [
    ...AUTOGRAD,
    ...GRADIENT_MODES.filter(([name]) => name !== 'inference_mode'),
    ...laterAutograd,
  ];
  return new PyModule('torch.autograd', members(), {
    library: 'PyTorch',
    notOffered: publicNames('autograd'),
    growth: { count: fetchedCount, members },
  });
}
