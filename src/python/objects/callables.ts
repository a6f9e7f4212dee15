/** Everything that a call can run: native functions, bound methods, and the base of functions written in Python. */

import { Refusal } from '../refusal.ts';
import { bindArguments, type MessageStyle } from './bind.ts';
import type { PyTuple } from './collections.ts';
import type { PyDict } from './dict.ts';
import { typeError } from './exceptions.ts';
import { type Keywords, PyObject, type PyType, type Value } from './object.ts';
import { readSignature, type Signature } from './signature.ts';
import { builtinFunctionType, methodType, typeName } from './types.ts';

export abstract class Callable extends PyObject {
  abstract readonly name: string;
  /** Looked up on an instance, does it become a method of that instance? */
  abstract readonly bindsToInstance: boolean;
  abstract invoke(args: readonly Value[], keywords: Keywords): Value;
}

type Trim<S extends string> = S extends ` ${infer T}` | `${infer T} ` ? Trim<T> : S;
type ArgumentOf<P extends string> = P extends '' | '/' | '*'
  ? []
  : P extends `**${string}`
    ? [PyDict]
    : P extends `*${string}`
      ? [PyTuple]
      : [Value];
/** The arguments a native function receives for a signature: one for each parameter. */
export type ArgumentsOf<S extends string> = string extends S
  ? Value[]
  : S extends `${infer Head},${infer Tail}`
    ? [...ArgumentOf<Trim<Head>>, ...ArgumentsOf<Tail>]
    : ArgumentOf<Trim<S>>;

export type NativeOptions = {
  /** The module it lives in, for traces and messages: `numpy.linalg`. */
  readonly module?: string;
  /** The name in messages where it differs: `list.append`. */
  readonly qualifiedName?: string;
  readonly style?: MessageStyle;
  /** Checks the receiver of a method before its body runs. */
  readonly receiver?: PyType;
};

/** A function or method written in TypeScript. */
export class NativeFunction extends Callable {
  readonly name: string;
  readonly qualifiedName: string;
  readonly module: string;
  readonly receiver: PyType | undefined;
  readonly #style: MessageStyle;
  readonly #bindsSelf: boolean;
  readonly #signatureText: string;
  #signature: Signature | undefined;
  readonly #body: (self: Value, ...args: Value[]) => Value;

  constructor(
    name: string,
    signature: string,
    body: (self: Value, ...args: Value[]) => Value,
    options: NativeOptions,
  ) {
    super();
    this.name = name;
    this.qualifiedName = options.qualifiedName ?? name;
    this.module = options.module ?? 'builtins';
    this.receiver = options.receiver;
    this.#style = options.style ?? 'c';
    // A function in Python counts `self` among its arguments, one in C does not.
    this.#bindsSelf = this.#style === 'python' && options.receiver !== undefined;
    this.#signatureText = this.#bindsSelf ? `self, ${signature}` : signature;
    this.#body = body;
  }

  override get type(): PyType {
    return builtinFunctionType;
  }

  override get bindsToInstance(): boolean {
    return this.receiver !== undefined;
  }

  get signature(): Signature {
    this.#signature ??= readSignature(this.#signatureText);
    return this.#signature;
  }

  override invoke(args: readonly Value[], keywords: Keywords): Value {
    if (this.receiver === undefined) return this.#body(null, ...this.#bind(args, keywords));
    if (this.#bindsSelf) {
      const [self = null, ...bound] = this.#bind(args, keywords);
      return this.#body(self, ...bound);
    }
    const [self] = args;
    if (self === undefined) throw typeError(`unbound method ${this.qualifiedName}() needs an argument`);
    return this.#body(self, ...this.#bind(args.slice(1), keywords));
  }

  #bind(args: readonly Value[], keywords: Keywords): Value[] {
    const values = bindArguments(this.signature, this.qualifiedName, args, keywords, this.#style);
    for (const place of this.signature.fixed) {
      const parameter = this.signature.parameters[place];
      if (values[place] !== parameter?.default)
        throw new Refusal(`${this.name}(${parameter?.name}=) is not part of this book's ${this.#library}`);
    }
    return values;
  }

  get #library(): string {
    return { numpy: 'NumPy', torch: 'PyTorch' }[this.module.replace(/\..*/, '')] ?? 'Python';
  }
}

/** `wrong` receiver of a method called through its class: `list.append(3, 4)`. */
export function wrongReceiver(method: string, type: PyType, self: Value) {
  return typeError(
    `descriptor '${method}' for '${type.name}' objects doesn't apply to a '${typeName(self)}' object`,
  );
}

/**
 * Returns a function for a module: `nativeFunction('sqrt', 'x, /', (x) => …, { module: 'math' })`. The body receives one value
 * for each parameter: `*args` as a `PyTuple`, `**kwargs` as a `PyDict`, `UNSET` for an omitted `name=?`.
 */
export function nativeFunction<const S extends string>(
  name: string,
  signature: S,
  body: (...args: ArgumentsOf<S>) => Value,
  options: NativeOptions = {},
): NativeFunction {
  // Binding yields exactly the arguments that the signature's type describes.
  const run = body as unknown as (...args: Value[]) => Value;
  return new NativeFunction(name, signature, (_self, ...args) => run(...args), options);
}

/** A function together with the object it was looked up on. */
export class BoundMethod extends Callable {
  readonly self: Value;
  readonly function: Callable;

  constructor(self: Value, method: Callable) {
    super();
    this.self = self;
    this.function = method;
  }

  override get type(): PyType {
    return this.function instanceof NativeFunction ? builtinFunctionType : methodType;
  }

  override get name(): string {
    return this.function.name;
  }

  override get bindsToInstance(): boolean {
    return false;
  }

  override invoke(args: readonly Value[], keywords: Keywords): Value {
    return this.function.invoke([this.self, ...args], keywords);
  }
}
