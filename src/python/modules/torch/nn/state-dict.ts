/** `state_dict` and `load_state_dict`: parameters and buffers under their paths. */
import { assign, type Shape } from '../../../../tensor/index.ts';
import {
  dictType,
  members,
  PyDict,
  PyList,
  PyTuple,
  PyType,
  pyError,
  repr,
  tupleType,
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

const incompatibleType = new PyType({
  name: '_IncompatibleKeys',
  module: 'torch.nn.modules.module',
  bases: [tupleType],
});

/** What `load_state_dict` returns: the keys that it missed and those that it did not know. */
class IncompatibleKeys extends PyTuple {
  override get type(): PyType {
    return incompatibleType;
  }
}

const listAt = (self: IncompatibleKeys, place: 0 | 1): PyList => self.items[place] as PyList;

members(incompatibleType, (value): value is IncompatibleKeys => value instanceof IncompatibleKeys)
  .getter('missing_keys', (self) => listAt(self, 0))
  .getter('unexpected_keys', (self) => listAt(self, 1))
  .special('__repr__', (self) => {
    const [missing, unexpected] = [listAt(self, 0), listAt(self, 1)];
    if (missing.items.length + unexpected.items.length === 0) return '<All keys matched successfully>';
    return `_IncompatibleKeys(missing_keys=${repr(missing)}, unexpected_keys=${repr(unexpected)})`;
  });

const quoted = (keys: readonly string[]): string => keys.map((key) => `"${key}"`).join(', ');

/**
 * Writes what a state holds into the module's parameters and buffers; what fits is written even where the rest does not.
 * @throws RuntimeError for sizes that differ, and where it is `strict` for keys that are missing or not known.
 */
export function loadState(self: ModuleObject, state: Value, strict: boolean): Value {
  if (!(state instanceof PyDict))
    throw typeError(`Expected state_dict to be dict-like, got <class '${typeName(state)}'>.`);
  const own = stateOf(self);
  const keys = [...own.keys()].map(String);
  const missing = keys.filter((key) => !state.has(key));
  const unexpected = [...state.keys()].map(String).filter((key) => !own.has(key));
  const faults = strict ? faultsOfKeys(missing, unexpected) : [];
  for (const key of keys) {
    const [target, source] = [own.get(key) ?? null, state.get(key) ?? null];
    if (!state.has(key) || !isTensor(target)) continue;
    const fault = copyState(target, source, key);
    if (fault !== undefined) faults.push(fault);
  }
  if (faults.length > 0)
    throw pyError(
      'RuntimeError',
      `Error(s) in loading state_dict for ${self.type.name}:\n\t${faults.join('\n\t')}`,
    );
  return new IncompatibleKeys([new PyList(missing), new PyList(unexpected)]);
}

function faultsOfKeys(missing: readonly string[], unexpected: readonly string[]): string[] {
  return [
    ...(missing.length > 0 ? [`Missing key(s) in state_dict: ${quoted(missing)}. `] : []),
    ...(unexpected.length > 0 ? [`Unexpected key(s) in state_dict: ${quoted(unexpected)}. `] : []),
  ];
}

/** Writes one tensor and returns undefined, or what PyTorch says of one that does not fit. */
function copyState(target: TensorObject, source: Value, key: string): string | undefined {
  if (!isTensor(source))
    return `While copying the parameter named "${key}", expected torch.Tensor or Tensor-like object from checkpoint but received <class '${typeName(source)}'>`;
  const [to, from] = [target.tensor, source.tensor];
  if (to.shape.join() !== from.shape.join())
    return `size mismatch for ${key}: copying a param with shape ${sizeText(from.shape)} from checkpoint, the shape in current model is ${sizeText(to.shape)}.`;
  assign(to, from);
  target.variable.version.writes++;
  return undefined;
}

const sizeText = (shape: Shape): string => `torch.Size([${shape.join(', ')}])`;
