/** How the module's functions and the tensor's methods are defined: signatures in PyTorch's words, and one body for both. */
import { Variable } from '../../../tensor/autograd/index.ts';
import {
  type ArgumentsOf,
  address,
  type Keywords,
  members,
  NativeFunction,
  PyTuple,
  PyType,
  typeError,
  typeName,
  type Value,
} from '../../objects/index.ts';
import { Arguments } from './arguments.ts';
import { asTorch } from './errors.ts';
import { matchArguments } from './match.ts';
import { requireNoGradient, writeOut } from './out.ts';
import { type Overload, readOverload } from './parameters.ts';
import { isTensor, tensorType, wrap } from './tensor.ts';

export type Entry = [name: string, value: Value];
export type Body = (given: Arguments) => Value | Variable;

/** A function whose arguments PyTorch's own parser reads. */
class ParsedFunction extends NativeFunction {
  readonly #signatures: readonly string[];
  readonly #run: Body;
  readonly #isMethod: boolean;
  #overloads: readonly Overload[] | undefined;

  constructor(name: string, signatures: readonly string[], run: Body, isMethod: boolean) {
    super(name, '*args, **kwargs', () => null, {
      module: 'torch',
      ...(isMethod ? { qualifiedName: `Tensor.${name}`, receiver: tensorType } : {}),
    });
    this.#signatures = signatures;
    this.#run = run;
    this.#isMethod = isMethod;
  }

  get #readOverloads(): readonly Overload[] {
    this.#overloads ??= this.#signatures
      .map(readOverload)
      .map((overload) => (this.#isMethod ? overload.method : overload));
    return this.#overloads;
  }

  override invoke(args: readonly Value[], keywords: Keywords): Value {
    const positional = this.#isMethod ? args.slice(1) : args;
    const given = new Map(matchArguments(this.name, this.#readOverloads, positional, keywords));
    if (this.#isMethod) {
      const [self] = args;
      if (self === undefined || !isTensor(self))
        throw typeError(
          self === undefined
            ? `unbound method TensorBase.${this.name}() needs an argument`
            : `descriptor '${this.name}' for 'torch._C.TensorBase' objects doesn't apply to a '${typeName(self)}' object`,
        );
      given.set('input', self);
    }
    const out = given.get('out') ?? null;
    if (!isTensor(out)) return asValue(asTorch(() => this.#run(new Arguments(this.name, given))));
    given.delete('out');
    requireNoGradient(this.name, given);
    return asTorch(() => writeOut(this.name, this.#run(new Arguments(this.name, given)), out));
  }
}

const functions = new Map<string, Value>();

/** Everything that `define` put into the module `torch`. */
export const torchFunctions: ReadonlyMap<string, Value> = functions;

/** Adds functions that a part of PyTorch brings to the module `torch`. */
export function offerFunctions(entries: readonly Entry[]): void {
  for (const [name, value] of entries) functions.set(name, value);
}

/** Where a function can be called from. */
export type Places = 'both' | 'function' | 'method';

/** Defines `torch.name` and `Tensor.name`, whose first parameter must then be `Tensor input`. */
export function define(
  name: string,
  signatures: string | readonly string[],
  body: Body,
  places: Places = 'both',
): void {
  const list = typeof signatures === 'string' ? [signatures] : signatures;
  if (places !== 'method') functions.set(name, new ParsedFunction(name, list, body, false));
  if (places !== 'function') tensorType.members.set(name, new ParsedFunction(name, list, body, true));
}

/** Gives what is already defined further names. */
export function alias(name: string, ...others: readonly string[]): void {
  const made = functions.get(name);
  const method = tensorType.members.get(name);
  for (const other of others) {
    if (made !== undefined) functions.set(other, made);
    if (method !== undefined) tensorType.members.set(other, method);
  }
}

/** Returns a function of another module, parsed the same way; messages call it `prefix` + name: `linalg_inv`. */
export function parsed(name: string, signatures: string | readonly string[], body: Body, prefix = ''): Entry {
  return [name, new ParsedFunction(`${prefix}${name}`, [signatures].flat(), body, false)];
}

const functionType = new PyType({ name: 'function' });

class PythonFunction extends NativeFunction {
  override get type(): PyType {
    return functionType;
  }
}

members(functionType, (value): value is PythonFunction => value instanceof PythonFunction)
  .getter('__name__', (self) => self.name)
  .special('__repr__', (self) => `<function ${self.name} at ${address(self)}>`);

/** Returns a function that PyTorch writes in Python: its messages count arguments as Python does. */
export function pythonFunction<const S extends string>(
  name: string,
  signature: S,
  body: (...args: ArgumentsOf<S>) => Value | Variable,
  module = 'torch',
): Entry {
  // Binding yields exactly the arguments that the signature's type describes.
  const run = body as unknown as (...args: Value[]) => Value | Variable;
  const made = new PythonFunction(name, signature, (_self, ...args) => asValue(asTorch(() => run(...args))), {
    module,
    style: 'python',
  });
  return [name, made];
}

/** Adds such a function to `torch`, or to the tensor's methods. */
export function definePython<const S extends string>(
  name: string,
  signature: S,
  body: (...args: ArgumentsOf<S>) => Value | Variable,
): void {
  functions.set(...pythonFunction(name, signature, body));
}

/** A method of the tensor that PyTorch writes in Python; the body receives the tensor's variable first. */
export function definePythonMethod<const S extends string>(
  name: string,
  signature: S,
  body: (self: Variable, ...args: ArgumentsOf<S>) => Value | Variable,
): void {
  // Binding yields exactly the arguments that the signature's type describes.
  const run = body as unknown as (self: Variable, ...args: Value[]) => Value | Variable;
  const made = new NativeFunction(
    name,
    signature,
    (self, ...args) => {
      if (isTensor(self)) return asValue(asTorch(() => run(self.variable, ...args)));
      throw typeError(`descriptor '${name}' requires a 'Tensor' object but received '${typeName(self)}'`);
    },
    { module: 'torch', qualifiedName: `Tensor.${name}`, receiver: tensorType, style: 'python' },
  );
  tensorType.members.set(name, made);
}

function asValue(result: Value | Variable): Value {
  return result instanceof Variable ? wrap(result) : result;
}

export const tuple = (items: readonly Variable[]): PyTuple => new PyTuple(items.map(wrap));
