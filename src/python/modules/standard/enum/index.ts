/** `enum`: https://docs.python.org/3/library/enum.html */
import {
  type BinaryOperator,
  binary,
  call,
  compare,
  contains,
  equals,
  format,
  getItem,
  intType,
  iterate,
  iteratorOver,
  members,
  NativeFunction,
  NOT_IMPLEMENTED,
  objectType,
  PyClassMethod,
  PyDict,
  PyInstance,
  PyList,
  PyTuple,
  PyType,
  pyError,
  repr,
  str,
  strType,
  toArray,
  typeError,
  typeName,
  type Value,
  valueError,
} from '../../../objects/index.ts';
import { hashOf } from '../../../operations/hash.ts';
import type { Modules } from '../../host.ts';
import { fn, standardModule } from '../module.ts';
import { autoType, deriveEnum, type NextValue, nextFlag, nextNumber } from './derive.ts';
import { distinctMembers, EnumMember, enumMeta, isMember, membersOf, setMembers } from './members.ts';

/** Returns what a member is filed under in a dict: its value where it equals that, else a text that no program spells. */
function keyOf({ type, name, value }: EnumMember): Value {
  const isPlain = type.isSubtypeOf(intType) || type.isSubtypeOf(strType);
  return isPlain ? value : `\u0000${type.identity} ${name}`;
}

const kind = (name: string, bases: readonly PyType[], nextValue: NextValue): PyType =>
  new PyType({
    name,
    module: 'enum',
    bases,
    metatype: enumMeta,
    subclassable: true,
    derive: (made) => mixed(deriveEnum(made, nextValue)),
    hashesAs: (self) => keyOf(self as EnumMember),
  });

const enumType = kind('Enum', [objectType], nextNumber);
const intEnumType = kind('IntEnum', [intType, enumType], nextNumber);
const strEnumType = kind('StrEnum', [strType, enumType], (name) => name.toLowerCase());
const flagType = kind('Flag', [enumType], nextFlag);
const intFlagType = kind('IntFlag', [intType, flagType], nextFlag);

/** `class Color(str, Enum)`: members compute and compare as the plain type does, and print as members. */
function mixed(made: PyType): PyType {
  const like = made.bases.includes(strType)
    ? strEnumType
    : made.bases.includes(intType)
      ? intEnumType
      : undefined;
  if (like === undefined) return made;
  if (like === strEnumType) defineTextMethods();
  for (const [name, member] of like.members)
    if (name !== '__str__' && name !== '__format__' && !made.members.has(name))
      made.members.set(name, member);
  return made;
}

/** The methods of str, applied to the members' texts. */
function defineTextMethods(): void {
  for (const [name, member] of strType.members)
    if (member instanceof NativeFunction && !name.startsWith('__'))
      strEnumType.members.set(
        name,
        new NativeFunction(
          name,
          '*args, **keywords',
          (self, args, keywords) =>
            member.invoke(
              [(self as EnumMember).value, ...(args as PyTuple).items],
              new Map([...(keywords as PyDict).entries()].map(([key, value]) => [String(key), value])),
            ),
          { receiver: enumType },
        ),
      );
}

const isEnum = (value: Value): value is PyType => value instanceof PyType && value.type === enumMeta;

/** Returns the member of a value: `Color(1)`. A flag's combinations are made when they are first asked for. */
function memberOf(type: PyType, value: Value): Value {
  if (isMember(value) && value.type === type) return value;
  const found = distinctMembers(type).find((each) => equals(each.value, value));
  if (found !== undefined) return found;
  if (typeof value === 'bigint' && type.isSubtypeOf(flagType)) {
    const combined = combination(type, value);
    if (combined !== undefined) return combined;
  }
  const missing = type.lookup('_missing_');
  const other = missing instanceof PyClassMethod ? call(missing.function, [type, value]) : null;
  if (other !== null) return other;
  throw valueError(`${repr(value)} is not a valid ${type.qualifiedName}`);
}

const combinations = new WeakMap<PyType, Map<bigint, EnumMember>>();

/** Returns the bits that the members of a flag name. */
const allBits = (type: PyType): bigint =>
  distinctMembers(type).reduce((bits, each) => bits | (each.value as bigint), 0n);

function combination(type: PyType, value: bigint): EnumMember | undefined {
  if ((value & ~allBits(type)) !== 0n) return undefined;
  const known = combinations.get(type) ?? new Map<bigint, EnumMember>();
  combinations.set(type, known);
  const found =
    known.get(value) ??
    new EnumMember(
      type,
      partsOf(type, value)
        .map(({ name }) => name)
        .join('|'),
      value,
    );
  known.set(value, found);
  return found;
}

/** Returns the members of one bit each that a flag's value is made of. */
function partsOf(type: PyType, value: bigint): EnumMember[] {
  return distinctMembers(type).filter(
    (each) =>
      typeof each.value === 'bigint' &&
      (each.value & (each.value - 1n)) === 0n &&
      (each.value & value) !== 0n,
  );
}

/** `Enum('Color', 'RED GREEN')` or with a list of names. */
function functional(base: PyType, name: Value, names: Value): PyType {
  const listed =
    typeof names === 'string' ? names.replaceAll(',', ' ').split(/\s+/).filter(Boolean) : toArray(names);
  const made = new PyType({
    name: String(name),
    module: '__main__',
    bases: [base],
    mutable: true,
    subclassable: true,
  });
  const found = new Map<string, EnumMember>();
  for (const [index, each] of listed.entries()) {
    const [key = null, value = BigInt(index + 1)] = each instanceof PyTuple ? each.items : [each];
    const member = new EnumMember(made, String(key), value);
    found.set(String(key), member);
    made.members.set(String(key), member);
  }
  setMembers(made, found);
  return made;
}

members(enumMeta, isEnum)
  .special('__iter__', (self) => iteratorOver('iterator', distinctMembers(self).values()))
  .special('__reversed__', (self) => iteratorOver('iterator', distinctMembers(self).reverse().values()))
  .special('__len__', (self) => BigInt(distinctMembers(self).length))
  .special('__bool__', () => true)
  .special('__contains__', (self, item) =>
    distinctMembers(self).some(
      (each) => each === item || (!isMember(item ?? null) && equals(each.value, item ?? null)),
    ),
  )
  .special('__getitem__', (self, name) => {
    const found = membersOf(self)?.get(String(name));
    if (found === undefined) throw pyError('KeyError', name ?? null);
    return found;
  })
  .special('__setattr__', (self, name, value) => {
    if (membersOf(self)?.has(String(name)))
      throw pyError('AttributeError', `cannot reassign member ${repr(name ?? null)}`);
    self.members.set(String(name), value ?? null);
    return null;
  })
  .special('__repr__', (self) => `<${self.isSubtypeOf(flagType) ? 'flag' : 'enum'} ${repr(self.name)}>`)
  .getter('__members__', (self) => new PyDict(membersOf(self) ?? []))
  .method('__call__', 'value, names=None', (self, value, names) =>
    membersOf(self) === undefined || names !== null ? functional(self, value, names) : memberOf(self, value),
  );

members(enumType, isMember)
  .getter('name', (self) => self.name)
  .getter('value', (self) => self.value)
  .special('__repr__', (self) => `<${self.type.name}.${self.name}: ${repr(self.value)}>`)
  .special('__str__', (self) => `${self.type.name}.${self.name}`)
  .special('__format__', (self, spec) => format(str(self), String(spec)))
  .special('__hash__', (self) => hashOf(self.name))
  .special('__eq__', (self, other) => (self === other ? true : NOT_IMPLEMENTED))
  .method('__dir__', '', () => new PyList(['name', 'value']));

/** A member of a kind that is a number or text computes and compares by its value. */
function standsForValue(type: PyType, operators: Readonly<Record<string, BinaryOperator>>): void {
  const plainValue = (value: Value): Value => (isMember(value) ? value.value : value);
  const on = members(type, isMember)
    .special('__str__', (self) => str(self.value))
    .special('__format__', (self, spec) => format(self.value, String(spec)))
    .special('__hash__', (self) => hashOf(self.value))
    .special('__eq__', (self, other) => equals(self.value, plainValue(other ?? null)))
    .special('__ne__', (self, other) => !equals(self.value, plainValue(other ?? null)));
  for (const [name, operator] of [
    ['lt', '<'],
    ['le', '<='],
    ['gt', '>'],
    ['ge', '>='],
  ] as const)
    on.special(`__${name}__`, (self, other) => compare(operator, self.value, plainValue(other ?? null)));
  for (const [name, operator] of Object.entries(operators)) {
    on.special(`__${name}__`, (self, other) => binary(operator, self.value, plainValue(other ?? null)));
    on.special(`__r${name}__`, (self, other) => binary(operator, plainValue(other ?? null), self.value));
  }
}

const OF_NUMBERS = {
  add: '+',
  sub: '-',
  mul: '*',
  truediv: '/',
  floordiv: '//',
  mod: '%',
  pow: '**',
  and: '&',
  or: '|',
  xor: '^',
  lshift: '<<',
  rshift: '>>',
} as const;
standsForValue(intEnumType, OF_NUMBERS);
standsForValue(strEnumType, { add: '+', mod: '%', mul: '*' });
members(strEnumType, isMember)
  .special('__len__', (self) => BigInt(str(self.value).length))
  .special('__getitem__', (self, key) => getItem(self.value, key ?? null))
  .special('__contains__', (self, item) => contains(self.value, item ?? null))
  .special('__iter__', (self) => iterate(self.value));
standsForValue(intFlagType, OF_NUMBERS);
for (const type of [intEnumType, intFlagType])
  members(type, isMember)
    .special('__index__', (self) => self.value)
    .special('__int__', (self) => self.value)
    .special('__float__', (self) => Number(self.value))
    .special('__bool__', (self) => self.value !== 0n)
    .special('__neg__', (self) => -(self.value as bigint));

const bitsOf = (self: EnumMember, other: Value): bigint | undefined =>
  isMember(other) && other.type === self.type ? (other.value as bigint) : undefined;
const combine =
  (operator: '&' | '|' | '^') =>
  (self: EnumMember, other?: Value): Value => {
    const bits =
      self.type.isSubtypeOf(intType) && typeof other === 'bigint' ? other : bitsOf(self, other ?? null);
    return bits === undefined ? NOT_IMPLEMENTED : memberOf(self.type, binary(operator, self.value, bits));
  };
for (const type of [flagType, intFlagType]) {
  const on = members(type, isMember)
    .special('__invert__', (self) => memberOf(self.type, allBits(self.type) & ~(self.value as bigint)))
    .special('__contains__', (self, other) => {
      const bits = bitsOf(self, other ?? null);
      if (bits === undefined)
        throw typeError(
          `unsupported operand type(s) for 'in': ${repr(typeName(other ?? null))} and ${repr(self.type.name)}`,
        );
      return (bits & (self.value as bigint)) === bits;
    })
    .special('__bool__', (self) => self.value !== 0n)
    .special('__len__', (self) => BigInt(partsOf(self.type, self.value as bigint).length))
    .special('__iter__', (self) =>
      iteratorOver('iterator', partsOf(self.type, self.value as bigint).values()),
    )
    .special('__repr__', (self) =>
      self.name === ''
        ? `<${self.type.name}: ${self.value}>`
        : `<${self.type.name}.${self.name}: ${self.value}>`,
    );
  for (const [name, operator] of [
    ['and', '&'],
    ['or', '|'],
    ['xor', '^'],
  ] as const) {
    on.special(`__${name}__`, combine(operator));
    on.special(`__r${name}__`, combine(operator));
  }
}
members(flagType, isMember).special('__str__', (self) =>
  self.name === '' ? `${self.type.name}(${self.value})` : `${self.type.name}.${self.name}`,
);

members(autoType, (value): value is PyInstance => value instanceof PyInstance).constructs(
  'value=None',
  (type) => makeBare(type),
);
const makeBare = (type: PyType): Value => type.allocate?.(type) ?? null;

/** `@unique`: refuses an enumeration in which two names have one value. */
function unique(value: Value): Value {
  if (!isEnum(value)) return value;
  const aliases = [...(membersOf(value) ?? [])].filter(([name, member]) => name !== member.name);
  if (aliases.length === 0) return value;
  const listed = aliases.map(([name, member]) => `${name} -> ${member.name}`).join(', ');
  throw valueError(`duplicate values found in ${repr(value)}: ${listed}`);
}

const MEMBERS: readonly (readonly [string, Value])[] = [
  ['Enum', enumType],
  ['IntEnum', intEnumType],
  ['StrEnum', strEnumType],
  ['Flag', flagType],
  ['IntFlag', intFlagType],
  ['EnumType', enumMeta],
  ['EnumMeta', enumMeta],
  ['auto', autoType],
  fn('enum', 'unique', 'enumeration', unique),
];

export const enumModules: Modules = standardModule(
  'enum',
  () => {
    defineTextMethods();
    return MEMBERS;
  },
  'ReprEnum CONFORM CONTINUOUS EJECT EnumCheck FlagBoundary KEEP NAMED_FLAGS STRICT UNIQUE global_enum global_enum_repr global_flag_repr global_str member nonmember property show_flag_values verify',
);
