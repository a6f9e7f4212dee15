/** The engine: gradients sent from outputs back through the graph. */
import { add, onesLike, type Shape, sameShape, type Tensor, torchRules } from '../index.ts';
import { conform } from './conform.ts';
import { AutogradError } from './errors.ts';
import { AccumulateGrad, type Edge, type GradientNode } from './node.ts';
import { Variable } from './variable.ts';

export type BackwardOptions = {
  /** The gradient of each output; may be left out where the output is one number. */
  readonly gradients?: readonly (Variable | null)[];
  /** Keeps what was saved, so that the same graph can be passed again: `retain_graph`. */
  readonly retainGraph?: boolean;
};

/**
 * Adds the gradients of `outputs` to `grad` of every leaf they were computed from: `torch.autograd.backward`, and for
 * one output `Tensor.backward`.
 * @throws {AutogradError} `not-scalar`, `gradient-shape`, `no-graph`, `freed`, `modified`.
 */
export function backward(outputs: readonly Variable[], options: BackwardOptions = {}): void {
  run(rootsOf(outputs, options), options, (node, gradient) => {
    if (node instanceof AccumulateGrad) node.accumulate(gradient);
  });
}

/**
 * The gradients of `outputs` with respect to `inputs`, without touching `grad`: `torch.autograd.grad`.
 * @throws {AutogradError} as `backward`, and `input-without-grad`, `unused-input`.
 */
export function gradientsOf(
  outputs: readonly Variable[],
  inputs: readonly Variable[],
  options: BackwardOptions & { readonly allowUnused?: boolean } = {},
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
    if (gradient !== null) return new Variable(gradient);
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
    const gradient = gradients[i]?.value;
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

/** The gradients that have reached a node, and how many more will. */
type Waiting = { readonly gradients: (Tensor | null)[]; missing: number };

/**
 * Runs every node between `roots` and the leaves, or the `targets`, each once all gradients of its outputs are there,
 * the latest recorded first. `arrived` is told each gradient before its node runs.
 */
function run(
  roots: readonly Root[],
  { retainGraph = false }: BackwardOptions,
  arrived: (node: GradientNode, gradient: Tensor, output: number) => void,
  targets?: ReadonlySet<GradientNode>,
): void {
  const waiting = reachable(roots.map(({ edge }) => edge.node));
  const needed = targets && leadingTo(targets, [...waiting.keys()]);
  const ready: GradientNode[] = [];
  const deliver = ({ node, output }: Edge, gradient: Tensor) => {
    const { gradients } = waiting.get(node) as Waiting;
    const before = gradients[output] ?? null;
    gradients[output] = before ? add<Shape, Shape>(before, gradient, { rules: torchRules }) : gradient;
  };
  for (const { edge, gradient } of roots) deliver(edge, gradient);
  for (const [node, { missing }] of waiting) if (missing === 0) ready.push(node);
  while (ready.length > 0) {
    const latest = ready.reduce((best, each) => (each.order > best.order ? each : best));
    ready.splice(ready.indexOf(latest), 1);
    const { gradients } = waiting.get(latest) as Waiting;
    gradients.forEach((gradient, output) => {
      if (gradient === null) return;
      latest.onGradient.get(output)?.(gradient);
      arrived(latest, gradient, output);
    });
    const runs = !needed || needed.has(latest);
    const passed = runs ? latest.apply(gradients) : [];
    if (runs && !retainGraph) latest.free();
    latest.next.forEach((edge, i) => {
      if (edge === null) return;
      const gradient = passed[i] ?? null;
      if (gradient !== null) deliver(edge, gradient);
      const next = waiting.get(edge.node) as Waiting;
      next.missing--;
      if (next.missing === 0) ready.push(edge.node);
    });
  }
}

/** Every node that `starts` lead to, with the number of links that lead to it. */
function reachable(starts: readonly GradientNode[]): Map<GradientNode, Waiting> {
  const found = new Map<GradientNode, Waiting>();
  const open = [...starts];
  const meet = (node: GradientNode): Waiting => {
    const known = found.get(node);
    if (known) return known;
    const waiting: Waiting = { gradients: node.outputs.map(() => null), missing: 0 };
    found.set(node, waiting);
    open.push(node);
    return waiting;
  };
  for (const start of open.splice(0)) meet(start);
  for (let node = open.pop(); node; node = open.pop()) {
    for (const edge of node.next) if (edge) meet(edge.node).missing++;
  }
  return found;
}

/** The nodes from which a target can be reached. */
function leadingTo(
  targets: ReadonlySet<GradientNode>,
  nodes: readonly GradientNode[],
): ReadonlySet<GradientNode> {
  const leading = new Set<GradientNode>();
  // Inputs are always older than what is computed from them.
  for (const node of nodes.toSorted((a, b) => a.order - b.order)) {
    if (node.next.some((edge) => edge && (targets.has(edge.node) || leading.has(edge.node))))
      leading.add(node);
  }
  return leading;
}
