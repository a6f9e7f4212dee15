/** Turns the names in the body of an enumeration's `class` statement into members. */
import {
  binary,
  Callable,
  call,
  Descriptor,
  equals,
  PyClassMethod,
  PyInstance,
  PyProperty,
  PyStaticMethod,
  PyTuple,
  PyType,
  repr,
  typeError,
  type Value,
} from '../../../objects/index.ts';
import { EnumMember, membersOf, setMembers } from './members.ts';

export const autoType = new PyType({
  name: 'auto',
  module: 'enum',
  allocate: (type) => new PyInstance(type),
});

const isAuto = (value: Value): boolean => value instanceof PyInstance && value.type === autoType;

/** Functions and descriptors of the body are methods, names such as `__doc__` and `_x_` Python's own. */
function isMemberName(name: string, value: Value): boolean {
  if (/^__.*__$/.test(name) || /^_[^_].*_$/.test(name)) return false;
  return !(
    value instanceof Callable ||
    value instanceof Descriptor ||
    value instanceof PyProperty ||
    value instanceof PyClassMethod ||
    value instanceof PyStaticMethod
  );
}

/** The value of `auto()` after the members so far, by the kind of the enumeration. */
export type NextValue = (name: string, values: readonly Value[]) => Value;

/** Returns one more than the highest value so far. */
export const nextNumber: NextValue = (_name, values) =>
  values.length === 0
    ? 1n
    : binary(
        '+',
        values.reduce((a, b) => (Number(b) > Number(a) ? b : a), values[0] ?? 0n),
        1n,
      );

/** Returns the next power of two. */
export const nextFlag: NextValue = (_name, values) => {
  const highest = values.reduce<bigint>(
    (most, each) => (BigInt(each as bigint) > most ? (each as bigint) : most),
    0n,
  );
  return highest === 0n ? 1n : 1n << BigInt(highest.toString(2).length);
};

/** Turns the names of the body of `made` into its members. */
export function deriveEnum(made: PyType, nextValue: NextValue): PyType {
  const parent = made.bases.find((base) => (membersOf(base)?.size ?? 0) > 0);
  if (parent !== undefined) throw typeError(`${repr(made)} cannot extend ${repr(parent)}`);
  const found = new Map<string, EnumMember>();
  const values: Value[] = [];
  const generate = made.lookup('_generate_next_value_');
  const initialiser = made.lookup('__init__');
  for (const [name, given] of [...made.members]) {
    if (!isMemberName(name, given)) continue;
    let value = given;
    if (isAuto(given))
      value =
        generate === undefined
          ? nextValue(name, values)
          : call(generate instanceof PyStaticMethod ? generate.function : generate, [
              name,
              1n,
              BigInt(values.length),
              values.at(-1) ?? null,
            ]);
    const known = [...found.values()].find((each) => equals(each.value, value));
    const member = known ?? new EnumMember(made, name, value);
    if (known === undefined) values.push(value);
    found.set(name, member);
    made.members.set(name, member);
    if (known === undefined && initialiser instanceof Callable)
      initialiser.invoke([member, ...(value instanceof PyTuple ? value.items : [value])], new Map());
  }
  setMembers(made, found);
  return made;
}
