/** A module object, and what it says about names that the real library has and this one does not. */
import { PyObject, type PyType, type Value } from './object.ts';
import { closest } from './suggest.ts';
import { moduleType } from './types.ts';

export type ModuleOptions = {
  /** Names that exist in the real module: reading one is refused instead of raising AttributeError. */
  readonly notOffered?: Iterable<string>;
  /** How the refusal calls the library: `NumPy`. */
  readonly library?: string;
  /** How programs call the module, where that is shorter: `np`. */
  readonly alias?: string;
  /** What is said of some of the names not offered, instead of the nearest one that is. */
  readonly reasons?: Iterable<readonly [name: string, reason: string]>;
};

export class PyModule extends PyObject {
  readonly name: string;
  readonly members: Map<string, Value>;
  readonly #notOffered: ReadonlySet<string>;
  readonly #reasons: ReadonlyMap<string, string>;
  readonly #library: string;
  readonly #alias: string;

  constructor(name: string, members: Iterable<readonly [string, Value]>, options: ModuleOptions = {}) {
    super();
    this.name = name;
    this.members = new Map(members);
    this.#notOffered = new Set(options.notOffered ?? []);
    this.#reasons = new Map(options.reasons ?? []);
    this.#library = options.library ?? name;
    this.#alias = options.alias ?? name;
  }

  override get type(): PyType {
    return moduleType;
  }

  override get attributes(): Map<string, Value> {
    return this.members;
  }

  /** What is said when a program reads a name that only the real module has; undefined for other names. */
  refusalOf(name: string): string | undefined {
    if (!this.#notOffered.has(name)) return undefined;
    const refusal = `${this.#alias}.${name} is not part of this book's ${this.#library}`;
    const reason = this.#reasons.get(name);
    if (reason !== undefined) return `${refusal}: ${reason}`;
    const near = closest(name, this.members.keys());
    return near === undefined ? refusal : `${refusal}; ${this.#alias}.${near} is`;
  }
}
