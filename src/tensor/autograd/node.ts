/** The graph: one node for each recorded operation, linked to the nodes its inputs come from. */
import type { DType, Shape, Tensor } from '../index.ts';
import { conform } from './conform.ts';
import { AutogradError } from './errors.ts';
import { currentTracer } from './tracing.ts';
import type { Variable } from './variable.ts';

/** Where an input comes from: output number `output` of `node`. */
export type Edge = { readonly node: GradientNode; readonly output: number };

/** The gradients of a node's outputs; null where nothing depends on that output. */
export type OutputGradients = readonly (Tensor | null)[];

/** The shape and dtype that a gradient must have. */
type Like = { readonly shape: Shape; readonly dtype: DType };

/** A tensor that a gradient needs: refused once written to. */
export type Saved = {
  /** The write count of the tensor now. */
  readonly version: () => number;
  /** The write count when it was saved. */
  readonly expected: number;
  readonly like: Like;
  /** The node that made the tensor, for the message. */
  readonly from: () => Edge | null;
};

/** How the gradient of one input follows from those of the outputs; null where PyTorch leaves it undefined. */
export type Gradient = (outputs: OutputGradients) => Tensor | null;

/** Sees a gradient; the tensor that it returns replaces it, null leaves it. */
export type GradientHook = (gradient: Tensor) => Tensor | null;

/** One input of a node; null edge when it needs no gradient. */
export type NodeInput = {
  readonly edge: Edge | null;
  readonly like: Like;
  readonly saved: readonly Saved[];
  /** The variables that a gradient computes with, for gradients of gradients. */
  readonly keepsakes?: readonly Variable[];
  /** Whether anything, a constant included, is freed by `backward`. */
  readonly keeps: boolean;
  readonly gradient: Gradient;
};

let created = 0;

/** A recorded operation, PyTorch's `grad_fn`. */
export class GradientNode {
  /** PyTorch's name, such as `MulBackward0`. */
  name: string;
  /** The inputs, in PyTorch's order. */
  readonly inputs: readonly NodeInput[];
  /** How many outputs it has. */
  readonly outputs: number;
  /** Later nodes have greater numbers and run first. Inputs are always older than what is computed from them. */
  readonly order: number;
  /** Called with the gradient of an output before the node runs: `retain_grad`. */
  readonly onGradient = new Map<number, (gradient: Tensor) => void>();
  /** Called with the gradient of an output before anything else sees it; what they return takes its place. */
  readonly hooks = new Map<number, Set<GradientHook>>();
  /** Whether its gradients record themselves in a pass that is recorded: those of a program's own `Function`. */
  readonly recordsItself: boolean = false;
  #freed = false;

  constructor(name: string, inputs: readonly NodeInput[], outputs = 1) {
    this.name = name;
    this.inputs = inputs;
    this.outputs = outputs;
    this.order = created++;
  }

  /** Adds a hook for the gradient of an output: `Tensor.register_hook`. Returns what removes it. */
  addHook(output: number, hook: GradientHook): () => void {
    const hooks = this.hooks.get(output) ?? new Set();
    this.hooks.set(output, hooks);
    hooks.add(hook);
    return () => hooks.delete(hook);
  }

  /** Returns the gradient of an output after its hooks. */
  hooked(output: number, gradient: Tensor): Tensor {
    let current = gradient;
    for (const hook of this.hooks.get(output) ?? []) current = hook(current) ?? current;
    return current;
  }

  /** PyTorch's `next_functions`: where each input comes from, null for what needs no gradient. */
  get next(): readonly (Edge | null)[] {
    return this.inputs.map(({ edge }) => edge);
  }

  /**
   * Returns the gradient of each input, in the shape and dtype of that input; null for what needs none.
   * @throws {AutogradError} `freed` or `modified`.
   */
  apply(outputs: OutputGradients): (Tensor | null)[] {
    if (outputs.every((each) => each === null)) return this.inputs.map(() => null);
    return this.inputs.map(({ edge, like, saved, keeps, keepsakes, gradient }) => {
      if (edge === null) return null;
      if (keeps && this.#freed) throw new AutogradError('backward', { kind: 'freed' });
      saved.forEach(requireUnmodified);
      const passed = gradient(outputs);
      const conformed = passed && conform(passed, like);
      return conformed && (currentTracer()?.leave(this, keepsakes ?? [], conformed) ?? conformed);
    });
  }

  /** Forgets what was saved, so that a second pass is refused. */
  free(): void {
    this.#freed = true;
  }
}

function requireUnmodified({ version, expected, like, from }: Saved): void {
  if (version() === expected) return;
  const edge = from();
  throw new AutogradError('backward', {
    kind: 'modified',
    dtype: like.dtype,
    shape: like.shape,
    from: edge && { node: edge.node.name, output: edge.output },
    version: version(),
    expected,
  });
}

type Accumulate = (gradient: Tensor, combine?: (before: Variable | null) => Variable) => void;

/** The end of every path: adds what arrives to the gradient of a leaf. */
export class AccumulateGrad extends GradientNode {
  /** `combine`, where the pass is recorded, makes the new gradient of the old one. */
  readonly accumulate: Accumulate;

  constructor(accumulate: Accumulate) {
    super('AccumulateGrad', []);
    this.accumulate = accumulate;
  }
}
