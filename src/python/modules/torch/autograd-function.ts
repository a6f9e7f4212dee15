/**
 * `torch.autograd.Function`: an operation whose gradient the program gives itself,
 * https://pytorch.org/docs/stable/notes/extending.html. `forward` runs unrecorded; `apply` makes its tensors the outputs
 * of a node that calls `backward`. A part of PyTorch that is fetched where it is named.
 */
import {
  currentTracer,
  GradientNode,
  isGradEnabled,
  type NodeInput,
  setGradEnabled,
  Variable,
  withTracer,
} from '../../../tensor/autograd/index.ts';
import { type Tensor, zerosLike } from '../../../tensor/index.ts';
import {
  call,
  getAttribute,
  type Keywords,
  members,
  NativeFunction,
  PyClassMethod,
  PyInstance,
  PyTuple,
  PyType,
  Refusal,
  typeError,
  type Value,
} from '../../objects/index.ts';
import type { Modules } from '../host.ts';
import { runtimeError } from './errors.ts';
import './index.ts';
import { laterAutograd } from './later.ts';
import { isTensor, wrap } from './tensor.ts';

const functionType = new PyType({
  name: 'Function',
  module: 'torch.autograd.function',
  subclassable: true,
});

/** `ctx`: what `forward` leaves for `backward`. */
class Context extends PyInstance {
  saved: readonly Value[] = [];
  needs: readonly boolean[] = [];
}

const contextTypes = new WeakMap<PyType, PyType>();

function contextType(of: PyType): PyType {
  const known = contextTypes.get(of);
  if (known !== undefined) return known;
  const type = new PyType({ name: `${of.name}Backward`, module: 'torch.autograd.function' });
  members(type, (value): value is Context => value instanceof Context)
    .method('save_for_backward', '*tensors', (self, { items }) => {
      const wrong = items.findIndex((each) => each !== null && !isTensor(each));
      if (wrong >= 0)
        throw typeError(
          `save_for_backward can only save variables, but argument ${wrong} is of type ${
            (items[wrong] as { type?: PyType } | null)?.type?.name ?? typeof items[wrong]
          }`,
        );
      self.saved = items;
      return null;
    })
    .getter('saved_tensors', (self) => new PyTuple(self.saved))
    .getter('needs_input_grad', (self) => new PyTuple(self.needs))
    .method('set_materialize_grads', 'value', () => null)
    .method('mark_non_differentiable', '*args', () => {
      throw new Refusal("ctx.mark_non_differentiable is not part of this book's PyTorch");
    })
    .method('mark_dirty', '*args', () => {
      throw new Refusal("ctx.mark_dirty is not part of this book's PyTorch");
    });
  contextTypes.set(of, type);
  return type;
}

/** Runs `body` while nothing is recorded. */
function unrecorded<Result>(body: () => Result): Result {
  const before = setGradEnabled(false);
  try {
    return body();
  } finally {
    setGradEnabled(before);
  }
}

/** `backward` for the gradients of the outputs, called once for all inputs. */
function gradientsBy(of: PyType, context: Context, outputs: readonly Tensor[], count: number) {
  let last: { readonly given: readonly (Tensor | null)[]; readonly found: readonly Value[] } | undefined;
  return (given: readonly (Tensor | null)[], place: number): Tensor | null => {
    if (last?.given !== given) {
      const tracer = currentTracer();
      const gradients = outputs.map((output, i) => {
        const gradient = given[i] ?? zerosLike(output);
        return wrap(tracer?.variableOf(gradient) ?? new Variable(gradient));
      });
      const run = () => call(getAttribute(of, 'backward'), [context, ...gradients]);
      const answer = tracer === null ? unrecorded(run) : withTracer(null, run);
      const found = answer instanceof PyTuple ? answer.items : [answer];
      const extra = found.slice(count).some((each) => each !== null);
      if (extra || found.length < count)
        throw runtimeError(
          `function ${context.type.name} returned an incorrect number of gradients (expected ${count}, got ${found.length})`,
        );
      last = { given, found };
    }
    const gradient = last?.found[place] ?? null;
    if (!isTensor(gradient)) return null;
    return currentTracer()?.keep(gradient.variable) ?? gradient.tensor;
  };
}

/** A node whose backward is the program's own. */
class FunctionNode extends GradientNode {
  override readonly recordsItself = true;
}

/** Calls `forward`, in either of its two forms: with `ctx` first, or with a `setup_context` beside it. */
function runForward(of: PyType, context: Context, args: readonly Value[]): Value {
  const forward = getAttribute(of, 'forward');
  const setup = of.lookup('setup_context');
  if (setup === undefined) return call(forward, [context, ...args]);
  const output = call(forward, args);
  call(getAttribute(of, 'setup_context'), [context, new PyTuple(args), output]);
  return output;
}

function apply(of: PyType, args: readonly Value[]): Value {
  const context = new Context(contextType(of));
  const recorded = isGradEnabled();
  context.needs = args.map((each) => isTensor(each) && each.variable.requiresGrad);
  const made = unrecorded(() => runForward(of, context, args));
  if (!recorded || !context.needs.includes(true)) return made;
  const outputs = made instanceof PyTuple ? made.items : [made];
  const tensors = outputs.filter(isTensor).map(({ tensor }) => tensor);
  const gradient = gradientsBy(of, context, tensors, args.length);
  const inputs = args.map(
    (each, place): NodeInput => ({
      edge: isTensor(each) ? each.variable.edge : null,
      like: isTensor(each) ? each.tensor : { shape: [], dtype: 'float32' },
      saved: [],
      keeps: context.saved.length > 0,
      gradient: (given) => gradient(given, place),
    }),
  );
  const node = new FunctionNode(context.type.name, inputs, tensors.length);
  let output = 0;
  const results = outputs.map((each) => {
    if (!isTensor(each)) return each;
    const variable = new Variable(each.tensor);
    variable.becomeOutput({ node, output: output++ });
    return wrap(variable);
  });
  return made instanceof PyTuple ? new PyTuple(results) : (results[0] ?? null);
}

class ApplyFunction extends NativeFunction {
  override invoke(args: readonly Value[], keywords: Keywords): Value {
    const [of, ...rest] = args;
    if (!(of instanceof PyType)) throw typeError('apply() must be called on a class');
    if (keywords.size > 0) throw typeError('apply() takes no keyword arguments');
    return apply(of, rest);
  }
}
functionType.members.set(
  'apply',
  new PyClassMethod(new ApplyFunction('apply', '*args', () => null, { module: 'torch.autograd.function' })),
);

laterAutograd.set('Function', functionType);

/** The part adds to a module that is there and has none of its own. */
export const functionModules: Modules = new Map();
