/** `functools.singledispatch`: https://docs.python.org/3/library/functools.html#functools.singledispatch */
import {
  Callable,
  call,
  getAttribute,
  type Keywords,
  members,
  nativeFunction,
  objectType,
  PyDict,
  PyObject,
  PyType,
  typeError,
  typeOf,
  type Value,
} from '../../objects/index.ts';
import { functionType } from '../../objects/types.ts';
import { fn } from './module.ts';

/** A function that runs the one registered for the class of its first argument, or for the nearest base of it. */
class Dispatcher extends Callable {
  readonly #registry = new Map<PyType, Value>();
  readonly #general: Value;

  constructor(general: Value) {
    super();
    this.#general = general;
  }

  override get type(): PyType {
    return dispatcherType;
  }

  override get name(): string {
    return String(getAttribute(this.#general, '__name__'));
  }

  override get bindsToInstance(): boolean {
    return true;
  }

  get general(): Value {
    return this.#general;
  }

  register(type: PyType, implementation: Value): void {
    this.#registry.set(type, implementation);
  }

  implementationFor(type: PyType): Value {
    const nearest = type.mro.find((base) => this.#registry.has(base));
    return (nearest && this.#registry.get(nearest)) ?? this.#general;
  }

  override invoke(args: readonly Value[], keywords: Keywords): Value {
    const [first] = args;
    if (first === undefined) throw typeError(`${this.name} requires at least 1 positional argument`);
    return call(this.implementationFor(typeOf(first)), args, keywords);
  }
}

const dispatcherType = new PyType({ name: 'function', bases: [functionType] });

members(dispatcherType, (value): value is Dispatcher => value instanceof Dispatcher, 'python')
  .getter('__name__', (self) => self.name)
  .getter('__doc__', (self) => getAttribute(self.general, '__doc__'))
  .getter('__wrapped__', (self) => self.general)
  .method('dispatch', 'cls', (self, type) =>
    self.implementationFor(type instanceof PyType ? type : objectType),
  )
  .method('register', 'cls, func=None', (self, type, implementation) => {
    if (type instanceof PyType && implementation === null)
      return nativeFunction('register', 'func', (later) => registered(self, type, later));
    return type instanceof PyType ? registered(self, type, implementation) : byAnnotation(self, type);
  });

function registered(self: Dispatcher, type: PyType, implementation: Value): Value {
  self.register(type, implementation);
  return implementation;
}

/** `@f.register` over a function: the annotation of its first parameter says for which class it is. */
function byAnnotation(self: Dispatcher, implementation: Value): Value {
  const kept =
    implementation instanceof PyObject ? implementation.attributes?.get('__annotations__') : undefined;
  const [wanted] = kept instanceof PyDict ? kept.values() : [];
  if (!(wanted instanceof PyType))
    throw typeError(
      'Invalid first argument to `register()`. Use either `@register(some_class)` or plain `@register` on an annotated function.',
    );
  return registered(self, wanted, implementation);
}

export const dispatchMembers = [
  fn('functools', 'singledispatch', 'func', (general) => new Dispatcher(general)),
];
