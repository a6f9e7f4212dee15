/** The tensor's side of autograd: its gradient, its place in the graph, the wish for a gradient. */
import { currentTracer, Variable } from '../../../tensor/autograd/index.ts';
import { call, members, Refusal, typeError, typeName, type Value } from '../../objects/index.ts';
import { runBackward } from './autograd.ts';
import { define } from './define.ts';
import { asTorch, list, runtimeError } from './errors.ts';
import { nodeObject } from './gradient-function.ts';
import { RemovableHandle } from './removable-handle.ts';
import { session } from './session.ts';
import { isTensor, type TensorObject, tensorType, wrap } from './tensor.ts';

/** PyTorch's warning when the gradient of a computed tensor is asked for. */
const NO_GRADIENT_KEPT =
  "The .grad attribute of a Tensor that is not a leaf Tensor is being accessed. Its .grad attribute won't be populated during autograd.backward(). If you indeed want the .grad field to be populated for a non-leaf Tensor, use .retain_grad() on the non-leaf Tensor. If you access the non-leaf Tensor by mistake, make sure you access the leaf Tensor instead. See github.com/pytorch/pytorch/pull/30531 for more informations.";

members(tensorType, isTensor)
  .getter(
    'requires_grad',
    ({ variable }) => variable.requiresGrad,
    ({ variable }, value) => {
      if (typeof value !== 'boolean') throw runtimeError('requires_grad must be a bool');
      asTorch(() => variable.requireGrad(value, 'attribute'));
    },
  )
  .getter(
    'grad',
    ({ variable }) => {
      if (variable.grad !== null) return wrap(variable.grad);
      // https://github.com/pytorch/pytorch/blob/v2.6.0/aten/src/ATen/templates/TensorBody.h, Tensor::grad
      if (!variable.isLeaf && !variable.retainsGrad) session().host.warn('UserWarning', NO_GRADIENT_KEPT);
      return null;
    },
    ({ variable }, value) => {
      if (value !== null && !isTensor(value))
        throw typeError(
          `assigned grad expected to be a Tensor or None but got grad of type ${typeName(value)}`,
        );
      asTorch(() => {
        variable.grad = value === null ? null : value.variable;
      });
    },
  )
  .getter('grad_fn', ({ variable }) => (variable.gradFn === null ? null : nodeObject(variable.gradFn)))
  .getter('is_leaf', ({ variable }) => variable.isLeaf)
  .getter('retains_grad', ({ variable }) => variable.retainsGrad)
  .getter('_version', ({ variable }) => BigInt(variable.version.writes))
  .getter('data', ({ variable }) => wrap(variable.data), setData);

/** `x.data = y`: from now on x shows the elements of y; its wish for a gradient stays. */
function setData(self: TensorObject, value: Value): void {
  if (!isTensor(value)) throw typeError(`Variable data has to be a tensor, but got ${typeName(value)}`);
  const { variable, tensor } = self;
  const same = tensor.storage === value.tensor.storage && tensor.offset === value.tensor.offset;
  if (same && list(tensor.shape) === list(value.tensor.shape)) return;
  const next = new Variable(value.tensor);
  if (variable.requiresGrad) next.requireGrad();
  self.become(next);
}

define(
  'requires_grad_',
  'Tensor input, bool requires_grad=True',
  (given) => {
    const object = given.object('input');
    object.variable.requireGrad(given.flag('requires_grad', true), 'method');
    return object;
  },
  'method',
);
define('detach', 'Tensor input', (given) => given.variable('input').detach());
define(
  'detach_',
  'Tensor input',
  () => {
    throw new Refusal("Tensor.detach_ is not part of this book's PyTorch; Tensor.detach is");
  },
  'method',
);
define(
  'retain_grad',
  'Tensor input',
  (given) => {
    given.variable('input').retainGrad();
    return null;
  },
  'method',
);
define(
  'backward',
  'Tensor input, object gradient=None, object retain_graph=None, bool create_graph=False, object inputs=None',
  (given) => {
    runBackward(
      [given.object('input')],
      given.value('gradient') ?? null,
      given.value('retain_graph') ?? null,
      given.value('inputs') ?? null,
      given.flag('create_graph'),
    );
    return null;
  },
  'method',
);
define(
  'register_hook',
  'Tensor input, object hook',
  (given) => {
    const { variable } = given.object('input');
    const { edge } = variable;
    if (edge === null) throw runtimeError("cannot register a hook on a tensor that doesn't require gradient");
    const hook = given.value('hook') ?? null;
    const remove = edge.node.addHook(edge.output, (gradient) => {
      const seen = currentTracer()?.variableOf(gradient) ?? new Variable(gradient);
      const changed = call(hook, [wrap(seen)]);
      if (!isTensor(changed)) return null;
      return currentTracer()?.keep(changed.variable) ?? changed.tensor;
    });
    return new RemovableHandle(remove);
  },
  'method',
);
