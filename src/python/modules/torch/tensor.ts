/** The tensor object, its subclass for parameters, and their snapshots. Members are defined in the files beside this. */

import { type GradientNode, Variable } from '../../../tensor/autograd/index.ts';
import { torchRepr } from '../../../tensor/format/index.ts';
import { sizeOf, type Tensor } from '../../../tensor/index.ts';
import {
  type Description,
  PyInstance,
  PyObject,
  PyType,
  type SnapshotData,
  type PyType as Type,
  type Value,
} from '../../objects/index.ts';
import { session } from './session.ts';

/** More elements than these are left out of snapshots. */
const SNAPSHOT_ELEMENTS = 64;

export const tensorType = new PyType({
  name: 'Tensor',
  module: 'torch',
  nativeName: 'torch._C.TensorBase',
  describe: (self) => snapshotOf(self as TensorObject),
  watch: (self) => watchTensor(self as TensorObject),
  holds: (self) => heldBy(self as TensorObject),
  memory: (self) => {
    const { storage, offset } = (self as TensorObject).tensor;
    return { buffer: storage, offset, elements: storage.length };
  },
});

export const parameterType = new PyType({
  name: 'Parameter',
  module: 'torch.nn.parameter',
  bases: [tensorType],
});

/** A `torch.Tensor` object. Each variable has exactly one, so that `x.grad is x.grad`. */
export class TensorObject extends PyInstance {
  #variable: Variable;
  /** What a layer's parameter held when it was made: until it is written to, traces call it random. */
  initial: { readonly storage: object; readonly version: number } | undefined;

  constructor(variable: Variable, type: Type = tensorType) {
    super(type);
    this.#variable = variable;
    objects.set(variable, this);
  }

  get variable(): Variable {
    return this.#variable;
  }

  /** Shows another variable: for `x.data = …`. */
  become(variable: Variable): void {
    this.#variable = variable;
    objects.set(variable, this);
  }

  get tensor(): Tensor {
    return this.#variable.value;
  }
}

const objects = new WeakMap<Variable, TensorObject>();

export const isTensor = (value: Value): value is TensorObject => value instanceof TensorObject;
export const isParameter = (value: Value): value is TensorObject =>
  value instanceof TensorObject && value.type.isSubtypeOf(parameterType);

/** Returns the gradient, and the tensors that the graph behind it keeps for `backward`. */
function* heldBy({ variable }: TensorObject): Generator<Value> {
  if (variable.grad !== null) yield wrap(variable.grad);
  if (variable.gradFn !== null) yield new GraphMemory(variable.gradFn);
}

/** What a graph keeps, as something that a measurement of memory can walk through. */
class GraphMemory extends PyObject {
  readonly node: GradientNode;

  constructor(node: GradientNode) {
    super();
    this.node = node;
  }

  override get type(): Type {
    return graphType;
  }
}

const graphType = new PyType({
  name: 'Node',
  memory: (self) => {
    const { node } = self as GraphMemory;
    return {
      buffer: node,
      offset: 0,
      elements: node.inputs.reduce((sum, { like }) => sum + sizeOf(like.shape), 0),
    };
  },
  holds: (self) =>
    (self as GraphMemory).node.inputs.flatMap(({ edge }) =>
      edge === null ? [] : [new GraphMemory(edge.node)],
    ),
});

/** Returns the `torch.Tensor` object of a variable. */
export function wrap(variable: Variable): TensorObject {
  const known = objects.get(variable);
  if (known !== undefined) return known;
  return new TensorObject(variable);
}

/** Returns a new tensor outside every graph. */
export const wrapTensor = (tensor: Tensor): TensorObject => wrap(new Variable(tensor));

/** `repr(tensor)`, which is also its `str`. */
export function textOf(self: TensorObject): string {
  const { variable, tensor } = self;
  return torchRepr(
    tensor,
    {
      gradFn: variable.gradFn?.name,
      requiresGrad: variable.requiresGrad,
      isParameter: isParameter(self),
    },
    session().print,
  );
}

/** A tensor reads as before while its buffer, its place in the graph, its gradient and the print options stay. */
function watchTensor(self: TensorObject): () => boolean {
  const { variable, tensor } = self;
  const { version } = tensor.storage;
  const { requiresGrad, gradFn, grad } = variable;
  const gradVersion = grad?.value.storage.version;
  const { print } = session();
  return () =>
    self.variable === variable &&
    self.tensor === tensor &&
    tensor.storage.version === version &&
    variable.requiresGrad === requiresGrad &&
    variable.gradFn === gradFn &&
    variable.grad === grad &&
    grad?.value.storage.version === gradVersion &&
    session().print === print;
}

function snapshotOf(self: TensorObject): Description {
  const { variable, tensor, initial } = self;
  const { dtype, shape, strides } = tensor;
  const facts = { dtype: `torch.${dtype}`, shape };
  if (
    initial !== undefined &&
    initial.storage === tensor.storage &&
    initial.version === tensor.storage.version
  )
    return { ...facts, random: true };
  return {
    ...facts,
    stride: strides,
    requires_grad: variable.requiresGrad,
    ...(variable.gradFn === null ? {} : { grad_fn: variable.gradFn.name }),
    // An empty tensor may still have billions of empty rows.
    ...([tensor.size, ...shape].some((size) => size > SNAPSHOT_ELEMENTS)
      ? {}
      : { data: snapshotData(tensor) }),
    ...(variable.isLeaf && variable.grad !== null ? { grad: textOf(wrap(variable.grad)) } : {}),
  };
}

function snapshotData(tensor: Tensor): SnapshotData {
  const spell = (value: SnapshotData): SnapshotData => {
    if (typeof value === 'number' && !Number.isFinite(value))
      return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
    return Array.isArray(value) ? value.map(spell) : value;
  };
  return spell(tensor.toNested());
}
