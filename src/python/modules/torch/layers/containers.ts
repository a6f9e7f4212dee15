/** Containers by name and of parameters: `ModuleDict`, `ParameterList`, `ParameterDict`. */
import {
  asIndex,
  call,
  each,
  getItem,
  iteratorOver,
  members,
  PyDict,
  PyList,
  PyTuple,
  PyType,
  pyError,
  toArray,
  typeError,
  type Value,
} from '../../../objects/index.ts';
import type { Entry } from '../define.ts';
import { typenameOf } from '../nn/assignment.ts';
import { startModule } from '../nn/layers.ts';
import { isModule, type ModuleObject, moduleType } from '../nn/module.ts';
import { isParameter, isTensor, parameterType, type TensorObject } from '../tensor.ts';

const container = (name: string): PyType =>
  new PyType({ name, module: 'torch.nn.modules.container', bases: [moduleType], subclassable: true });
const moduleDictType = container('ModuleDict');
const listType = container('ParameterList');
const dictType = container('ParameterDict');

/** Returns the pairs of a mapping, or of an iterable of pairs. */
function pairsOf(value: Value): (readonly [string, Value])[] {
  if (value === null) return [];
  if (value instanceof PyDict) return [...value.entries()].map(([key, item]) => [String(key), item]);
  return [...each(value)].map((item) => [String(getItem(item, 0n)), getItem(item, 1n)]);
}

function addModule(self: ModuleObject, name: Value, module: Value): void {
  if (typeof name !== 'string') throw typeError(`module name should be a string. Got ${typenameOf(name)}`);
  if (module !== null && !isModule(module)) throw typeError(`${typenameOf(module)} is not a Module subclass`);
  self.modules.set(name, module);
}

const missing = (key: Value) => pyError('KeyError', key);
const names = (of: ReadonlyMap<string, unknown>) => iteratorOver('odict_iterator', [...of.keys()]);
const entries = (of: ReadonlyMap<string, Value>) =>
  new PyList([...of].map(([name, value]) => new PyTuple([name, value])));

members(moduleDictType, isModule, 'python')
  .method('__init__', 'modules=None', (self, modules) => {
    startModule(self);
    for (const [name, module] of pairsOf(modules)) addModule(self, name, module);
    return null;
  })
  .special('__getitem__', (self, key) => {
    const found = self.modules.get(String(key));
    if (found === undefined) throw missing(key ?? null);
    return found;
  })
  .special('__setitem__', (self, key, module) => {
    addModule(self, key ?? null, module ?? null);
    return null;
  })
  .special('__delitem__', (self, key) => {
    if (!self.modules.delete(String(key))) throw missing(key ?? null);
    return null;
  })
  .special('__len__', (self) => BigInt(self.modules.size))
  .special('__iter__', (self) => names(self.modules))
  .special('__contains__', (self, key) => typeof key === 'string' && self.modules.has(key))
  .method('keys', '', (self) => new PyList([...self.modules.keys()]))
  .method('values', '', (self) => new PyList([...self.modules.values()]))
  .method('items', '', (self) => entries(self.modules))
  .method('update', 'modules', (self, modules) => {
    for (const [name, module] of pairsOf(modules)) addModule(self, name, module);
    return null;
  })
  .method('pop', 'key', (self, key) => {
    const found = self.modules.get(String(key));
    if (found === undefined) throw missing(key);
    self.modules.delete(String(key));
    return found;
  })
  .method('clear', '', (self) => {
    self.modules.clear();
    return null;
  });

/** A tensor becomes a parameter; a parameter stays. */
function parameterOf(value: Value): TensorObject {
  if (isParameter(value)) return value;
  if (isTensor(value)) return call(parameterType, [value]) as TensorObject;
  throw typeError(`${typenameOf(value)} is not a Tensor`);
}

const append = (self: ModuleObject, value: Value): void => {
  self.parameters.set(String(self.parameters.size), parameterOf(value));
};

const sizeText = ({ tensor: { shape } }: TensorObject): string => shape.join('x');

members(listType, isModule, 'python')
  .method('__init__', 'values=None', (self, values) => {
    startModule(self);
    for (const value of values === null ? [] : toArray(values)) append(self, value);
    return null;
  })
  .special('__getitem__', (self, key) => {
    const all = [...self.parameters.values()];
    const index = Number(asIndex(key ?? null));
    if (index < -all.length || index >= all.length)
      throw pyError('IndexError', `index ${index} is out of range`);
    return all.at(index) ?? null;
  })
  .special('__setitem__', (self, key, value) => {
    const index = Number(asIndex(key ?? null));
    const name = String(index < 0 ? index + self.parameters.size : index);
    if (!self.parameters.has(name)) throw pyError('IndexError', `index ${index} is out of range`);
    self.parameters.set(name, parameterOf(value ?? null));
    return null;
  })
  .special('__len__', (self) => BigInt(self.parameters.size))
  .special('__iter__', (self) => iteratorOver('generator', [...self.parameters.values()]))
  .method('append', 'value', (self, value) => {
    append(self, value);
    return self;
  })
  .method('extend', 'values', (self, values) => {
    for (const value of toArray(values)) append(self, value);
    return self;
  })
  .special('__repr__', (self) => {
    const lines = [...self.parameters].map(([name, parameter]) =>
      parameter === null
        ? ''
        : `    (${name}): Parameter containing: [torch.${parameter.tensor.dtype} of size ${sizeText(parameter)}]`,
    );
    return `${self.type.name}(\n${lines.join('\n')}\n)`;
  });

members(dictType, isModule, 'python')
  .method('__init__', 'parameters=None', (self, parameters) => {
    startModule(self);
    for (const [name, value] of pairsOf(parameters)) self.parameters.set(name, parameterOf(value));
    return null;
  })
  .special('__getitem__', (self, key) => {
    const found = self.parameters.get(String(key));
    if (found === undefined) throw missing(key ?? null);
    return found;
  })
  .special('__setitem__', (self, key, value) => {
    self.parameters.set(String(key), parameterOf(value ?? null));
    return null;
  })
  .special('__delitem__', (self, key) => {
    if (!self.parameters.delete(String(key))) throw missing(key ?? null);
    return null;
  })
  .special('__len__', (self) => BigInt(self.parameters.size))
  .special('__iter__', (self) => names(self.parameters))
  .special('__contains__', (self, key) => typeof key === 'string' && self.parameters.has(key))
  .method('keys', '', (self) => new PyList([...self.parameters.keys()]))
  .method('values', '', (self) => new PyList([...self.parameters.values()]))
  .method('items', '', (self) => entries(self.parameters))
  .method('update', 'parameters', (self, parameters) => {
    for (const [name, value] of pairsOf(parameters)) self.parameters.set(name, parameterOf(value));
    return null;
  })
  .special('__repr__', (self) => {
    const lines = [...self.parameters].map(([name, parameter]) =>
      parameter === null
        ? ''
        : `  (${name}): Parameter containing: [torch.FloatTensor of size ${sizeText(parameter)}]`,
    );
    return `${self.type.name}(${lines.join('\n')})`;
  });

export const MORE_CONTAINERS: readonly Entry[] = [
  ['ModuleDict', moduleDictType],
  ['ParameterList', listType],
  ['ParameterDict', dictType],
];
