/**
 * Gradients of gradients: an entry of its own, for few programs need them. Importing it makes `createGraph` possible.
 * See ../tracing.ts for how a gradient's formula is recorded.
 */
import type { PythonScalar } from '../../index.ts';
import { Tensor } from '../../index.ts';
import { AutogradError } from '../errors.ts';
import type { GradientNode } from '../node.ts';
import { operation } from '../operation.ts';
import { gathered } from '../operations/derivatives.ts';
import * as graph from '../operations/index.ts';
import { from, record } from '../record.ts';
import * as t from '../torch.ts';
import { offerTracer, type Tracer, withTracer } from '../tracing.ts';
import { type Operand, Variable } from '../variable.ts';
import { isSelecting, isTraceable, nodeOfGradient } from './traceable.ts';

type Lifted = Variable | PythonScalar | number | boolean;
type Rule = (...args: never[]) => Variable;

/** Elements put at places of zeros of a shape and added up there; the gradient is taken from the places. */
const placed = operation((self: Variable, places: Tensor, shape: readonly number[]) => ({
  node: 'IndexPutBackward0',
  value: gathered(self.value, places, shape),
  inputs: [from(self, (g) => t.takenAt(g, places), places)],
}));

/** 1 / (1 + e⁻ˣ) and the like are functions of one tensor under the same name in the graph. */
const SAME = [
  'neg abs square exp expm1 log log1p log2 log10 sqrt rsqrt reciprocal sin cos tan asin acos atan sinh cosh tanh sigmoid',
  'mm mv bmm matmul outer softmax logSoftmax cumsum flip tril triu',
]
  .join(' ')
  .split(' ');

const scalarOf = (operand: Lifted): number =>
  typeof operand === 'object' && !(operand instanceof Variable) ? operand.value : Number(operand);

/** Returns the lesser or greater of each pair, of which one may be a number. */
const extreme =
  (pairs: (a: Variable, b: Variable) => Variable, bounded: (a: Variable, b: number) => Variable) =>
  (a: Lifted, b: Lifted): Variable => {
    if (a instanceof Variable && b instanceof Variable) return pairs(a, b);
    return a instanceof Variable ? bounded(a, scalarOf(b)) : bounded(b as Variable, scalarOf(a));
  };

/** What each function of a formula is in the graph. */
const RULES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ...SAME.map((name) => [name, (graph as unknown as Record<string, Rule>)[name] as Rule] as const),
  ['add', (a: Operand, b: Operand) => graph.add(a, b)],
  ['sub', (a: Operand, b: Operand) => graph.sub(a, b)],
  ['mul', (a: Operand, b: Operand) => graph.mul(a, b)],
  ['div', (a: Operand, b: Operand) => graph.div(a, b)],
  ['power', (a: Operand, b: Operand) => graph.pow(a, b)],
  ['maximum', extreme(graph.maximum, (a, b) => graph.clampMin(a, b))],
  ['minimum', extreme(graph.minimum, (a, b) => graph.clampMax(a, b))],
  ['where', (condition: Variable, a: Operand, b: Operand) => graph.where(a, condition.value, b)],
  ['sum', (x: Variable, dim?: t.Dims, keepdim = false) => graph.sum(x, { dim, keepdim })],
  ['mean', (x: Variable, dim?: t.Dims, keepdim = false) => graph.mean(x, { dim, keepdim })],
  ['mT', (x: Variable) => graph.transpose(x, -2, -1)],
  ['reshaped', (x: Variable, shape: readonly number[]) => graph.reshape(x, shape)],
  ['expanded', (x: Variable, shape: readonly number[]) => graph.expand(x, shape)],
  ['permuted', (x: Variable, axes: readonly number[]) => graph.permute(x, axes)],
  ['swapped', (x: Variable, first: number, second: number) => graph.transpose(x, first, second)],
  ['cast', graph.to],
  ['part', graph.index],
  ['takenAt', (x: Variable, places: Variable) => graph.take(x, places.value)],
  ['gathered', (x: Variable, places: Variable, shape: readonly number[]) => placed(x, places.value, shape)],
]);

/** Returns a gradient that does not change with what it was computed with: the graph leads back to that with zeros. */
const linked = (gradient: Tensor, keepsakes: readonly Variable[], found: Variable | undefined): Variable =>
  record({
    node: 'MulBackward0',
    value: gradient,
    inputs: [
      ...(found === undefined ? [] : [from(found, (g: Tensor) => g)]),
      ...keepsakes.map((each) => from(each, () => t.zerosLike(each.value))),
    ],
  });

/** A tracer for one pass. */
function tracer(): Tracer {
  const known = new Map<Tensor, Variable>();
  const keep = (variable: Variable): Tensor => {
    known.set(variable.value, variable);
    return variable.value;
  };
  const lifted = (arg: unknown): unknown =>
    arg instanceof Tensor ? (known.get(arg) ?? new Variable(arg)) : arg;
  let through = '';
  return {
    keep,
    variableOf: (tensor) => known.get(tensor) ?? new Variable(tensor),
    added: (before, gradient) => {
      if (before !== null) return graph.add(before, gradient);
      const copied = graph.clone(gradient);
      if (copied.gradFn !== null) copied.gradFn.name = 'CopyBackwards';
      return copied;
    },
    enter: (node: GradientNode) => {
      if (!(node.recordsItself || isTraceable(node.name)))
        throw new AutogradError('backward', { kind: 'second-order', through: node.name });
      through = node.name;
      const variables = node.inputs.flatMap(({ keepsakes = [] }) => keepsakes);
      for (const variable of variables) keep(variable);
    },
    leave: ({ name, order }, keepsakes, gradient) => {
      const wanted = keepsakes.filter((each) => each.requiresGrad);
      const found = known.get(gradient);
      if (wanted.length > 0 && (!found?.requiresGrad || isSelecting(name)))
        withTracer(null, () => known.set(gradient, linked(gradient, wanted, found)));
      const made = known.get(gradient)?.gradFn;
      const own = nodeOfGradient(name);
      // Nodes that the formula made are later than the node itself; others keep their names.
      if (made && own !== undefined && made.order > order) made.name = own;
      return gradient;
    },
    apply: (name, args) => {
      if (!args.some((arg) => arg instanceof Tensor && known.get(arg)?.requiresGrad)) return undefined;
      const rule = RULES.get(name);
      if (rule === undefined) throw new AutogradError('backward', { kind: 'second-order', through });
      // What the rule itself computes with is not part of the formula.
      return withTracer(null, () => keep(rule(...(args.map(lifted) as never[]))));
    },
  };
}

offerTracer(tracer);
