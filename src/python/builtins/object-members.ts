/** What every object, every class and every module has. */

import { NOT_IMPLEMENTED, PyList, PyTuple } from '../objects/collections.ts';
import { PyDict } from '../objects/dict.ts';
import { typeError } from '../objects/exceptions.ts';
import { members } from '../objects/members.ts';
import { PyModule } from '../objects/module.ts';
import {
  objectFallbacks,
  objectType,
  PyInstance,
  PyObject,
  PyType,
  typeType,
  type Value,
} from '../objects/object.ts';
import { PySuper, superType } from '../objects/super.ts';
import { moduleType, noneType, typeName, typeOf } from '../objects/types.ts';
import { attributeNames, deletePlainAttribute, setPlainAttribute } from '../operations/attributes.ts';
import { isSame } from '../operations/compare.ts';
import { hashOf } from '../operations/hash.ts';
import { format, plainRepr, repr, str } from '../operations/text.ts';

const isAny = (_value: Value): _value is Value => true;
const isType = (value: Value): value is PyType => value instanceof PyType;

export function defineObjectMembers(): void {
  members(objectType, isAny)
    .getter('__class__', typeOf)
    .getter('__dict__', (self) => new PyDict(self instanceof PyObject ? (self.attributes ?? []) : []))
    .getter('__doc__', (self) => typeOf(self).members.get('__doc__') ?? null)
    .method('__init__', '*args, **keywords', () => null)
    .method('__dir__', '', (self) => new PyList(attributeNames(self)))
    .special('__eq__', (self, other) => (isSame(self, other) ? true : NOT_IMPLEMENTED))
    .special('__format__', (self, spec) => format(self, str(spec ?? '')))
    .special('__hash__', hashOf)
    .special('__repr__', (self) => (self instanceof PyObject ? plainRepr(self) : repr(self)))
    .special('__str__', str)
    .special('__setattr__', (self, name, value) => {
      setPlainAttribute(self, str(name ?? ''), value ?? null);
      return null;
    })
    .special('__delattr__', (self, name) => {
      deletePlainAttribute(self, str(name ?? ''));
      return null;
    })
    .staticMethod('__new__', 'cls, *args, **keywords', (type) => {
      if (!(type instanceof PyType))
        throw typeError(`object.__new__(X): X is not a type object (${typeName(type)})`);
      return type.allocate === undefined ? new PyInstance(type) : type.allocate(type);
    });
  members(objectType, isAny).classMethod('__init_subclass__', '', () => null);
  // Found only when a program names them: the evaluator's own ways do the same without a call.
  for (const name of FALLBACKS) {
    const member = objectType.members.get(name);
    if (member !== undefined) objectFallbacks.set(name, member);
    objectType.members.delete(name);
  }
  members(typeType, isType)
    .getter('__name__', (self) => self.name)
    .getter('__qualname__', (self) => self.qualifiedName)
    .getter('__module__', (self) => self.module)
    .getter('__bases__', (self) => new PyTuple(self.bases))
    .getter('__mro__', (self) => new PyTuple(self.mro))
    .getter('__doc__', (self) => self.members.get('__doc__') ?? null)
    .getter('__dict__', (self) => new PyDict(self.members))
    .method('mro', '', (self) => new PyList([...self.mro]));
  members(moduleType, (value): value is PyModule => value instanceof PyModule)
    .getter('__name__', (self) => self.name)
    .special('__repr__', (self) => `<module '${self.name}' (built-in)>`);
  members(superType, (value): value is PySuper => value instanceof PySuper).constructs(
    'type, object, /',
    (_type, type, object) => {
      if (!(type instanceof PyType))
        throw typeError(`super() argument 1 must be a type, not ${typeName(type)}`);
      return new PySuper(type, object);
    },
  );
  members(noneType, isAny).special('__bool__', () => false);
}

const FALLBACKS = [
  '__init_subclass__',
  '__new__',
  '__eq__',
  '__setattr__',
  '__delattr__',
  '__init__',
  '__format__',
  '__hash__',
  '__repr__',
  '__str__',
];
