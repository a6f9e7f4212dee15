/** `collections.namedtuple`: https://docs.python.org/3/library/collections.html#collections.namedtuple */
import {
  bindArguments,
  Descriptor,
  members,
  NativeFunction,
  PyClassMethod,
  PyDict,
  PyStaticMethod,
  PyTuple,
  PyType,
  pyError,
  repr,
  Signature,
  toArray,
  tupleType,
  typeError,
  type Value,
  valueError,
} from '../../objects/index.ts';
import { typeType } from '../../objects/object.ts';

class PyNamedTuple extends PyTuple {
  readonly #type: PyType;

  constructor(type: PyType, items: readonly Value[]) {
    super(items);
    this.#type = type;
  }

  override get type(): PyType {
    return this.#type;
  }
}

const IDENTIFIER = /^[\p{L}_][\p{L}\p{N}_]*$/u;

function fieldNames(given: Value): string[] {
  const names =
    typeof given === 'string'
      ? given.replaceAll(',', ' ').split(/\s+/).filter(Boolean)
      : toArray(given).map(String);
  for (const name of names) {
    if (!IDENTIFIER.test(name))
      throw valueError(`Type names and field names must be valid identifiers: ${repr(name)}`);
    if (name.startsWith('_')) throw valueError(`Field names cannot start with an underscore: ${repr(name)}`);
  }
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) throw valueError(`Encountered duplicate field name: ${repr(repeated)}`);
  return names;
}

/** Returns a class of named tuples with these fields; the last ones have defaults. */
export function namedTupleType(name: string, fields: readonly string[], defaults: readonly Value[]): PyType {
  const required = fields.length - defaults.length;
  if (required < 0) throw typeError('Got more default values than field names');
  const signature = new Signature([
    { name: '_cls', kind: 'either', default: undefined },
    ...fields.map((field, index) => ({
      name: field,
      kind: 'either' as const,
      default: index < required ? undefined : defaults[index - required],
    })),
  ]);
  const type = new PyType({ name, module: '__main__', bases: [tupleType], subclassable: true });
  const construct = new NativeFunction(
    '__new__',
    '*args, **keywords',
    (_self, args, keywords) => {
      const given = new Map<string, Value>();
      for (const [key, value] of (keywords as PyDict).entries()) given.set(String(key), value);
      const [made, ...values] = bindArguments(signature, `${name}.__new__`, (args as PyTuple).items, given);
      return new PyNamedTuple(made as PyType, values);
    },
    {},
  );
  type.members.set('__new__', new PyStaticMethod(construct));
  const names = new PyTuple([...fields]);
  members(type, (value): value is PyNamedTuple => value instanceof PyNamedTuple)
    .constant('_fields', names)
    .constant(
      '_field_defaults',
      new PyDict(fields.slice(required).map((field, index) => [field, defaults[index] ?? null])),
    )
    .constant('__match_args__', names)
    .special(
      '__repr__',
      (self) =>
        `${self.type.name}(${fields.map((field, index) => `${field}=${repr(self.items[index] ?? null)}`).join(', ')})`,
    )
    .method(
      '_asdict',
      '',
      (self) => new PyDict(fields.map((field, index) => [field, self.items[index] ?? null])),
    )
    .method('_replace', '**keywords', (self, keywords) => {
      const unknown = [...keywords.keys()].filter((key) => !fields.includes(String(key)));
      if (unknown.length > 0)
        throw typeError(`Got unexpected field names: [${unknown.map(repr).join(', ')}]`);
      return new PyNamedTuple(
        self.type,
        fields.map(
          (field, index) => keywords.get(field) ?? (keywords.has(field) ? null : (self.items[index] ?? null)),
        ),
      );
    });
  for (const [index, field] of fields.entries())
    type.members.set(
      field,
      new Descriptor(
        field,
        (self) => (self as PyTuple).items[index] ?? null,
        () => {
          throw pyError('AttributeError', "can't set attribute");
        },
      ),
    );

  type.members.set(
    '_make',
    new PyClassMethod(
      new NativeFunction(
        '_make',
        'iterable, /',
        (made, iterable) => {
          const values = toArray(iterable ?? null);
          if (values.length !== fields.length)
            throw typeError(`Expected ${fields.length} arguments, got ${values.length}`);
          return new PyNamedTuple(made as PyType, values);
        },
        { receiver: typeType },
      ),
    ),
  );
  return type;
}

/** `namedtuple(typename, field_names)`. */
export function namedTuple(name: Value, given: Value, defaults: Value): PyType {
  return namedTupleType(String(name), fieldNames(given), defaults === null ? [] : toArray(defaults));
}
