/** `state_dict` and `load_state_dict`: parameters and buffers under their paths. */
import {
  dictType,
  members,
  PyDict,
  PyType,
  pyError,
  repr,
  typeError,
  typeName,
  type Value,
} from '../../../objects/index.ts';
import { isTensor, type TensorObject, wrap } from '../tensor.ts';
import { type ModuleObject, namedModules } from './module.ts';

const orderedDictType = new PyType({ name: 'OrderedDict', module: 'collections', bases: [dictType] });

class OrderedDict extends PyDict {
  override get type(): PyType {
    return orderedDictType;
  }
}

members(orderedDictType, (value): value is OrderedDict => value instanceof OrderedDict).special(
  '__repr__',
  (self) => `OrderedDict(${self.size === 0 ? '' : repr(new PyDict(self.entries()))})`,
);

export function stateOf(self: ModuleObject): PyDict {
  const entries: [Value, Value][] = [];
  for (const [path, module] of namedModules(self))
    for (const [name, kept] of [...module.parameters, ...module.buffers])
      if (kept !== null) entries.push([path === '' ? name : `${path}.${name}`, wrap(kept.variable.detach())]);
  return new OrderedDict(entries);
}

export function loadState(self: ModuleObject, state: Value): Value {
  if (!(state instanceof PyDict))
    throw typeError(`Expected state_dict to be dict-like, got <class '${typeName(state)}'>.`);
  const own = [...stateOf(self).entries()];
  const missing = own.filter(([key]) => state.get(key) === undefined).map(([key]) => `"${String(key)}"`);
  if (missing.length > 0)
    throw pyError(
      'RuntimeError',
      `Error(s) in loading state_dict for ${self.type.name}:\n\tMissing key(s) in state_dict: ${missing.join(', ')}. `,
    );
  for (const [key, target] of own) {
    const source = state.get(key) ?? null;
    if (!isTensor(target) || !isTensor(source)) continue;
    copyState(target, source, self, String(key));
  }
  return '<All keys matched successfully>';
}

function copyState(target: TensorObject, source: TensorObject, self: ModuleObject, key: string): void {
  const [to, from] = [target.tensor, source.tensor];
  if (to.shape.join() !== from.shape.join())
    throw pyError(
      'RuntimeError',
      `Error(s) in loading state_dict for ${self.type.name}:\n\tsize mismatch for ${key}: copying a param with shape torch.Size([${from.shape.join(', ')}]) from checkpoint, the shape in current model is torch.Size([${to.shape.join(', ')}]).`,
    );
  to.storage.data.set(from.toFlat());
  to.storage.version++;
}
