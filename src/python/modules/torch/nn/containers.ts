/** Modules that hold modules: `Sequential` and `ModuleList`. */
import {
  asIndex,
  call,
  iteratorOver,
  members,
  PyDict,
  PySlice,
  PyType,
  pyError,
  repr,
  sliceBounds,
  sliceIndices,
  toArray,
  typeError,
  type Value,
} from '../../../objects/index.ts';
import type { Entry } from '../define.ts';
import { typenameOf } from './assignment.ts';
import { startModule } from './layers.ts';
import { isModule, ModuleObject, moduleType } from './module.ts';

function container(name: string): PyType {
  return new PyType({ name, module: 'torch.nn.modules.container', bases: [moduleType], subclassable: true });
}
const sequentialType = container('Sequential');
const moduleListType = container('ModuleList');

function add(self: ModuleObject, name: string, module: Value): void {
  if (module !== null && !isModule(module)) throw typeError(`${typenameOf(module)} is not a Module subclass`);
  self.modules.set(name, module);
}

function fill(self: ModuleObject, modules: readonly Value[]): void {
  for (const module of modules) add(self, String(self.modules.size), module);
}

/** Returns the place that an index names, negative ones counted from the end. @throws {PyError} IndexError. */
function placeOf(self: ModuleObject, key: Value): number {
  const index = Number(asIndex(key));
  const size = self.modules.size;
  if (index < -size || index >= size) throw pyError('IndexError', `index ${index} is out of range`);
  return index;
}

/** Returns the child at an index that may count from the end. */
function childAt(self: ModuleObject, key: Value): ModuleObject {
  return [...self.modules.values()].at(placeOf(self, key)) as ModuleObject;
}

function getItem(self: ModuleObject, key: Value): Value {
  if (!(key instanceof PySlice)) {
    if (asIndex(key) === undefined)
      throw typeError(`'${typenameOf(key)}' object cannot be interpreted as an integer`);
    return childAt(self, key);
  }
  const part = new ModuleObject(self.type);
  startModule(part);
  const entries = [...self.modules];
  for (const index of sliceIndices(sliceBounds(key, entries.length))) {
    const [name, module] = entries[index] as [string, ModuleObject];
    // Slicing a ModuleList renumbers from 0; slicing a Sequential keeps the names.
    part.modules.set(self.type.isSubtypeOf(moduleListType) ? String(part.modules.size) : name, module);
  }
  return part;
}

for (const type of [sequentialType, moduleListType])
  members(type, isModule, 'python')
    .special('__getitem__', (self, key) => getItem(self, key ?? null))
    .special('__setitem__', (self, key, module) => {
      const index = placeOf(self, key ?? null);
      add(self, [...self.modules.keys()].at(index) as string, module ?? null);
      return null;
    })
    .special('__len__', (self) => BigInt(self.modules.size))
    .special('__iter__', (self) => iteratorOver('odict_iterator', [...self.modules.values()]))
    .method('append', 'module', (self, module) => {
      fill(self, [module]);
      return self;
    })
    .method('extend', 'modules', (self, modules) => {
      fill(self, toArray(modules));
      return self;
    });

members(sequentialType, isModule, 'python')
  .method('__init__', '*args', (self, { items }) => {
    startModule(self);
    const [only] = items;
    if (items.length === 1 && only instanceof PyDict)
      for (const [name, module] of only.entries()) add(self, String(name), module);
    else fill(self, items);
    return null;
  })
  .method('forward', 'input', (self, input) =>
    [...self.modules.values()].reduce<Value>((value, module) => call(module, [value]), input),
  );

members(moduleListType, isModule, 'python')
  .method('__init__', 'modules=None', (self, modules) => {
    startModule(self);
    if (modules !== null) fill(self, toArray(modules));
    return null;
  })
  .special('__repr__', (self) => listRepr(self));

/** Runs of equal modules are written once: `(0-2): 3 x Linear(…)`. */
function listRepr(self: ModuleObject): string {
  const texts = [...self.modules.values()].map((module) => repr(module));
  if (texts.length === 0) return `${self.type.name}()`;
  const lines: string[] = [];
  for (let start = 0; start < texts.length; ) {
    let end = start;
    while (texts[end + 1] === texts[start]) end++;
    const text = (texts[start] as string).replaceAll('\n', '\n  ');
    lines.push(start === end ? `(${start}): ${text}` : `(${start}-${end}): ${end - start + 1} x ${text}`);
    start = end + 1;
  }
  return `${self.type.name}(\n  ${lines.join('\n  ')}\n)`;
}

export const CONTAINERS: readonly Entry[] = [
  ['Sequential', sequentialType],
  ['ModuleList', moduleListType],
];
