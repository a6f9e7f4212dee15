/** Operations put into the graph: what an operation computes and where its gradient goes, in one small plan. */
import { isFloat, type Tensor } from '../index.ts';
import { isGradEnabled } from './grad-mode.ts';
import { type Gradient, GradientNode, type NodeInput, type Saved } from './node.ts';
import { type Operand, Variable, type View } from './variable.ts';

/** A marker for the result in the list of values that a gradient saves. */
export const RESULT = Symbol('result');

/** What a gradient saves: an input, a constant or the result. Written to later, `backward` refuses. */
export type Keepsake = Operand | Tensor | typeof RESULT;

/** One input of a plan: the operand, how its gradient follows from that of the result, and what this needs. */
export type Input<G = (gradient: Tensor) => Tensor | null> = {
  readonly of: Operand;
  readonly gradient: G;
  readonly saves: readonly Keepsake[];
};

/** What an operation computed, the name of its node, and its inputs in PyTorch's order. */
export type Plan = { readonly node: string; readonly value: Tensor; readonly inputs: readonly Input[] };

/** Returns an input of a plan. The gradient may come in the broadcast shape and any dtype; the engine conforms it. */
export function from<G>(of: Operand, gradient: G, ...saves: Keepsake[]): Input<G> {
  return { of, gradient, saves };
}

/** Returns whether an operation on these operands is to be recorded. */
export function isRecorded(operands: readonly unknown[]): boolean {
  return isGradEnabled() && operands.some((each) => each instanceof Variable && each.requiresGrad);
}

/** Returns the variable that a plan computes; recorded when an input requires a gradient. */
export function record(plan: Plan): Variable {
  const result = new Variable(plan.value);
  if (isRecorded(plan.inputs.map(({ of }) => of)) && isFloat(plan.value.dtype)) {
    result.becomeOutput({ node: nodeOf(plan, result), output: 0 });
  }
  return result;
}

/** Returns the node of a plan whose value `result` holds. */
export function nodeOf({ node: name, inputs }: Plan, result: Variable): GradientNode {
  const single = inputs.map(({ gradient, ...rest }) => ({
    ...rest,
    gradient: ([output]: readonly (Tensor | null)[]) => gradient(output as Tensor),
  }));
  return nodeFor(name, single, [result]);
}

function nodeFor(
  name: string,
  inputs: readonly Input<Gradient>[],
  results: readonly Variable[],
): GradientNode {
  const node: GradientNode = new GradientNode(
    name,
    inputs.map(({ of, gradient, saves }): NodeInput => {
      const known = of instanceof Variable ? of : null;
      return {
        edge: known?.edge ?? null,
        like: known?.value ?? { shape: [], dtype: 'float32' },
        saved: saves.flatMap((each) => {
          if (each === RESULT) return results.map((result) => saved(result, () => ({ node, output: 0 })));
          return each instanceof Variable ? [saved(each, () => each.origin)] : [];
        }),
        keepsakes: saves.flatMap((each) => {
          if (each === RESULT) return results;
          return each instanceof Variable ? [each] : [];
        }),
        keeps: saves.length > 0,
        gradient,
      };
    }),
    results.length,
  );
  return node;
}

function saved({ version, value }: Variable, origin: Saved['from']): Saved {
  return { version: () => version.writes, expected: version.writes, like: value, from: origin };
}

/** Returns the description of a new view of `of`: its base, and whether it may be written to in place. */
function viewFrom(of: Variable, kind: 'one' | 'many'): View {
  const own = isGradEnabled() ? kind : 'unrecorded';
  return { base: of.view?.base ?? of, kind: own === 'one' ? (of.view?.kind ?? 'one') : own };
}

/** Returns a view of `of`, whose write count it shares: writes to either are seen by the other and by the graph. */
export function recordView(
  node: string,
  of: Variable,
  value: Tensor,
  gradient: (gradient: Tensor) => Tensor,
): Variable {
  const view = new Variable(value, viewFrom(of, 'one'), of.version);
  if (isRecorded([of])) {
    view.becomeOutput({ node: nodeOf({ node, value, inputs: [from(of, gradient)] }, view), output: 0 });
  } else if (of.requiresGrad) {
    // As PyTorch has it: a view taken under no_grad is a leaf that wants a gradient of its own.
    view.requireGrad();
  }
  return view;
}

/** Several views of `of` that are outputs of one node. */
export function recordViews(
  node: string,
  of: Variable,
  values: readonly Tensor[],
  gradient: Gradient,
): Variable[] {
  const views = values.map((value) => new Variable(value, viewFrom(of, 'many'), of.version));
  if (isRecorded([of])) {
    const made = nodeFor(node, [from(of, gradient)], views);
    views.forEach((view, output) => {
      view.becomeOutput({ node: made, output });
    });
  } else if (of.requiresGrad) for (const view of views) view.requireGrad();
  return views;
}
