/**
 * What a Python value is here. Immutable basics are JavaScript's own primitives: None is `null`, bool is `boolean`,
 * int is `bigint` (any size), float is `number`, str is `string`. Everything else is a `PyObject` with a `PyType`.
 */
import { linearise } from './linearise.ts';
import { VersionedMap } from './versioned-map.ts';

export type Value = null | boolean | bigint | number | string | PyObject;

/** Keyword arguments of a call, in the order given. */
export type Keywords = ReadonlyMap<string, Value>;
export const NO_KEYWORDS: Keywords = new Map();

let lastIdentity = 0x7f3a5c0;

export abstract class PyObject {
  #identity: number | undefined;

  /** Its class: what `type(x)` returns. */
  abstract get type(): PyType;

  /** The attributes an instance carries itself (`__dict__`); undefined for objects that have none. */
  get attributes(): Map<string, Value> | undefined {
    return undefined;
  }

  /** A number of its own: what `id(x)` returns and what an address in a `repr` shows. */
  get identity(): number {
    if (this.#identity === undefined) {
      lastIdentity += 0x10;
      this.#identity = lastIdentity;
    }
    return this.#identity;
  }
}

/** What a type says about itself when it is made; all but the name are optional. */
export type TypeDescription = {
  readonly name: string;
  /** The module a `repr` names; `builtins` unless given. */
  readonly module?: string;
  readonly qualifiedName?: string;
  readonly nativeName?: string;
  readonly bases?: readonly PyType[];
  /** True for a class that a program made: its attributes can be set. */
  readonly mutable?: boolean;
  /** May a `class` statement name it as a base? */
  readonly subclassable?: boolean;
  /** The class of this class: what `type(C)` gives, with what a class itself can do; inherited. `type` unless given. */
  readonly metatype?: PyType;
  /** Completes a class that a `class` statement derived from this one, or gives another in its place; inherited. */
  readonly derive?: (made: PyType) => PyType;
  /** Makes a bare instance before `__init__` runs; inherited. */
  readonly allocate?: (type: PyType) => PyObject;
  /** The plain value that an instance equals and hashes as in dict and set, if there is one (0.5 for `np.float64(0.5)`). */
  readonly hashesAs?: (self: PyObject) => Value;
  /** Adds dtype, shape, data … to the snapshot a trace keeps of an instance; inherited. */
  readonly describe?: (self: PyObject) => Description;
  /**
   * Makes a test of whether what `repr`, `str` and `describe` gave of an instance still holds; inherited. Where a type has none,
   * a trace describes its instances anew at each look, unless it has no text of its own either.
   */
  readonly watch?: (self: PyObject) => () => boolean;
  /** The memory that an instance looks into, as an object of its own for each buffer; inherited. */
  readonly memory?: (self: PyObject) => Memory;
  /** What an instance holds beside its attributes, for the limit of memory; inherited. */
  readonly holds?: (self: PyObject) => Iterable<Value>;
  /** Variables listed under the name of a variable that holds an instance, such as `layer.weight`; inherited. */
  readonly parts?: (self: PyObject) => Iterable<readonly [name: string, value: Value]>;
};

/** What a snapshot holds beside type, repr and str. float32 data is given as the exact double; nan and inf as text. */
export type Description = {
  readonly dtype?: string;
  readonly shape?: readonly number[];
  /** In elements, not bytes. */
  readonly stride?: readonly number[];
  /** Nested lists, as `tolist()` gives them; left out past 64 elements. */
  readonly data?: SnapshotData;
  readonly requires_grad?: boolean;
  readonly grad_fn?: string;
  readonly grad?: string;
  /** A parameter that still has its random initial value: repr, str and data are left out. */
  readonly random?: true;
};
type Memory = {
  readonly buffer: object;
  /** Of the first element, in elements. */
  readonly offset: number;
  /** How many elements the whole buffer has. */
  readonly elements: number;
};
export type SnapshotData = number | boolean | string | readonly SnapshotData[];

/** What a class takes over from the first of its bases that has it. */
type Inherited =
  | 'metatype'
  | 'derive'
  | 'allocate'
  | 'hashesAs'
  | 'describe'
  | 'watch'
  | 'memory'
  | 'holds'
  | 'parts';

/** A class: a name, an order in which attributes are looked up, and the attributes. */
export class PyType extends PyObject {
  readonly name: string;
  readonly module: string;
  readonly qualifiedName: string;
  /** The class in C behind it, where messages about its attributes name that: `torch._C.TensorBase`. */
  readonly nativeName: string | undefined;
  readonly bases: readonly PyType[];
  /** Method resolution order, itself first. */
  readonly mro: readonly PyType[];
  /** Class attributes and methods. */
  readonly members = new VersionedMap<string, Value>();
  readonly mutable: boolean;
  readonly subclassable: boolean;
  readonly metatype: TypeDescription['metatype'];
  readonly derive: TypeDescription['derive'];
  readonly allocate: TypeDescription['allocate'];
  readonly hashesAs: TypeDescription['hashesAs'];
  readonly describe: TypeDescription['describe'];
  readonly watch: TypeDescription['watch'];
  readonly memory: TypeDescription['memory'];
  readonly holds: TypeDescription['holds'];
  readonly parts: TypeDescription['parts'];
  /** Attributes that the real type has and this one does not, with the library's name for the message. */
  notOffered: { readonly names: ReadonlySet<string>; readonly library: string } | undefined;
  /** Of a built-in type: makes an empty instance of a class that extends it, for its `__init__` to fill. */
  extended: ((type: PyType) => PyObject) | undefined;

  constructor(description: TypeDescription) {
    super();
    const bases = description.bases ?? (objectType === undefined ? [] : [objectType]);
    const inherited = (key: Inherited): PyType[Inherited] =>
      description[key] ?? bases.find((base) => base[key] !== undefined)?.[key];
    this.name = description.name;
    this.module = description.module ?? 'builtins';
    this.qualifiedName = description.qualifiedName ?? description.name;
    this.nativeName = description.nativeName;
    this.bases = bases;
    this.mro = linearise<PyType>(this, bases, (type) => type.mro);
    this.mutable = description.mutable ?? false;
    this.subclassable = description.subclassable ?? false;
    this.metatype = inherited('metatype') as TypeDescription['metatype'];
    this.derive = inherited('derive') as TypeDescription['derive'];
    this.allocate = inherited('allocate') as TypeDescription['allocate'];
    this.hashesAs = inherited('hashesAs') as TypeDescription['hashesAs'];
    this.describe = inherited('describe') as TypeDescription['describe'];
    this.watch = inherited('watch') as TypeDescription['watch'];
    this.memory = inherited('memory') as TypeDescription['memory'];
    this.holds = inherited('holds') as TypeDescription['holds'];
    this.parts = inherited('parts') as TypeDescription['parts'];
  }

  override get type(): PyType {
    return this.metatype ?? typeType;
  }

  /** Returns the attribute as the first class in the resolution order has it, undefined if none has. */
  lookup(name: string): Value | undefined {
    for (const type of this.mro) {
      const found = type.members.get(name);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  isSubtypeOf(other: PyType): boolean {
    return this === other || this.mro.includes(other);
  }
}

let objectType: PyType | undefined;
objectType = new PyType({
  name: 'object',
  bases: [],
  subclassable: true,
  allocate: (type) => new PyInstance(type),
});

const theObjectType: PyType = objectType;

export { theObjectType as objectType };
export const typeType: PyType = new PyType({ name: 'type' });

/** An instance of a class that a program defines, or of a native type that keeps its state in attributes. */
export class PyInstance extends PyObject {
  readonly #type: PyType;
  readonly #attributes = new VersionedMap<string, Value>();

  constructor(type: PyType) {
    super();
    this.#type = type;
  }

  override get type(): PyType {
    return this.#type;
  }

  override get attributes(): VersionedMap<string, Value> {
    return this.#attributes;
  }
}

/** What `object` itself offers under a special name, found after everything else: `super().__init__()`. */
export const objectFallbacks = new Map<string, Value>();
