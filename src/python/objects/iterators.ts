/** Iterators of native code: a function that gives the next value, or undefined when there is none. */
import { PyObject, PyType, type Value } from './object.ts';

export class PyIterator extends PyObject {
  readonly #type: PyType;
  readonly next: () => Value | undefined;
  /** Whether it is written in Python in the real library: a `for` that reaches its end then meets a StopIteration. */
  raisesAtEnd = false;
  /** Of a generator of a library: the function that made it, as its repr names it. */
  madeBy: string | undefined;
  /** What it takes its values from, as far as that is held by nothing else. */
  readonly sources: readonly Value[];

  constructor(type: PyType, next: () => Value | undefined, sources: readonly Value[] = []) {
    super();
    this.#type = type;
    this.next = next;
    this.sources = sources;
  }

  override get type(): PyType {
    return this.#type;
  }
}

const iteratorTypes = new Map<string, PyType>();

/** Returns the type named `list_iterator`, `enumerate`, …; one for each name. */
export function iteratorType(name: string): PyType {
  const known = iteratorTypes.get(name);
  if (known !== undefined) return known;
  const made = new PyType({ name });
  iteratorTypes.set(name, made);
  return made;
}

/** Returns an iterator over any JavaScript iterable of values. */
export function iteratorOver(typeName: string, values: Iterable<Value>, madeBy?: string): PyIterator {
  const source = values[Symbol.iterator]();
  const next = (): Value | undefined => {
    const { done, value } = source.next();
    return done === true ? undefined : value;
  };
  const made = new PyIterator(iteratorType(typeName), next);
  made.madeBy = madeBy;
  return made;
}
