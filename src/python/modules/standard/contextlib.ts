/** `contextlib`: https://docs.python.org/3/library/contextlib.html */
import { PyGenerator } from '../../evaluate/generator.ts';
import {
  Callable,
  call,
  getAttribute,
  isInstance,
  type Keywords,
  members,
  PyError,
  PyException,
  PyObject,
  type PyTuple,
  PyType,
  pyError,
  typeError,
  typeName,
  type Value,
} from '../../objects/index.ts';
import type { Modules } from '../host.ts';
import { fn, standardModule } from './module.ts';

const contextType = new PyType({ name: '_GeneratorContextManager', module: 'contextlib' });
const functionType = new PyType({ name: 'function' });

/** What a generator function under `@contextmanager` returns: `with` runs the generator to its `yield`, and on. */
class GeneratorContext extends Callable {
  readonly make: () => Value;
  readonly generator: PyGenerator;

  constructor(make: () => Value) {
    super();
    this.make = make;
    const made = make();
    if (!(made instanceof PyGenerator)) throw typeError(`'${typeName(made)}' object is not an iterator`);
    this.generator = made;
  }

  override get type(): PyType {
    return contextType;
  }

  override get name(): string {
    return '_GeneratorContextManager';
  }

  override get bindsToInstance(): boolean {
    return false;
  }

  /** As a decorator: each call of the function is a context of its own. */
  override invoke([target]: readonly Value[]): Value {
    return new ContextFunction('wrapper', (args, keywords) => {
      const context = new GeneratorContext(this.make);
      enter(context);
      let result: Value;
      try {
        result = call(target ?? null, args, keywords);
      } catch (error) {
        if (error instanceof PyError && leaveWith(context, error.exception)) return null;
        throw error;
      }
      leave(context);
      return result;
    });
  }
}

/** A function that `contextlib` returns for a decorated function of the program. */
class ContextFunction extends Callable {
  readonly name: string;
  readonly #body: (args: readonly Value[], keywords: Keywords) => Value;

  constructor(name: string, body: (args: readonly Value[], keywords: Keywords) => Value) {
    super();
    this.name = name;
    this.#body = body;
  }

  override get type(): PyType {
    return functionType;
  }

  override get bindsToInstance(): boolean {
    return true;
  }

  override invoke(args: readonly Value[], keywords: Keywords): Value {
    return this.#body(args, keywords);
  }
}

function enter({ generator }: GeneratorContext): Value {
  const value = generator.forward(null, undefined);
  if (value === undefined) throw pyError('RuntimeError', "generator didn't yield");
  return value;
}

function leave({ generator }: GeneratorContext): void {
  if (generator.forward(null, undefined) === undefined) return;
  generator.close();
  throw pyError('RuntimeError', "generator didn't stop");
}

/** Throws the exception into the generator; true where the generator has caught it. */
function leaveWith({ generator }: GeneratorContext, exception: PyException): boolean {
  let next: Value | undefined;
  try {
    next = generator.forward(null, new PyError(exception));
  } catch (error) {
    if (error instanceof PyError && error.exception === exception) return false;
    throw error;
  }
  if (next === undefined) return true;
  generator.close();
  throw pyError('RuntimeError', "generator didn't stop after throw()");
}

members(contextType, (value): value is GeneratorContext => value instanceof GeneratorContext)
  .special('__enter__', enter)
  .special('__exit__', (self, _type, exception, _traceback) => {
    if (exception instanceof PyException) return leaveWith(self, exception);
    leave(self);
    return false;
  });

/** A context by what it does on the way in and out; true from `exit` ends the exception. */
class SimpleContext extends PyObject {
  readonly #type: PyType;
  readonly enter: () => Value;
  readonly exit: (exception: PyException | null) => boolean;

  constructor(name: string, enterBody: () => Value, exit: (exception: PyException | null) => boolean) {
    super();
    this.#type = simpleType(name);
    this.enter = enterBody;
    this.exit = exit;
  }

  override get type(): PyType {
    return this.#type;
  }
}

const simpleTypes = new Map<string, PyType>();
function simpleType(name: string): PyType {
  const known = simpleTypes.get(name);
  if (known !== undefined) return known;
  const made = new PyType({ name, module: 'contextlib' });
  members(made, (value): value is SimpleContext => value instanceof SimpleContext)
    .special('__enter__', (self) => self.enter())
    .special('__exit__', (self, _type, exception, _traceback) =>
      self.exit(exception instanceof PyException ? exception : null),
    );
  simpleTypes.set(name, made);
  return made;
}

export const contextlibModules: Modules = standardModule(
  'contextlib',
  () => [
    fn(
      'contextlib',
      'contextmanager',
      'func',
      (target) =>
        new ContextFunction(
          target instanceof Callable ? target.name : 'helper',
          (args, keywords) => new GeneratorContext(() => call(target, args, keywords)),
        ),
    ),
    fn(
      'contextlib',
      'suppress',
      '*exceptions',
      (exceptions) =>
        new SimpleContext(
          'suppress',
          () => null,
          (exception) =>
            exception !== null &&
            (exceptions as PyTuple).items.some(
              (type) => type instanceof PyType && isInstance(exception, type),
            ),
        ),
    ),
    fn(
      'contextlib',
      'nullcontext',
      'enter_result=None',
      (value) =>
        new SimpleContext(
          'nullcontext',
          () => value,
          () => false,
        ),
    ),
    fn(
      'contextlib',
      'closing',
      'thing',
      (thing) =>
        new SimpleContext(
          'closing',
          () => thing,
          () => {
            call(getAttribute(thing, 'close'));
            return false;
          },
        ),
    ),
  ],
  'AbstractContextManager AbstractAsyncContextManager AsyncContextDecorator AsyncExitStack ContextDecorator ExitStack aclosing asynccontextmanager chdir redirect_stderr redirect_stdout',
);
