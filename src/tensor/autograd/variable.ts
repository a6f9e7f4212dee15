/** A tensor that may be part of a graph: what PyTorch calls a Tensor, without its methods. */
import {
  add,
  copy,
  isFloat,
  type PythonScalar,
  type Shape,
  sameShape,
  type Tensor,
  torchRules,
  type Value,
} from '../index.ts';
import { AutogradError } from './errors.ts';
import { AccumulateGrad, type Edge, type GradientNode } from './node.ts';
import { stridedNode } from './strided.ts';

/** Counts the writes to a storage through PyTorch's own operations; shared by a tensor and its views. */
export type VersionCounter = { writes: number };

/** That a variable shows the storage of another. */
export type View = {
  /** The variable that owns the storage; never itself a view. */
  readonly base: Variable;
  /** Whether it is one view, one of several that a function returned, or taken while nothing was recorded. */
  readonly kind: 'one' | 'many' | 'unrecorded';
};

/** What an operation accepts: variables, and Python numbers, which promote differently. */
export type Operand = Variable | PythonScalar | number | boolean;

/**
 * A tensor with its place in the graph. Make one with `new Variable(tensor)`; operations make the others.
 * Names follow PyTorch's: `requiresGrad`, `isLeaf`, `grad`, `gradFn`.
 */
export class Variable {
  /** How this variable shows the storage of another, when it does. */
  readonly view: View | null;
  #value: Tensor;
  /** The write count for which the edge of a view holds. */
  #edgeVersion: number;
  #version: VersionCounter;
  #requiresGrad = false;
  #edge: Edge | null = null;
  #accumulator: AccumulateGrad | null = null;
  #grad: Variable | null = null;
  #retainsGrad = false;

  /** A variable of its own, or, for the views that operations make, one that shows the storage of another. */
  constructor(value: Tensor, view: View | null = null, version: VersionCounter = { writes: 0 }) {
    this.#value = value;
    this.#version = version;
    this.#edgeVersion = version.writes;
    this.view = view;
  }

  /** The elements. Write to them only through the operations in place, which watch over the graph. */
  get value(): Tensor {
    return this.#value;
  }

  /** How often the storage was written to: PyTorch's `_version`. */
  get version(): VersionCounter {
    return this.#version;
  }

  /** The recorded operation that made this variable, null for a leaf: PyTorch's `grad_fn`. */
  get gradFn(): GradientNode | null {
    return this.origin?.node ?? null;
  }

  /**
   * The node that made this variable and the number of the output. Once its base was written to, a view comes from
   * what the base became: PyTorch's `AsStridedBackward0`.
   */
  get origin(): Edge | null {
    const { view } = this;
    const { writes } = this.#version;
    if (view !== null && this.#edgeVersion !== writes && view.base.requiresGrad) {
      this.#edgeVersion = writes;
      this.#edge = { node: stridedNode(view.base.edge, view.base.value, this.#value), output: 0 };
    }
    return this.#edge;
  }

  /** Whether this variable was not computed by a recorded operation. */
  get isLeaf(): boolean {
    return this.origin === null;
  }

  /** Whether a gradient is wanted, here or further back in the graph. */
  get requiresGrad(): boolean {
    return this.#requiresGrad || this.origin !== null;
  }

  /** The gradient that `backward` added up; null before, and for what is neither a leaf nor retained. */
  get grad(): Variable | null {
    return this.#grad;
  }

  /** @throws {AutogradError} `assigned-gradient-shape` or `assigned-gradient-dtype`. */
  set grad(gradient: Variable | null) {
    if (gradient !== null) {
      const { shape, dtype } = this.#value;
      const given = gradient.value;
      if (given.dtype !== dtype) {
        throw new AutogradError('grad', { kind: 'assigned-gradient-dtype', gradient: given.dtype, dtype });
      }
      if (!sameShape(given.shape, shape)) {
        throw new AutogradError('grad', { kind: 'assigned-gradient-shape', gradient: given.shape, shape });
      }
    }
    this.#grad = gradient;
  }

  /**
   * Switches the wish for a gradient of a leaf: `requires_grad_()`, or the attribute or constructor argument, whose
   * errors read differently.
   * @throws {AutogradError} `not-leaf` or `not-floating`.
   */
  requireGrad(wanted = true, by: 'constructor' | 'attribute' | 'method' = 'method'): this {
    if (!this.isLeaf) {
      if (wanted) return this;
      throw new AutogradError('requires_grad', { kind: 'not-leaf' });
    }
    if (wanted && !isFloat(this.#value.dtype))
      throw new AutogradError('requires_grad', { kind: 'not-floating', by });
    this.#requiresGrad = wanted;
    return this;
  }

  /** Whether `backward` keeps the gradient here although this is not a leaf: PyTorch's `retains_grad`. */
  get retainsGrad(): boolean {
    return this.#retainsGrad;
  }

  /** Asks `backward` to keep the gradient here too. @throws {AutogradError} `retain-without-grad`. */
  retainGrad(): void {
    if (!this.requiresGrad) throw new AutogradError('retain_grad', { kind: 'retain-without-grad' });
    const { origin } = this;
    if (origin === null || this.#retainsGrad) return;
    this.#retainsGrad = true;
    origin.node.onGradient.set(origin.output, (gradient) => this.accumulate(gradient));
  }

  /** Returns the same elements outside the graph, sharing storage and write count: PyTorch's `detach()`. */
  detach(): Variable {
    return new Variable(this.#value, null, this.#version);
  }

  /** The same elements outside the graph with a write count of their own, which the graph does not watch: `.data`. */
  get data(): Variable {
    return new Variable(this.#value);
  }

  /** Where operations on this variable send its gradient; null when none is wanted. */
  get edge(): Edge | null {
    const { origin } = this;
    if (origin !== null) return origin;
    if (!this.#requiresGrad) return null;
    this.#accumulator ??= new AccumulateGrad((gradient, combine) => {
      if (combine === undefined) this.accumulate(gradient);
      else this.#grad = combine(this.#grad);
    });
    return { node: this.#accumulator, output: 0 };
  }

  /** Adds to the gradient, in place when there is one, as PyTorch does. For the engine. */
  accumulate(gradient: Tensor): void {
    if (this.#grad === null) this.#grad = new Variable(copy(gradient));
    else {
      add<Shape, Shape>(this.#grad.value, gradient, { rules: torchRules, out: this.#grad.value });
      this.#grad.version.writes++;
    }
  }

  /** Makes this variable the output of a recorded operation. For the operations. */
  becomeOutput(edge: Edge | null): void {
    this.#edge = edge;
    this.#edgeVersion = this.#version.writes;
  }
}

/** Returns what the core computes with: the elements of a variable, or the number. */
export function valueIn(operand: Operand): Value {
  return operand instanceof Variable ? operand.value : operand;
}
