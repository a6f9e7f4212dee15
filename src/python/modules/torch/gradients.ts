/** Gradients: the tensor's side of autograd, the switches for recording, and `torch.autograd`. */
import {
  backward,
  gradientsOf,
  isGradEnabled,
  setGradEnabled,
  Variable,
} from '../../../tensor/autograd/index.ts';
import {
  Callable,
  isTrue,
  type Keywords,
  members,
  NativeFunction,
  PyInstance,
  PyModule,
  PyObject,
  PyTuple,
  PyType,
  Refusal,
  typeError,
  typeName,
  type Value,
} from '../../objects/index.ts';
import { itemsOf } from './arguments.ts';
import { define, definePython, type Entry, pythonFunction } from './define.ts';
import { asTorch, list } from './errors.ts';
import { publicNames } from './public-names.ts';
import { isTensor, type TensorObject, tensorType, wrap } from './tensor.ts';

/** `grad_fn`: prints as `<AddBackward0 object at 0x…>` and leads on through `next_functions`. */
class GradientFunction extends PyObject {
  readonly node: NonNullable<Variable['gradFn']>;

  constructor(node: NonNullable<Variable['gradFn']>) {
    super();
    this.node = node;
  }

  override get type(): PyType {
    return nodeType(this.node.name);
  }
}

const nodeTypes = new Map<string, PyType>();
const nodeObjects = new WeakMap<object, GradientFunction>();

function nodeType(name: string): PyType {
  const known = nodeTypes.get(name);
  if (known !== undefined) return known;
  const type = new PyType({ name, bases: [] });
  nodeTypes.set(name, type);
  members(type, (value): value is GradientFunction => value instanceof GradientFunction)
    .method('name', '', (self) => self.node.name)
    .getter(
      'next_functions',
      (self) =>
        new PyTuple(
          self.node.next.map(
            (edge) => new PyTuple(edge === null ? [null, 0n] : [nodeObject(edge.node), BigInt(edge.output)]),
          ),
        ),
    );
  return type;
}

function nodeObject(node: NonNullable<Variable['gradFn']>): GradientFunction {
  const known = nodeObjects.get(node);
  if (known !== undefined) return known;
  const made = new GradientFunction(node);
  nodeObjects.set(node, made);
  return made;
}

members(tensorType, isTensor)
  .getter(
    'requires_grad',
    ({ variable }) => variable.requiresGrad,
    ({ variable }, value) => {
      asTorch(() => variable.requireGrad(isTrue(value), 'attribute'));
    },
  )
  .getter(
    'grad',
    ({ variable }) => (variable.grad === null ? null : wrap(variable.grad)),
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
    refuseSecondOrder(given.flag('create_graph'));
    run([given.object('input')], given.value('gradient') ?? null, given.value('retain_graph') ?? null);
    return null;
  },
  'method',
);
define(
  'register_hook',
  'Tensor input, object hook',
  () => {
    throw new Refusal("Tensor.register_hook is not part of this book's PyTorch");
  },
  'method',
);

function refuseSecondOrder(create: boolean): void {
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

function run(outputs: readonly TensorObject[], gradients: Value, retain: Value): void {
  asTorch(() =>
    backward(
      outputs.map(({ variable }) => variable),
      { gradients: gradientsFor(outputs, gradients), retainGraph: isTrue(retain) },
    ),
  );
}

const tensorsOf = (value: Value): TensorObject[] =>
  (isTensor(value) ? [value] : itemsOf(value)).filter(isTensor);

const AUTOGRAD: readonly Entry[] = [
  pythonFunction(
    'backward',
    'tensors, grad_tensors=None, retain_graph=None, create_graph=False',
    (tensors, gradients, retain, create) => {
      refuseSecondOrder(isTrue(create));
      run(tensorsOf(tensors), gradients, retain);
      return null;
    },
    'torch.autograd',
  ),
  pythonFunction(
    'grad',
    'outputs, inputs, grad_outputs=None, retain_graph=None, create_graph=False, allow_unused=False',
    (outputs, inputs, gradients, retain, create, unused) => {
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

/** `no_grad`, `enable_grad` and `set_grad_enabled`: a block, or a decorator of a function. */
class GradientMode extends PyInstance {
  readonly enabled: boolean;
  #before: boolean | undefined;

  constructor(type: PyType, enabled: boolean) {
    super(type);
    this.enabled = enabled;
  }

  enter(): void {
    this.#before ??= isGradEnabled();
    setGradEnabled(this.enabled);
  }

  leave(): void {
    setGradEnabled(this.#before ?? true);
    this.#before = undefined;
  }
}

function modeType(name: string, signature: 'mode' | '', enabled: boolean): PyType {
  const type = new PyType({ name, module: 'torch.autograd.grad_mode' });
  const isMode = (value: Value): value is GradientMode => value instanceof GradientMode;
  const of = members(type, isMode, 'python');
  if (signature === 'mode')
    of.constructs('mode', (made, mode) => {
      const block = new GradientMode(made, isTrue(mode));
      // It takes effect at once, and is undone where it is used as a block.
      block.enter();
      return block;
    });
  else
    of.constructs('orig_func=None', (made, original) =>
      original === null
        ? new GradientMode(made, enabled)
        : decorated(new GradientMode(made, enabled), original),
    );
  of.special('__enter__', (self) => {
    self.enter();
    return null;
  })
    .method('__exit__', 'exc_type, exc_value, traceback', (self) => {
      self.leave();
      return null;
    })
    .method('__call__', 'func', (self, func) => decorated(self, func));
  return type;
}

/** A function that runs with recording switched. */
function decorated(mode: GradientMode, original: Value): Value {
  if (!(original instanceof Callable)) throw typeError(`'${typeName(original)}' object is not callable`);
  return new DecoratedFunction(mode, original);
}

class DecoratedFunction extends NativeFunction {
  readonly #mode: GradientMode;
  readonly #original: Callable;

  constructor(mode: GradientMode, original: Callable) {
    super(original.name, '*args, **kwargs', () => null, { module: '__main__' });
    this.#mode = mode;
    this.#original = original;
  }

  override get bindsToInstance(): boolean {
    return true;
  }

  override invoke(args: readonly Value[], keywords: Keywords): Value {
    const before = setGradEnabled(this.#mode.enabled);
    try {
      return this.#original.invoke(args, keywords);
    } finally {
      setGradEnabled(before);
    }
  }
}

export const GRADIENT_MODES: readonly Entry[] = [
  ['no_grad', modeType('no_grad', '', false)],
  ['enable_grad', modeType('enable_grad', '', true)],
  ['inference_mode', modeType('inference_mode', '', false)],
  ['set_grad_enabled', modeType('set_grad_enabled', 'mode', true)],
];
definePython('is_grad_enabled', '', () => isGradEnabled());

export const autogradModule = (): PyModule =>
  new PyModule(
    'torch.autograd',
    [...AUTOGRAD, ...GRADIENT_MODES.filter(([name]) => name !== 'inference_mode')],
    {
      library: 'PyTorch',
      notOffered: publicNames('autograd'),
    },
  );
