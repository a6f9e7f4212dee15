/** The engine: gradients sent from outputs back through the graph. */
import { onesLike, sameShape, type Tensor } from '../index.ts';
import { conform } from './conform.ts';
import { AutogradError } from './errors.ts';
import { setGradEnabled } from './grad-mode.ts';
import { AccumulateGrad, type Edge, type GradientNode } from './node.ts';
import { add } from './torch.ts';
import { currentTracer, newTracer, type Tracer, withTracer } from './tracing.ts';
import { Variable } from './variable.ts';

export type BackwardOptions = {
  /** The gradient of each output; may be left out where the output is one number. */
  readonly gradients?: readonly (Variable | null)[];
  /** Keeps what was saved, so that the same graph can be passed again: `retain_graph`. */
  readonly retainGraph?: boolean;
  /** Records the pass, so that gradients have gradients; the graph is kept then: `create_graph`. */
  readonly createGraph?: boolean;
};

/**
 * Adds the gradients of `outputs` to `grad` of every leaf they were computed from: `torch.autograd.backward`, and for
 * one output `Tensor.backward`. With `inputs`, the gradients of these alone are added, leaves or not.
 * @throws {AutogradError} `not-scalar`, `gradient-shape`, `no-graph`, `freed`, `modified`.
 */
export function backward(
  outputs: readonly Variable[],
  { inputs, ...options }: BackwardOptions & { readonly inputs?: readonly Variable[] | undefined } = {},
): void {
  if (inputs !== undefined) {
    accumulateInto(inputs, outputs, options);
    return;
  }
  recorded(options, (tracer) => {
    run(rootsOf(outputs, options), options, (node, gradient) => {
      if (!(node instanceof AccumulateGrad)) return;
      if (tracer === null) node.accumulate(gradient);
      else node.accumulate(gradient, (before) => tracer.added(before, tracer.variableOf(gradient)));
    });
  });
}

/** Runs a pass, recorded where the options ask for it. */
function recorded<Result>(
  { createGraph = false }: BackwardOptions,
  body: (tracer: Tracer | null) => Result,
): Result {
  if (!createGraph) return withTracer(null, () => body(null));
  const tracer = newTracer();
  if (tracer === null) throw new AutogradError('backward', { kind: 'second-order', through: null });
  const before = setGradEnabled(true);
  try {
    return withTracer(tracer, () => body(tracer));
  } finally {
    setGradEnabled(before);
  }
}

/** Adds gradients to `grad` of these variables only, leaves or not: `backward(inputs=…)`. */
function accumulateInto(
  inputs: readonly Variable[],
  outputs: readonly Variable[],
  options: BackwardOptions,
): void {
  const found = gradientsOf(outputs, inputs, { ...options, allowUnused: true });
  inputs.forEach((input, i) => {
    const gradient = found[i];
    if (gradient) input.accumulate(gradient.value);
  });
}

/**
 * Returns the gradients of `outputs` with respect to `inputs`, without touching `grad`: `torch.autograd.grad`.
 * @throws {AutogradError} as `backward`, and `input-without-grad`, `unused-input`.
 */
export function gradientsOf(
  outputs: readonly Variable[],
  inputs: readonly Variable[],
  options: BackwardOptions & { readonly allowUnused?: boolean } = {},
): (Variable | null)[] {
  return recorded(options, (tracer) => foundGradients(outputs, inputs, options, tracer));
}

function foundGradients(
  outputs: readonly Variable[],
  inputs: readonly Variable[],
  options: BackwardOptions & { readonly allowUnused?: boolean },
  tracer: Tracer | null,
): (Variable | null)[] {
  const roots = rootsOf(outputs, options);
  const wanted = inputs.map(({ edge }) => {
    if (edge === null) throw new AutogradError('grad', { kind: 'input-without-grad' });
    return edge;
  });
  const found = wanted.map((): Tensor | null => null);
  const capture = (node: GradientNode, gradient: Tensor, output: number) => {
    wanted.forEach((edge, i) => {
      if (edge.node === node && edge.output === output) found[i] = gradient;
    });
  };
  run(roots, options, capture, new Set(wanted.map(({ node }) => node)));
  return found.map((gradient) => {
    if (gradient !== null) return tracer?.variableOf(gradient) ?? new Variable(gradient);
    if (options.allowUnused) return null;
    throw new AutogradError('grad', { kind: 'unused-input' });
  });
}

type Root = { readonly edge: Edge; readonly gradient: Tensor };

function rootsOf(outputs: readonly Variable[], { gradients = [] }: BackwardOptions): Root[] {
  const refuse = (problem: ConstructorParameters<typeof AutogradError>[1]) =>
    new AutogradError('backward', problem);
  const starts = outputs.map((output, i) => {
    const { value, requiresGrad } = output;
    const given = gradients[i];
    const gradient = given && (currentTracer()?.keep(given) ?? given.value);
    if (gradient && !sameShape(gradient.shape, value.shape)) {
      throw refuse({ kind: 'gradient-shape', gradient: gradient.shape, output: value.shape });
    }
    if (!gradient && requiresGrad && value.size !== 1) throw refuse({ kind: 'not-scalar' });
    return conform(gradient ?? onesLike(value), value);
  });
  return outputs.map(({ edge }, output) => {
    if (edge === null) throw refuse({ kind: 'no-graph', output });
    return { edge, gradient: starts[output] as Tensor };
  });
}

/**
 * Runs every node between `roots` and the leaves, or the `targets`, the latest recorded first: what is computed from a
 * node's outputs is later, so all their gradients are there. `arrived` is called with each gradient before its node runs.
 */
function run(
  roots: readonly Root[],
  { createGraph = false, retainGraph = createGraph }: BackwardOptions,
  arrived: (node: GradientNode, gradient: Tensor, output: number) => void,
  targets?: ReadonlySet<GradientNode>,
): void {
  const nodes = reachable(roots.map(({ edge }) => edge.node));
  const needed = targets ? leadingTo(targets, nodes) : new Set(nodes);
  const waiting = new Map(nodes.map((node) => [node, new Array<Tensor | null>(node.outputs).fill(null)]));
  const deliver = ({ node, output }: Edge, gradient: Tensor) => {
    const gradients = waiting.get(node) as (Tensor | null)[];
    const before = gradients[output];
    gradients[output] = before ? add(before, gradient) : gradient;
  };
  for (const { edge, gradient } of roots) deliver(edge, gradient);
  for (const [node, gradients] of waiting) {
    gradients.forEach((before, output) => {
      if (before === null) return;
      const gradient = node.hooked(output, before);
      gradients[output] = gradient;
      node.onGradient.get(output)?.(gradient);
      arrived(node, gradient, output);
    });
    if (!needed.has(node)) continue;
    currentTracer()?.enter(node);
    const passed = node.apply(gradients);
    if (!retainGraph) node.free();
    node.next.forEach((edge, i) => {
      const gradient = passed[i];
      if (edge && gradient) deliver(edge, gradient);
    });
  }
}

/** Returns every node that `starts` lead to, the latest first. */
function reachable(starts: readonly GradientNode[]): GradientNode[] {
  const found = new Set(starts);
  // What is added to a set while it is walked through is met as well.
  for (const { next } of found) for (const edge of next) if (edge) found.add(edge.node);
  return [...found].sort((a, b) => b.order - a.order);
}

/** Returns those of `nodes`, the latest first, from which a target can be reached. */
function leadingTo(
  targets: ReadonlySet<GradientNode>,
  nodes: readonly GradientNode[],
): ReadonlySet<GradientNode> {
  const leading = new Set<GradientNode>();
  for (const node of nodes.toReversed()) {
    if (node.next.some((edge) => edge && (targets.has(edge.node) || leading.has(edge.node))))
      leading.add(node);
  }
  return leading;
}
