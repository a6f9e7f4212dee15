/** `typing`: names for annotations, which mean nothing when a program runs: https://docs.python.org/3/library/typing.html */

import { GenericAlias, UnionType } from '../../objects/generic-alias.ts';
import {
  call,
  dictType,
  ELLIPSIS,
  equals,
  members,
  NOT_IMPLEMENTED,
  nativeFunction,
  PyDict,
  PyList,
  PyObject,
  PyTuple,
  PyType,
  repr,
  tupleType,
  typeError,
  type Value,
} from '../../objects/index.ts';
import { listType, noneType } from '../../objects/types.ts';
import type { Modules } from '../host.ts';
import { fn, standardModule } from './module.ts';
import { namedTupleBase } from './named-tuple-class.ts';

const formType = new PyType({ name: '_SpecialForm', module: 'typing' });
const [genericFormType, tupleFormType, callableFormType] = [
  '_SpecialGenericAlias',
  '_TupleType',
  '_CallableType',
].map((name) => new PyType({ name, module: 'typing', bases: [formType] })) as [PyType, PyType, PyType];

/** Names that are no class with arguments. */
const SPECIAL = new Set(
  'Any ClassVar Concatenate Final Literal NoReturn Optional Annotated Self TypeAlias Never Union'.split(' '),
);

/** Returns the class of `typing.name` itself, as traces show it. */
function classOf(name: string): PyType {
  if (name === 'Tuple') return tupleFormType;
  if (name === 'Callable') return callableFormType;
  return SPECIAL.has(name) ? formType : genericFormType;
}
const aliasType = new PyType({ name: '_GenericAlias', module: 'typing' });
const variableType = new PyType({ name: 'TypeVar', module: 'typing' });

/** `typing.List`, `typing.Union`, … */
class Form extends PyObject {
  readonly name: string;

  constructor(name: string) {
    super();
    this.name = name;
  }

  override get type(): PyType {
    return classOf(this.name);
  }
}

/** `typing.List[int]`. */
class Alias extends PyObject {
  readonly form: Form;
  readonly args: readonly Value[];

  constructor(form: Form, args: readonly Value[]) {
    super();
    this.form = form;
    this.args = args;
  }

  override get type(): PyType {
    return aliasType;
  }
}

/** How an argument of an alias is printed: a class by its name, others by their repr. */
function argumentText(value: Value): string {
  if (value === null) return 'None';
  if (value === ELLIPSIS) return '...';
  if (value instanceof PyType)
    return value.module === 'builtins' ? value.qualifiedName : `${value.module}.${value.qualifiedName}`;
  if (value instanceof PyList) return `[${value.items.map(argumentText).join(', ')}]`;
  return typeof value === 'string' ? `ForwardRef(${repr(value)})` : repr(value);
}

const isNone = (value: Value): boolean =>
  value === null || (value instanceof PyType && value.name === 'NoneType');

/** `Optional[X]` is `Union[X, None]`; a union of one is that one. */
function subscripted(form: Form, key: Value): Value {
  const given = key instanceof PyTuple ? [...key.items] : [key];
  if (form.name === 'Optional') return unionOf([...given, null]);
  if (form.name === 'Union') return unionOf(given);
  return new Alias(form, given);
}

const UNION = new Form('Union');

function unionOf(given: readonly Value[]): Value {
  const flat = given.flatMap((each) => (each instanceof Alias && each.form === UNION ? each.args : [each]));
  const args = flat.filter((each, index) => flat.findIndex((earlier) => equals(earlier, each)) === index);
  return args.length === 1 ? (args[0] ?? null) : new Alias(UNION, args);
}

function aliasText({ form, args }: Alias): string {
  if (form === UNION && args.length === 2 && args.some(isNone))
    return `typing.Optional[${args
      .filter((each) => !isNone(each))
      .map(argumentText)
      .join(', ')}]`;
  return `typing.${form.name}[${args.map((each) => (isNone(each) ? 'NoneType' : argumentText(each))).join(', ')}]`;
}

members(formType, (value): value is Form => value instanceof Form)
  .special('__getitem__', (self, key) => subscripted(self, key))
  .special('__or__', (self, other) => unionOf([self, other]))
  .special('__repr__', (self) => `typing.${self.name}`)
  .special('__call__', (self) => {
    throw typeError(`Type ${self.name} cannot be instantiated; use ${self.name.toLowerCase()}() instead`);
  });
members(aliasType, (value): value is Alias => value instanceof Alias)
  .getter('__origin__', (self) => self.form)
  .getter('__args__', (self) => new PyTuple(self.args))
  .special('__getitem__', (self, key) => new Alias(self.form, key instanceof PyTuple ? key.items : [key]))
  .special('__or__', (self, other) => unionOf([self, other]))
  .special('__eq__', (self, other) =>
    other instanceof Alias
      ? self.form === other.form && equals(new PyTuple(self.args), new PyTuple(other.args))
      : NOT_IMPLEMENTED,
  )
  .special('__repr__', aliasText);
members(variableType, (value): value is TypeVariable => value instanceof TypeVariable)
  .constructs(
    'name, *constraints, bound=None, covariant=False, contravariant=False',
    (_type, name) => new TypeVariable(String(name)),
  )
  .getter('__name__', (self) => self.name)
  .special('__repr__', (self) => `~${self.name}`);

class TypeVariable extends PyObject {
  readonly name: string;

  constructor(name: string) {
    super();
    this.name = name;
  }

  override get type(): PyType {
    return variableType;
  }
}

const FORMS =
  'Any Callable ClassVar Collection Container Concatenate DefaultDict Deque Dict Final FrozenSet Generator Hashable ' +
  'Iterable Iterator List Literal Mapping MutableMapping MutableSequence NoReturn Optional Annotated Reversible Self ' +
  'Sequence Set Sized Tuple Type TypeAlias Never Counter OrderedDict AnyStr Text SupportsFloat SupportsInt';

/** Classes that a program may extend, and which add nothing. */
const base = (name: string): PyType => {
  const type = new PyType({ name, module: 'typing', subclassable: true });
  members(type, (value): value is PyObject => value instanceof PyObject).classMethod(
    '__class_getitem__',
    'key, /',
    (self) => self,
  );
  return type;
};

const MEMBERS = (): [string, Value][] => [
  ...FORMS.split(' ').map((name): [string, Value] => [name, new Form(name)]),
  ['Union', UNION],
  ['TypeVar', variableType],
  ['Generic', base('Generic')],
  ['Protocol', base('Protocol')],
  ['TYPE_CHECKING', false],
  fn('typing', 'cast', 'typ, val', (_type, value) => value),
  fn('typing', 'overload', 'func', (value) => value),
  fn('typing', 'final', 'f', (value) => value),
  fn('typing', 'no_type_check', 'arg', (value) => value),
  fn('typing', 'runtime_checkable', 'cls', (value) => value),
  fn('typing', 'get_type_hints', 'obj, globalns=None, localns=None', (value) => hintsOf(value)),
  ['NamedTuple', namedTupleBase],
  ['TypedDict', typedDictBase],
  fn('typing', 'get_origin', 'tp', originOf),
  fn('typing', 'get_args', 'tp', (type) => new PyTuple(argumentsOf(type))),
  fn('typing', 'NewType', 'name, tp', (name) => nativeFunction(String(name), 'x, /', (value) => value)),
];

/** `class P(TypedDict): x: int`: a class whose calls make plain dicts. */
const typedDictBase = new PyType({
  name: 'TypedDict',
  module: 'typing',
  subclassable: true,
  derive: (made) => {
    members(made, (value): value is PyDict => value instanceof PyDict).constructs(
      '*args, **keywords',
      (_type, args, keywords) =>
        call(dictType, args.items, new Map([...keywords.entries()] as [string, Value][])),
    );
    return made;
  },
});

/** The classes that `typing`'s own names stand for. */
const ORIGINS: ReadonlyMap<string, PyType> = new Map([
  ['List', listType],
  ['Dict', dictType],
  ['Tuple', tupleType],
]);

function originOf(type: Value): Value {
  if (type instanceof GenericAlias) return type.origin;
  return type instanceof Alias ? (ORIGINS.get(type.form.name) ?? type.form) : null;
}

const argumentsOf = (type: Value): readonly Value[] =>
  type instanceof GenericAlias || type instanceof Alias || type instanceof UnionType
    ? type.args.map((each) => (each === null ? noneType : each))
    : [];

const hintsOf = (value: Value): Value =>
  (value instanceof PyObject ? value.attributes?.get('__annotations__') : undefined) ?? null;

export const typingModules: Modules = standardModule('typing', MEMBERS, 'ParamSpec');
