/** A module object, and what it says about names that the real library has and this one does not. */
import { PyObject, type PyType, type Value } from './object.ts';
import { moduleType } from './types.ts';

export class PyModule extends PyObject {
  readonly name: string;
  readonly members: Map<string, Value>;
  /** Names that exist in the real module: reading one is refused instead of raising AttributeError. */
  readonly notOffered: ReadonlySet<string>;
  /** How the refusal calls the library: `NumPy`. */
  readonly library: string;

  constructor(
    name: string,
    members: Iterable<readonly [string, Value]>,
    options: { readonly notOffered?: Iterable<string>; readonly library?: string } = {},
  ) {
    super();
    this.name = name;
    this.members = new Map(members);
    this.notOffered = new Set(options.notOffered ?? []);
    this.library = options.library ?? name;
  }

  override get type(): PyType {
    return moduleType;
  }

  override get attributes(): Map<string, Value> {
    return this.members;
  }
}
