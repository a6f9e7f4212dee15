/** Operations that write into their first operand, and what PyTorch allows of them. */
import { assign, copy, type DType, isFloat, isInteger, sameShape, type Tensor } from '../index.ts';
import { AutogradError } from './errors.ts';
import { GradientNode, type NodeInput } from './node.ts';
import { isRecorded, nodeOf, type Plan } from './record.ts';
import { gradientInView, withGradientInView } from './strided.ts';
import { Variable } from './variable.ts';

/**
 * Carries out `plan` on `target`, writes the result into it and returns it. Recorded, `target` becomes the output of
 * the new node; a view makes its base one.
 * @throws {AutogradError} `leaf-in-place` and the other kinds that end in `in-place`.
 */
export function applyInPlace(
  target: Variable,
  others: readonly unknown[],
  plan: (self: Variable) => Plan,
): Variable {
  const recorded = isRecorded([target, ...others]);
  if (recorded) requireWritable(target);
  // The old elements are still needed by the gradient.
  const planned = plan(recorded ? beforeWriting(target) : target);
  for (const other of others) if (other instanceof Variable) requireApart(target.value, other.value);
  write(target, planned.value);
  if (recorded) rebase(target, nodeOf(planned, target));
  return target;
}

function requireWritable(target: Variable): void {
  const refuse = (kind: 'leaf-in-place' | 'leaf-view-in-place' | 'unrecorded-view-in-place') =>
    new AutogradError('in-place', { kind });
  const { view, origin } = target;
  if (view?.kind === 'unrecorded') throw refuse('unrecorded-view-in-place');
  if (view?.kind === 'many') {
    const from = origin && { node: origin.node.name, output: origin.output };
    throw new AutogradError('in-place', { kind: 'many-views-in-place', from });
  }
  if (!target.requiresGrad) return;
  if (view?.base.isLeaf && view.base.requiresGrad) throw refuse('leaf-view-in-place');
  if (target.isLeaf) throw refuse('leaf-in-place');
}

/** Returns the target as it is, at its place in the graph. */
function beforeWriting(target: Variable): Variable {
  const before = new Variable(copy(target.value));
  before.becomeOutput(target.edge);
  return before;
}

/** Returns the first and the last place in memory that `t` reaches. */
function reach({ shape, strides, offset }: Tensor): [first: number, last: number] {
  const ends = shape.map((size, axis) => (size - 1) * (strides[axis] as number));
  const sum = (of: readonly number[]) => of.reduce((total, each) => total + each, offset);
  return [sum(ends.filter((end) => end < 0)), sum(ends.filter((end) => end > 0))];
}

/**
 * Refuses an operand that shares a part of its memory with the target, as PyTorch does where it can tell: both fill
 * the range that they reach. The same elements in the same order are no obstacle.
 */
function requireApart(target: Tensor, operand: Tensor): void {
  if (target.storage !== operand.storage || target.size === 0 || operand.size === 0) return;
  const [[first, last], [from, to]] = [reach(target), reach(operand)];
  const fills = last - first + 1 === target.size && to - from + 1 === operand.size;
  if (!fills || last < from || to < first) return;
  const same =
    first === from &&
    last === to &&
    target.strides.every((step, axis) => step === operand.strides[axis] || target.shape[axis] === 1);
  if (!same) throw new AutogradError('in-place', { kind: 'overlapping-operand' });
}

const category = (dtype: DType) => (isFloat(dtype) ? 2 : isInteger(dtype) ? 1 : 0);

function write(target: Variable, result: Tensor): void {
  const { value } = target;
  const refuse = (problem: ConstructorParameters<typeof AutogradError>[1]) =>
    new AutogradError('in-place', problem);
  if (!sameShape(value.shape, result.shape)) {
    throw refuse({ kind: 'in-place-shape', target: value.shape, result: result.shape });
  }
  if (category(result.dtype) > category(value.dtype)) {
    throw refuse({ kind: 'in-place-dtype', target: value.dtype, result: result.dtype });
  }
  if (value.shape.some((size, axis) => size > 1 && value.strides[axis] === 0)) {
    throw refuse({ kind: 'overlapping-in-place' });
  }
  assign(value, result);
  target.version.writes++;
}

/** Puts `node`, which computed the new elements of `target`, into the graph. */
function rebase(target: Variable, node: GradientNode): void {
  if (target.view === null) target.becomeOutput({ node, output: 0 });
  else {
    const { base } = target.view;
    base.becomeOutput({ node: copySlices(base, target.value, node), output: 0 });
  }
}

/** Returns the node of a base, part of which `node` computed: outside that part the gradient goes straight on. */
function copySlices(base: Variable, view: Tensor, node: GradientNode): GradientNode {
  const [self, ...others] = node.inputs as readonly [NodeInput, ...NodeInput[]];
  const { value } = base;
  const inView = (gradient: Tensor | null) => gradientInView(gradient as Tensor, value, view);
  return new GradientNode('CopySlices', [
    {
      ...self,
      edge: base.edge,
      like: value,
      gradient: ([output]) => {
        const passed = self.gradient([inView(output as Tensor)]) as Tensor;
        return withGradientInView(output as Tensor, value, view, passed);
      },
    },
    ...others.map((input) => ({
      ...input,
      gradient: ([output]: readonly (Tensor | null)[]) => input.gradient([inView(output as Tensor)]),
    })),
  ]);
}
