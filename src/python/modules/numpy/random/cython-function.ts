/** Functions and methods that NumPy writes in Cython, which words its messages about arguments in a way of its own. */
import {
  type ArgumentsOf,
  BoundMethod,
  type Keywords,
  NativeFunction,
  type PyType,
  typeError,
  type Value,
} from '../../../objects/index.ts';
import { asNumpy } from '../errors.ts';

class CythonFunction extends NativeFunction {
  override invoke(args: readonly Value[], keywords: Keywords): Value {
    this.#check(this.receiver === undefined ? args : args.slice(1), keywords);
    return super.invoke(args, keywords);
  }

  /** The counts and names that Cython looks at first. */
  #check(args: readonly Value[], keywords: Keywords): void {
    const { positional, parameters, rest } = this.signature;
    const least = positional.filter((parameter) => parameter.default === undefined);
    const named = positional.filter(
      (parameter, place) => place < args.length || keywords.has(parameter.name),
    );
    const missing = least.some((parameter) => !named.includes(parameter));
    if (rest === undefined && (missing || args.length > positional.length)) {
      const bound = missing ? least.length : positional.length;
      const kind = least.length === positional.length ? 'exactly' : missing ? 'at least' : 'at most';
      throw typeError(
        `${this.name}() takes ${kind} ${bound} positional argument${bound === 1 ? '' : 's'} (${args.length} given)`,
      );
    }
    for (const key of keywords.keys()) {
      const place = positional.findIndex(({ name }) => name === key);
      if (place >= 0 && place < args.length)
        throw typeError(`${this.name}() got multiple values for keyword argument '${key}'`);
      if (!parameters.some(({ name, kind }) => name === key && kind !== 'rest'))
        throw typeError(`${this.name}() got an unexpected keyword argument '${key}'`);
    }
  }
}

/** Returns a function of `numpy.random`. */
export function cythonFunction<const S extends string>(
  name: string,
  signature: S,
  body: (...args: ArgumentsOf<S>) => Value,
): [string, Value] {
  // Binding yields exactly the arguments that the signature's type describes.
  const run = body as unknown as (...args: Value[]) => Value;
  const made = new CythonFunction(name, signature, (_self, ...args) => asNumpy(() => run(...args)), {
    module: 'numpy.random',
  });
  return [name, made];
}

/** What defines a method of `type`: its name, its signature without `self`, its body. */
export type DefineMethod<Self> = <const S extends string>(
  name: string,
  signature: S,
  body: (self: Self, ...args: ArgumentsOf<S>) => Value,
) => void;

/** Defines methods of `type`, whose instances `holds` tells from other values. */
export function cythonMethods<Self extends Value>(
  type: PyType,
  holds: (value: Value) => value is Self,
): DefineMethod<Self> {
  return (name, signature, body) => {
    const run = body as unknown as (self: Self, ...args: Value[]) => Value;
    const made = new CythonFunction(
      name,
      signature,
      (self, ...args) => {
        if (!holds(self)) throw typeError(`descriptor '${name}' requires a '${type.name}' object`);
        return asNumpy(() => run(self, ...args));
      },
      { module: type.module, receiver: type },
    );
    type.members.set(name, made);
  };
}

/** Returns the method `name` of `self` as a function, as the module offers those of its one RandomState. */
export const boundMethod = (self: Value, type: PyType, name: string): BoundMethod =>
  new BoundMethod(self, type.members.get(name) as CythonFunction);
