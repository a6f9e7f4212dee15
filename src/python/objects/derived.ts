/** Instances of a program's own classes that extend list, dict or tuple: what those are, with attributes and a class of their own. */
import { PyList, PyTuple } from './collections.ts';
import { PyDict } from './dict.ts';
import type { PyType, Value } from './object.ts';
import { VersionedMap } from './versioned-map.ts';

export class DerivedList extends PyList {
  readonly #type: PyType;
  readonly #attributes = new VersionedMap<string, Value>();

  constructor(type: PyType) {
    super([]);
    this.#type = type;
  }

  override get type(): PyType {
    return this.#type;
  }

  override get attributes(): Map<string, Value> {
    return this.#attributes;
  }
}

export class DerivedDict extends PyDict {
  readonly #type: PyType;
  readonly #attributes = new VersionedMap<string, Value>();

  constructor(type: PyType) {
    super();
    this.#type = type;
  }

  override get type(): PyType {
    return this.#type;
  }

  override get attributes(): Map<string, Value> {
    return this.#attributes;
  }
}

/** Its slices and sums are plain tuples, as CPython's are. */
export class DerivedTuple extends PyTuple {
  readonly #type: PyType;
  readonly #attributes = new VersionedMap<string, Value>();

  constructor(type: PyType, items: readonly Value[]) {
    super(items);
    this.#type = type;
  }

  override get type(): PyType {
    return this.#type;
  }

  override get attributes(): Map<string, Value> {
    return this.#attributes;
  }
}
