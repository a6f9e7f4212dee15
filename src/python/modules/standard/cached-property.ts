/** `functools.cached_property`: https://docs.python.org/3/library/functools.html#functools.cached_property */
import { call, members, PyInstance, PyObject, PyType, typeError, type Value } from '../../objects/index.ts';

export const cachedPropertyType = new PyType({
  name: 'cached_property',
  module: 'functools',
  subclassable: true,
});

const isDescriptor = (value: Value): value is PyInstance => value instanceof PyInstance;

members(cachedPropertyType, isDescriptor, 'python')
  .constructs('func', (type, target) => {
    const made = new PyInstance(type);
    made.attributes.set('func', target);
    return made;
  })
  .special('__set_name__', (self, _owner, name) => {
    self.attributes.set('attrname', name ?? null);
    return null;
  })
  .special('__get__', (self, instance, _owner) => {
    if (instance === null) return self;
    const name = self.attributes.get('attrname');
    const attributes = instance instanceof PyObject ? instance.attributes : undefined;
    if (typeof name !== 'string' || attributes === undefined)
      throw typeError('Cannot use cached_property instance without calling __set_name__ on it.');
    // Once it is among the instance's own attributes, it is found before this is asked again.
    const known = attributes.get(name);
    if (known !== undefined) return known;
    const value = call(self.attributes.get('func') ?? null, [instance ?? null]);
    attributes.set(name, value);
    return value;
  });
