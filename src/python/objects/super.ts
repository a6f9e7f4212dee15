import { PyObject, PyType, type Value } from './object.ts';

export const superType = new PyType({ name: 'super' });

/** What `super()` returns: the attributes of `self` that come after one class in its resolution order. */
export class PySuper extends PyObject {
  readonly after: PyType;
  readonly self: Value;

  constructor(after: PyType, self: Value) {
    super();
    this.after = after;
    this.self = self;
  }

  override get type(): PyType {
    return superType;
  }
}
