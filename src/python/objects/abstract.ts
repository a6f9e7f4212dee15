/** Classes with abstract methods, which have no instances: https://docs.python.org/3/library/abc.html */
import { PyProperty } from './descriptors.ts';
import { typeError } from './exceptions.ts';
import { objectType, PyObject, PyType, typeType, type Value } from './object.ts';

const abstract = new WeakSet<PyObject>();

/** `abc.ABCMeta`, the class of abstract classes. */
export const abstractMeta = new PyType({ name: 'ABCMeta', module: 'abc', bases: [typeType] });

/** `abc.ABC`. */
export const abstractBase = new PyType({
  name: 'ABC',
  module: 'abc',
  bases: [objectType],
  metatype: abstractMeta,
  subclassable: true,
});

/** `@abstractmethod`: gives the function or property back. */
export function markAbstract(value: Value): Value {
  if (value instanceof PyObject) abstract.add(value);
  return value;
}

const isAbstract = (value: Value | undefined): boolean =>
  value instanceof PyProperty ? isAbstract(value.get) : value instanceof PyObject && abstract.has(value);

/** @throws {PyError} TypeError if a class derived from ABC has abstract methods. */
export function refuseAbstract(type: PyType): void {
  if (type.metatype !== abstractMeta) return;
  const names = [...new Set(type.mro.flatMap((each) => [...each.members.keys()]))]
    .filter((name) => isAbstract(type.lookup(name)))
    .sort()
    .map((name) => `'${name}'`);
  if (names.length > 0)
    throw typeError(
      `Can't instantiate abstract class ${type.name} without an implementation for abstract method${names.length === 1 ? '' : 's'} ${names.join(', ')}`,
    );
}
