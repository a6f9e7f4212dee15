/** `dataclasses`: https://docs.python.org/3/library/dataclasses.html */
import {
  bindArguments,
  builtinException,
  Callable,
  call,
  compare,
  exceptionType,
  getAttribute,
  isTrue,
  type Keywords,
  members,
  NOT_IMPLEMENTED,
  nativeFunction,
  PyDict,
  PyInstance,
  PyList,
  PyObject,
  PySet,
  PyTuple,
  PyType,
  pyError,
  repr,
  Signature,
  setPlainAttribute,
  typeError,
  typeName,
  typeOf,
  UNSET,
  type Value,
  valueError,
} from '../../objects/index.ts';
import { functionType } from '../../objects/types.ts';
import { hashOf } from '../../operations/hash.ts';
import type { Modules } from '../host.ts';
import { fn, standardModule } from './module.ts';

const fieldType = new PyType({ name: 'Field', module: 'dataclasses' });
const frozenError = exceptionType('FrozenInstanceError', [builtinException('AttributeError')], 'dataclasses');

/** How one field of a data class is made, shown and compared. */
class Field extends PyObject {
  name = '';
  annotation: Value = null;
  isKeywordOnly: boolean;
  /** Given to `__post_init__` instead of being kept. */
  isInitOnly = false;
  readonly default: Value;
  readonly factory: Value;
  readonly inInit: boolean;
  readonly inRepr: boolean;
  readonly inCompare: boolean;

  constructor(options: {
    default: Value;
    factory: Value;
    init: boolean;
    repr: boolean;
    compare: boolean;
    keywordOnly: boolean;
  }) {
    super();
    this.isKeywordOnly = options.keywordOnly;
    this.default = options.default;
    this.factory = options.factory;
    this.inInit = options.init;
    this.inRepr = options.repr;
    this.inCompare = options.compare;
  }

  override get type(): PyType {
    return fieldType;
  }

  override get attributes(): Map<string, Value> {
    return new Map<string, Value>([
      ['name', this.name],
      ['type', this.annotation],
      ['default', this.default === UNSET ? MISSING : this.default],
      ['default_factory', this.factory === UNSET ? MISSING : this.factory],
    ]);
  }

  get isRequired(): boolean {
    return this.default === UNSET && this.factory === UNSET;
  }
}

/** The sentinel for a default that was not given: `dataclasses.MISSING`. */
const MISSING = new PyInstance(new PyType({ name: '_MISSING_TYPE', module: 'dataclasses' }));
const shown = (value: Value): string => repr(value === UNSET ? MISSING : value);

members(fieldType, (value): value is Field => value instanceof Field).special(
  '__repr__',
  (self) =>
    `Field(name=${self.name === '' ? 'None' : repr(self.name)},type=None,default=${shown(self.default)},` +
    `default_factory=${shown(self.factory)},init=${repr(self.inInit)},repr=${repr(self.inRepr)},hash=None,` +
    `compare=${repr(self.inCompare)},metadata=mappingproxy({}),kw_only=${repr(MISSING)},_field_type=None)`,
);

const plainField = (value: Value): Field =>
  new Field({ default: value, factory: UNSET, init: true, repr: true, compare: true, keywordOnly: false });

const FIELDS = '__dataclass_fields__';

/** A method made by `dataclass`: a function like the program's own, for messages and binding. */
class Method extends Callable {
  readonly name: string;
  readonly #signature: Signature;
  readonly #owner: PyType;
  readonly #body: (args: readonly Value[]) => Value;

  constructor(name: string, owner: PyType, signature: Signature, body: (args: readonly Value[]) => Value) {
    super();
    this.name = name;
    this.#owner = owner;
    this.#signature = signature;
    this.#body = body;
  }

  override get type(): PyType {
    return functionType;
  }

  override get bindsToInstance(): boolean {
    return true;
  }

  override invoke(args: readonly Value[], keywords: Keywords): Value {
    return this.#body(
      bindArguments(this.#signature, `${this.#owner.qualifiedName}.${this.name}`, args, keywords),
    );
  }
}

const parameters = (...names: string[]): Signature =>
  new Signature(names.map((name) => ({ name, kind: 'either', default: undefined })));

type Options = {
  readonly init: boolean;
  readonly repr: boolean;
  readonly eq: boolean;
  readonly order: boolean;
  readonly frozen: boolean;
  readonly keywordOnly: boolean;
};

/** Returns the fields of a class: of its bases first, then its own annotations in order. */
function fieldsOf(type: PyType, { keywordOnly }: Options): Field[] {
  let areKeywordOnly = keywordOnly;
  const found = new Map<string, Field>();
  for (const base of [...type.mro].reverse()) {
    const kept = base === type ? undefined : base.members.get(FIELDS);
    if (kept instanceof PyDict)
      for (const [name, field] of kept.entries()) found.set(String(name), field as Field);
  }
  const annotations = type.members.get('__annotations__');
  if (annotations instanceof PyDict)
    for (const [key, annotation] of annotations.entries()) {
      const name = String(key);
      if (isClassVariable(annotation)) continue;
      if (annotation === KW_ONLY) {
        areKeywordOnly = true;
        continue;
      }
      const field = ownField(type, name);
      field.annotation = annotation;
      field.isInitOnly = isInitOnly(annotation);
      field.isKeywordOnly ||= areKeywordOnly;
      found.set(name, field);
    }
  return [...found.values()];
}

/** The fields whose values an instance keeps. */
const keptOf = (fields: readonly Field[]): Field[] => fields.filter(({ isInitOnly }) => !isInitOnly);

/** What stands before fields that can be given by name only. */
const KW_ONLY = new PyInstance(new PyType({ name: '_KW_ONLY_TYPE', module: 'dataclasses' }));
const initVarType = new PyType({ name: 'InitVar', module: 'dataclasses' });
members(initVarType, (value): value is PyType => value === initVarType).classMethod(
  '__class_getitem__',
  'type, /',
  () => new PyInstance(initVarType),
);

const isInitOnly = (annotation: Value): boolean =>
  annotation === initVarType || (annotation instanceof PyInstance && annotation.type === initVarType);

const isClassVariable = (annotation: Value): boolean =>
  annotation instanceof PyObject && /^typing\.ClassVar\b/.test(repr(annotation));

function ownField(type: PyType, name: string): Field {
  const given = type.members.get(name);
  const field = given instanceof Field ? given : plainField(given === undefined ? UNSET : given);
  const value = field.default;
  if (value instanceof PyList || value instanceof PyDict || value instanceof PySet)
    throw valueError(
      `mutable default ${repr(typeOf(value))} for field ${name} is not allowed: use default_factory`,
    );
  field.name = name;
  if (given instanceof Field) {
    if (field.default === UNSET) type.members.delete(name);
    else type.members.set(name, field.default);
  }
  return field;
}

function define(type: PyType, options: Options): PyType {
  const fields = fieldsOf(type, options);
  type.members.set(FIELDS, new PyDict(fields.map((field) => [field.name, field])));
  type.members.set(
    '__match_args__',
    new PyTuple(
      fields.filter(({ inInit, isKeywordOnly }) => inInit && !isKeywordOnly).map(({ name }) => name),
    ),
  );
  const has = (name: string) => type.members.has(name);
  if (options.init && !has('__init__')) type.members.set('__init__', initialiser(type, fields));
  if (options.repr && !has('__repr__')) type.members.set('__repr__', representer(type, fields));
  if (options.eq && !has('__eq__')) {
    type.members.set('__eq__', comparison('==', '__eq__', type, fields));
    if (!has('__hash__')) type.members.set('__hash__', options.frozen ? hasher(type, fields) : null);
  }
  if (options.order)
    for (const [operator, name] of [
      ['<', '__lt__'],
      ['<=', '__le__'],
      ['>', '__gt__'],
      ['>=', '__ge__'],
    ] as const)
      type.members.set(name, comparison(operator, name, type, fields));
  if (options.frozen) freeze(type);
  return type;
}

function initialiser(type: PyType, fields: readonly Field[]): Method {
  const placed = fields.filter(({ inInit, isKeywordOnly }) => inInit && !isKeywordOnly);
  const taken = [...placed, ...fields.filter(({ inInit, isKeywordOnly }) => inInit && isKeywordOnly)];
  const late = placed.find(
    (field, index) => field.isRequired && placed.slice(0, index).some((each) => !each.isRequired),
  );
  if (late !== undefined)
    throw typeError(`non-default argument '${late.name}' follows default argument '${before(placed, late)}'`);
  const signature = new Signature([
    { name: 'self', kind: 'either', default: undefined },
    ...taken.map((field) => ({
      name: field.name,
      kind: field.isKeywordOnly ? ('keyword-only' as const) : ('either' as const),
      default: field.isRequired ? undefined : field.factory === UNSET ? field.default : UNSET,
    })),
  ]);
  return new Method('__init__', type, signature, ([self = null, ...values]) => {
    const initOnly: Value[] = [];
    for (const field of fields) {
      const at = taken.indexOf(field);
      const given = at === -1 ? UNSET : (values[at] ?? null);
      if (field.isInitOnly) initOnly.push(given);
      else if (given !== UNSET) setPlainAttribute(self, field.name, given);
      else if (field.factory !== UNSET) setPlainAttribute(self, field.name, call(field.factory));
      else if (field.default !== UNSET) setPlainAttribute(self, field.name, field.default);
    }
    const after = typeOf(self).lookup('__post_init__');
    if (after !== undefined) call(after, [self, ...initOnly]);
    return null;
  });
}

const before = (taken: readonly Field[], late: Field): string =>
  taken.slice(0, taken.indexOf(late)).findLast((field) => !field.isRequired)?.name ?? '';

const representer = (type: PyType, fields: readonly Field[]): Method =>
  new Method('__repr__', type, parameters('self'), ([self = null]) => {
    const shown = keptOf(fields).filter(({ inRepr }) => inRepr);
    const text = shown.map(({ name }) => `${name}=${repr(getAttribute(self, name))}`).join(', ');
    return `${typeOf(self).qualifiedName}(${text})`;
  });

const valuesOf = (self: Value, fields: readonly Field[]): PyTuple =>
  new PyTuple(
    keptOf(fields)
      .filter(({ inCompare }) => inCompare)
      .map(({ name }) => getAttribute(self, name)),
  );

const comparison = (
  operator: '==' | '<' | '<=' | '>' | '>=',
  name: string,
  type: PyType,
  fields: readonly Field[],
): Method =>
  new Method(name, type, parameters('self', 'other'), ([self = null, other = null]) =>
    typeOf(self) === typeOf(other)
      ? compare(operator, valuesOf(self, fields), valuesOf(other, fields))
      : NOT_IMPLEMENTED,
  );

const hasher = (type: PyType, fields: readonly Field[]): Method =>
  new Method('__hash__', type, parameters('self'), ([self = null]) => hashOf(valuesOf(self, fields)));

function freeze(type: PyType): void {
  for (const [name, verb] of [
    ['__setattr__', 'assign to'],
    ['__delattr__', 'delete'],
  ] as const) {
    const names = name === '__setattr__' ? ['self', 'name', 'value'] : ['self', 'name'];
    type.members.set(
      name,
      new Method(name, type, parameters(...names), ([, attribute = null]) => {
        throw pyError(frozenError, `cannot ${verb} field ${repr(attribute)}`);
      }),
    );
  }
}

function isDataClass(value: Value): boolean {
  const type = value instanceof PyType ? value : typeOf(value);
  return type.lookup(FIELDS) !== undefined;
}

function fieldsOfValue(value: Value): Field[] {
  const kept = (value instanceof PyType ? value : typeOf(value)).lookup(FIELDS);
  if (!(kept instanceof PyDict)) throw typeError('must be called with a dataclass type or instance');
  return keptOf([...kept.values()] as Field[]);
}

function asDict(value: Value, make: Value = null): Value {
  if (value instanceof PyInstance && isDataClass(value)) {
    const entries = fieldsOfValue(value).map(({ name }): [Value, Value] => [
      name,
      asDict(getAttribute(value, name), make),
    ]);
    return make === null
      ? new PyDict(entries)
      : call(make, [new PyList(entries.map((entry) => new PyTuple(entry)))]);
  }
  if (value instanceof PyList) return new PyList(value.items.map((each) => asDict(each, make)));
  if (value instanceof PyTuple) return value.derive(value.items.map((each) => asDict(each, make)));
  if (value instanceof PyDict)
    return new PyDict([...value.entries()].map(([key, each]) => [key, asDict(each, make)]));
  return value;
}

function asTuple(value: Value): Value {
  if (value instanceof PyInstance && isDataClass(value))
    return new PyTuple(fieldsOfValue(value).map(({ name }) => asTuple(getAttribute(value, name))));
  if (value instanceof PyList) return new PyList(value.items.map(asTuple));
  return value instanceof PyTuple ? value.derive(value.items.map(asTuple)) : value;
}

function replace(value: Value, changes: PyDict): Value {
  const given = new Map<string, Value>();
  for (const { name, inInit } of fieldsOfValue(value))
    if (inInit) given.set(name, changes.get(name) ?? getAttribute(value, name));
  for (const [name, each] of changes.entries()) given.set(String(name), each);
  return call(typeOf(value), [], given);
}

export const dataclassesModules: Modules = standardModule(
  'dataclasses',
  () => [
    fn(
      'dataclasses',
      'dataclass',
      'cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False!, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False',
      (cls, init, shown, eq, order, _unsafe, frozen, _match, keywordOnly) => {
        const options = {
          init: isTrue(init),
          repr: isTrue(shown),
          eq: isTrue(eq),
          order: isTrue(order),
          frozen: isTrue(frozen),
          keywordOnly: isTrue(keywordOnly),
        };
        const decorate = (type: Value): Value => {
          if (!(type instanceof PyType)) throw typeError(`'${typeName(type)}' object is not a class`);
          return define(type, options);
        };
        return cls === null ? nativeFunction('wrap', 'cls', decorate) : decorate(cls);
      },
    ),
    fn(
      'dataclasses',
      'field',
      '*, default=?, default_factory=?, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=?',
      (value, factory, init, shown, _hash, compared, _metadata, keywordOnly) => {
        if (value !== UNSET && factory !== UNSET)
          throw valueError('cannot specify both default and default_factory');
        return new Field({
          default: value,
          factory,
          init: isTrue(init),
          repr: isTrue(shown),
          compare: isTrue(compared),
          keywordOnly: keywordOnly !== UNSET && isTrue(keywordOnly),
        });
      },
    ),
    fn('dataclasses', 'fields', 'class_or_instance', (value) => new PyTuple(fieldsOfValue(value))),
    fn('dataclasses', 'asdict', 'obj, *, dict_factory=None', (value, make) => {
      if (!(value instanceof PyInstance && isDataClass(value)))
        throw typeError('asdict() should be called on dataclass instances');
      return asDict(value, make);
    }),
    fn('dataclasses', 'astuple', 'obj, *, tuple_factory=None', (value) => {
      if (!(value instanceof PyInstance && isDataClass(value)))
        throw typeError('astuple() should be called on dataclass instances');
      return asTuple(value);
    }),
    fn('dataclasses', 'is_dataclass', 'obj', isDataClass),
    fn('dataclasses', 'replace', 'obj, /, **changes', replace),
    ['FrozenInstanceError', frozenError] as [string, Value],
    ['KW_ONLY', KW_ONLY] as [string, Value],
    ['InitVar', initVarType] as [string, Value],
    ['MISSING', MISSING] as [string, Value],
  ],
  'Field make_dataclass',
);
