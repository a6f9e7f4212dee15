/** Functions that are also methods of arrays and scalars: `np.sum(a, axis=0)` and `a.sum(axis=0)`. */
import {
  type ArgumentsOf,
  type MessageStyle,
  NativeFunction,
  type PyType,
  typeError,
  typeName,
  type Value,
} from '../../objects/index.ts';
import { asArray } from './convert.ts';
import { asNumpy } from './errors.ts';
import { isForeign, throughOwn } from './foreign.ts';
import { define, type Entry } from './functions.ts';
import { isArray, isReceiver, NdArray, ndarrayType, result } from './ndarray.ts';
import { genericType, isScalar, type NumpyScalar } from './scalar.ts';

type Body<S extends string> = (a: NdArray, ...args: ArgumentsOf<S>) => Value;

type Run = (a: NdArray, ...args: Value[]) => Value;

/** A scalar's methods are those of the 0-d array it stands for, and give scalars. */
function onScalar(run: Run, self: NumpyScalar, args: Value[]): Value {
  const found = run(new NdArray(self.tensor), ...args);
  return isArray(found) ? result(found.tensor) : found;
}

/**
 * A method of arrays and scalars. `python` gives the name in messages of a method that NumPy writes in Python (`_sum`);
 * messages of the others are those of functions in C, or in `style`.
 */
export function method<const S extends string>(
  name: string,
  signature: S,
  body: Body<S>,
  python?: string,
  style: MessageStyle = python === undefined ? 'c' : 'python',
): void {
  const run = body as unknown as Run;
  const onType = (receiver: PyType) =>
    receiver.members.set(
      name,
      new NativeFunction(
        name,
        signature,
        (self, ...args) =>
          asNumpy(() => {
            if (isScalar(self)) return onScalar(run, self, args);
            if (isReceiver(self)) return run(self, ...args);
            throw typeError(
              `descriptor '${name}' for 'numpy.ndarray' objects doesn't apply to a '${typeName(self)}' object`,
            );
          }),
        {
          module: 'numpy',
          receiver,
          qualifiedName: python ?? name,
          style,
        },
      ),
    );
  onType(ndarrayType);
  onType(genericType);
}

/** Functions that give another library's array its own kind back. */
const WRAPPED = new Set(
  'argmax argmin argsort around clip cumprod cumsum repeat reshape round searchsorted take transpose'.split(
    ' ',
  ),
);

function runOn(name: string, run: Run, a: Value, args: readonly Value[]): Value {
  if (!WRAPPED.has(name) || !isForeign(a)) return run(asArray(a), ...args);
  return throughOwn([a], ([own = null]) => run(asArray(own), ...args));
}

/** Returns a function whose first parameter is an array, and the method of the same name and parameters. */
export function shared<const S extends string>(
  name: string,
  signature: S,
  body: Body<S>,
  python?: string,
): Entry {
  method(name, signature, body, python);
  const run = body as unknown as Run;
  return define(name, `a, ${signature}` as string, (a = null, ...args) =>
    isScalar(a) ? onScalar(run, a, args) : runOn(name, run, a, args),
  );
}

/** Returns a function whose first parameter, `a`, is made an array. */
export function onArray<const S extends string>(name: string, signature: S, body: Body<S>): Entry {
  const run = body as unknown as Run;
  return define(name, `a, ${signature}` as string, (a = null, ...args) => runOn(name, run, a, args));
}
