/** `property`, `classmethod` and `staticmethod`. */
import { Callable } from '../objects/callables.ts';
import {
  classMethodType,
  PyClassMethod,
  PyProperty,
  PyStaticMethod,
  propertyType,
  staticMethodType,
} from '../objects/descriptors.ts';
import { typeError } from '../objects/exceptions.ts';
import { members } from '../objects/members.ts';
import type { Value } from '../objects/object.ts';
import { typeName } from '../objects/types.ts';
import { repr } from '../operations/text.ts';

const isProperty = (value: Value): value is PyProperty => value instanceof PyProperty;

export function defineDescriptorMembers(): void {
  members(propertyType, isProperty)
    .constructs(
      'fget=None, fset=None, fdel=None, doc=None',
      (_type, get, set, remove) => new PyProperty(get, set, remove),
    )
    .method('getter', 'fget, /', (self, get) => new PyProperty(get, self.set, self.delete))
    .method('setter', 'fset, /', (self, set) => new PyProperty(self.get, set, self.delete))
    .method('deleter', 'fdel, /', (self, remove) => new PyProperty(self.get, self.set, remove));
  members(classMethodType, isProperty).constructs('function, /', (_type, method) => {
    if (!(method instanceof Callable)) throw typeError(`'${typeName(method)}' object is not callable`);
    return new PyClassMethod(method);
  });
  members(staticMethodType, isProperty).constructs(
    'function, /',
    (_type, method) => new PyStaticMethod(method),
  );
  members(classMethodType, (value): value is PyClassMethod => value instanceof PyClassMethod).special(
    '__repr__',
    (self) => `<classmethod(${repr(self.function)})>`,
  );
  members(staticMethodType, (value): value is PyStaticMethod => value instanceof PyStaticMethod).special(
    '__repr__',
    (self) => `<staticmethod(${repr(self.function)})>`,
  );
}
