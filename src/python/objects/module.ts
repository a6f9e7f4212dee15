/** A module object, and what it says about names that the real library has and this one does not. */
import { PyObject, type PyType, type Value } from './object.ts';
import { closest } from './suggest.ts';
import { moduleType } from './types.ts';
import { VersionedMap } from './versioned-map.ts';

export type ModuleOptions = {
  /** Names that the real module once had, with what gives the message of its AttributeError, and warns maybe. */
  readonly removed?: Iterable<readonly [name: string, message: () => string]>;
  /** Names that exist in the real module: reading one is refused instead of raising AttributeError. */
  readonly notOffered?: Iterable<string>;
  /** How the refusal calls the library: `NumPy`. */
  readonly library?: string;
  /** How programs call the module, where that is shorter: `np`. */
  readonly alias?: string;
  /** Has the real module more public names than the 750 that CPython looks through for a "Did you mean"? */
  readonly crowded?: boolean;
  /** What is said of some of the names not offered, instead of the nearest one that is. */
  readonly reasons?: Iterable<readonly [name: string, reason: string]>;
  /** For a module whose library is fetched in parts: more members may come while a session lasts. */
  readonly growth?: Growth;
};

/** `count` changes when members may have come; `members` are then all of them. */
export type Growth = {
  readonly count: () => number;
  readonly members: () => Iterable<readonly [name: string, value: Value]>;
};

export class PyModule extends PyObject {
  readonly name: string;
  readonly members = new VersionedMap<string, Value>();
  readonly #notOffered: ReadonlySet<string>;
  readonly #reasons: ReadonlyMap<string, string>;
  readonly #removed: ReadonlyMap<string, () => string>;
  readonly #crowded: boolean;
  readonly #library: string;
  readonly #alias: string;
  readonly #growth: Growth | undefined;
  #count: number | undefined;

  constructor(name: string, members: Iterable<readonly [string, Value]>, options: ModuleOptions = {}) {
    super();
    this.name = name;
    for (const [member, value] of members) this.members.set(member, value);
    this.#notOffered = new Set(options.notOffered ?? []);
    this.#reasons = new Map(options.reasons ?? []);
    this.#removed = new Map(options.removed ?? []);
    this.#crowded = options.crowded ?? false;
    this.#library = options.library ?? name;
    this.#alias = options.alias ?? name;
    this.#growth = options.growth;
    this.#count = options.growth?.count();
  }

  override get type(): PyType {
    return moduleType;
  }

  override get attributes(): Map<string, Value> {
    if (this.#growth !== undefined) this.#grow(this.#growth);
    return this.members;
  }

  /** Adds the members that have come since; what the program itself has set stays. */
  #grow({ count, members }: Growth): void {
    const now = count();
    if (this.#count === now) return;
    this.#count = now;
    for (const [name, value] of members()) if (!this.members.has(name)) this.members.set(name, value);
  }

  /** Returns what the AttributeError says of a name that the real module had once; undefined for other names. */
  removalOf(name: string): string | undefined {
    return this.#removed.get(name)?.();
  }

  /** The names of the real module that a wrong one may have meant. */
  get names(): readonly string[] {
    return this.#crowded ? [] : [...this.members.keys(), ...this.#notOffered];
  }

  /** Returns what is said when a program reads a name that only the real module has; undefined for other names. */
  refusalOf(name: string): string | undefined {
    if (!this.#notOffered.has(name)) return undefined;
    const refusal = `${this.#alias}.${name} is not part of this book's ${this.#library}`;
    const reason = this.#reasons.get(name);
    if (reason !== undefined) return `${refusal}: ${reason}`;
    const near = closest(name, this.members.keys());
    return near === undefined ? refusal : `${refusal}; ${this.#alias}.${near} is`;
  }
}
