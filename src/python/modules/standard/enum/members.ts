/** Members of enumerations, and the class of the classes that have them. */
import { PyInstance, PyType, type Value } from '../../../objects/index.ts';
import { typeType } from '../../../objects/object.ts';

/** `enum.EnumType`, which makes an enumeration a collection of its members. */
export const enumMeta = new PyType({ name: 'EnumType', module: 'enum', bases: [typeType] });

/** One member of an enumeration. */
export class EnumMember extends PyInstance {
  readonly name: string;
  readonly value: Value;

  constructor(type: PyType, name: string, value: Value) {
    super(type);
    this.name = name;
    this.value = value;
    this.attributes.set('_name_', name);
    this.attributes.set('_value_', value);
  }
}

export const isMember = (value: Value): value is EnumMember => value instanceof EnumMember;

/** What an enumeration consists of: every name, those of aliases too, with its member. */
const enumerations = new WeakMap<PyType, Map<string, EnumMember>>();

/** The names of an enumeration with their members; undefined for a class that has none yet. */
export function membersOf(type: PyType): Map<string, EnumMember> | undefined {
  return enumerations.get(type);
}

export function setMembers(type: PyType, members: Map<string, EnumMember>): void {
  enumerations.set(type, members);
}

/** Returns the members in the order of their definition, without aliases. */
export function distinctMembers(type: PyType): EnumMember[] {
  return [...new Set(enumerations.get(type)?.values() ?? [])];
}
