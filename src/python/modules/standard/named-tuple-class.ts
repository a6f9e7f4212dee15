/** `typing.NamedTuple`: the base of classes that are named tuples with methods of their own. */
import { members, PyDict, PyType, toArray, typeError, type Value } from '../../objects/index.ts';
import { namedTupleType } from './named-tuple.ts';

const isNothing = (_value: Value): _value is Value => false;

/** Returns the named tuple that a class statement describes: its annotations are the fields, the rest its own. */
function derive(made: PyType): PyType {
  const annotations = made.members.get('__annotations__');
  const fields = annotations instanceof PyDict ? [...annotations.keys()].map(String) : [];
  const defaults: Value[] = [];
  for (const field of fields) {
    const value = made.members.get(field);
    if (value !== undefined) defaults.push(value);
    else if (defaults.length > 0) {
      const given = fields.filter((each) => made.members.has(each)).map((each) => `'${each}'`);
      throw typeError(
        `non-default namedtuple field ${field} cannot follow default field${given.length > 1 ? 's' : ''} ${given.join(', ')}`,
      );
    }
  }
  const type = namedTupleType(made.name, fields, defaults);
  for (const [name, member] of made.members)
    if (!fields.includes(name) && !(name === '__doc__' && member === null)) type.members.set(name, member);
  return type;
}

export const namedTupleBase = new PyType({
  name: 'NamedTuple',
  module: 'typing',
  subclassable: true,
  derive,
});

members(namedTupleBase, isNothing).constructs('typename, fields, /', (_type, name, fields) =>
  namedTupleType(
    String(name),
    toArray(fields).map((field) => String(toArray(field)[0])),
    [],
  ),
);
