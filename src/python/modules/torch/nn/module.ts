/** `nn.Module`: an object that knows the parameters and modules among its attributes. */
import { Variable } from '../../../../tensor/autograd/index.ts';
import { astype, type DType } from '../../../../tensor/index.ts';
import {
  call,
  deletePlainAttribute,
  dictType,
  getAttribute,
  isTrue,
  iteratorOver,
  type Keywords,
  members,
  NativeFunction,
  PyDict,
  PyInstance,
  PyTuple,
  PyType,
  pyError,
  Refusal,
  repr,
  setPlainAttribute,
  typeError,
  typeName,
  typeOf,
  type Value,
} from '../../../objects/index.ts';
import { readDevice } from '../device.ts';
import { DTypeObject, tensorTypeName } from '../dtype.ts';
import { publicNames } from '../public-names.ts';
import { isParameter, isTensor, type TensorObject, tensorType, wrap } from '../tensor.ts';

export class ModuleObject extends PyInstance {
  /** None stands for a parameter that was left out, such as `bias=False`. */
  readonly parameters = new Map<string, TensorObject | null>();
  readonly buffers = new Map<string, TensorObject | null>();
  readonly modules = new Map<string, ModuleObject | null>();
  readonly forwardHooks = new Map<object, Value>();
  /** Whether `Module.__init__` has run: only then can parameters be kept. */
  ready = false;
}

export const isModule = (value: Value): value is ModuleObject => value instanceof ModuleObject;

export const moduleType: PyType = new PyType({
  name: 'Module',
  module: 'torch.nn.modules.module',
  subclassable: true,
  allocate: (type) => new ModuleObject(type),
  parts: (self) => namedParameters(self as ModuleObject),
});

export function* namedModules(
  self: ModuleObject,
  prefix = '',
  seen = new Set<ModuleObject>(),
): Generator<readonly [string, ModuleObject]> {
  if (seen.has(self)) return;
  seen.add(self);
  yield [prefix, self];
  for (const [name, child] of self.modules)
    if (child !== null) yield* namedModules(child, prefix === '' ? name : `${prefix}.${name}`, seen);
}

/** Each parameter once, under the path that leads to it: `0.weight`. */
export function* namedParameters(
  self: ModuleObject,
  prefix = '',
  recurse = true,
): Generator<readonly [string, TensorObject]> {
  const seen = new Set<TensorObject>();
  for (const [path, module] of recurse ? namedModules(self, prefix) : [[prefix, self] as const])
    for (const [name, parameter] of module.parameters) {
      if (parameter === null || seen.has(parameter)) continue;
      seen.add(parameter);
      yield [path === '' ? name : `${path}.${name}`, parameter];
    }
}

function* namedBuffers(self: ModuleObject, prefix: string): Generator<readonly [string, TensorObject]> {
  for (const [path, module] of namedModules(self, prefix))
    for (const [name, buffer] of module.buffers)
      if (buffer !== null) yield [path === '' ? name : `${path}.${name}`, buffer];
}

const parametersOf = (self: ModuleObject): TensorObject[] =>
  [...namedParameters(self)].map(([, each]) => each);

/** `torch.typename`: what messages about assignments call a value. */
export function typenameOf(value: Value): string {
  if (isTensor(value) && value.type === tensorType) return tensorTypeName(value.tensor.dtype);
  const { module, name } = value instanceof PyType ? value : typeOf(value);
  return module === 'builtins' ? name : `${module}.${name}`;
}

function requireReady(self: ModuleObject, what: string): void {
  if (!self.ready) throw pyError('AttributeError', `cannot assign ${what} before Module.__init__() call`);
}

/** `module.name = value`. */
export function setMember(self: ModuleObject, name: string, value: Value): void {
  const { parameters, modules, buffers } = self;
  const wrong = (as: string, expected: string) =>
    typeError(`cannot assign '${typenameOf(value)}' as ${as} '${name}' (${expected} or None expected)`);
  if (isParameter(value)) {
    requireReady(self, 'parameters');
    forget(self, name);
    parameters.set(name, value);
  } else if (parameters.has(name)) {
    if (value !== null) throw wrong('parameter', 'torch.nn.Parameter');
    parameters.set(name, null);
  } else if (isModule(value)) {
    requireReady(self, 'module');
    forget(self, name);
    modules.set(name, value);
  } else if (modules.has(name)) {
    if (value !== null) throw wrong('child module', 'torch.nn.Module');
    modules.set(name, null);
  } else if (buffers.has(name)) {
    if (value !== null && !isTensor(value)) throw wrong('buffer', 'torch.Tensor');
    buffers.set(name, value);
  } else setPlainAttribute(self, name, value);
}

/** Removes what is kept under a name, wherever; false where there is nothing. A parameter keeps its place when replaced. */
function forget(self: ModuleObject, name: string): void {
  self.attributes.delete(name);
  self.buffers.delete(name);
}

function getMember(self: ModuleObject, name: string): Value {
  const found = self.parameters.get(name) ?? self.buffers.get(name) ?? self.modules.get(name);
  if (found !== undefined) return found;
  if ([self.parameters, self.buffers, self.modules].some((kept) => kept.has(name))) return null;
  if (publicNames('Module').includes(name))
    throw new Refusal(`nn.Module.${name} is not part of this book's PyTorch`);
  throw pyError('AttributeError', `'${self.type.name}' object has no attribute '${name}'`);
}

/** Calls `forward`, then the hooks that wait for its result. */
function callModule(self: ModuleObject, args: readonly Value[], keywords: Keywords): Value {
  let result = call(getAttribute(self, 'forward'), args, keywords);
  for (const hook of self.forwardHooks.values()) {
    const changed = call(hook, [self, new PyTuple(args), result]);
    if (changed !== null) result = changed;
  }
  return result;
}

const indent = (text: string): string => text.replaceAll('\n', '\n  ');

function moduleRepr(self: ModuleObject): string {
  if (!self.ready) throw pyError('AttributeError', `'${self.type.name}' object has no attribute '_modules'`);
  const extra = String(call(getAttribute(self, 'extra_repr')));
  const extras = extra === '' ? [] : extra.split('\n');
  const children = [...self.modules].map(
    ([name, child]) => `(${name}): ${indent(child === null ? 'None' : moduleText(child))}`,
  );
  const lines = [...extras, ...children];
  const body =
    extras.length === 1 && children.length === 0
      ? extras[0]
      : lines.length === 0
        ? ''
        : `\n  ${lines.join('\n  ')}\n`;
  return `${self.type.name}(${body})`;
}

/** Through the class, which may define a `__repr__` of its own. */
const moduleText = (self: ModuleObject): string => String(call(self.type.lookup('__repr__') ?? null, [self]));

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

function stateOf(self: ModuleObject): PyDict {
  const entries: [Value, Value][] = [];
  for (const [path, module] of namedModules(self))
    for (const [name, kept] of [...module.parameters, ...module.buffers])
      if (kept !== null) entries.push([path === '' ? name : `${path}.${name}`, wrap(kept.variable.detach())]);
  return new OrderedDict(entries);
}

class CallFunction extends NativeFunction {
  override invoke(args: readonly Value[], keywords: Keywords): Value {
    const [self, ...rest] = args;
    if (self === undefined || !isModule(self)) throw typeError('Module.__call__() needs a module');
    return callModule(self, rest, keywords);
  }
}
moduleType.members.set(
  '__call__',
  new CallFunction('__call__', '*args, **kwargs', () => null, { module: 'torch.nn', receiver: moduleType }),
);

/** What a path such as `0.weight` leads to. */
const reach = (self: Value, path: string): Value =>
  path.split('.').reduce<Value>((at, name) => getAttribute(at, name), self);

const pairs = (of: Iterable<readonly [string, Value]>) =>
  iteratorOver(
    'generator',
    [...of].map(([name, value]) => new PyTuple([name, value])),
  );

members(moduleType, isModule, 'python')
  .method('__init__', '*args, **kwargs', (self) => {
    self.parameters.clear();
    self.buffers.clear();
    self.modules.clear();
    self.ready = true;
    self.attributes.set('training', true);
    return null;
  })
  .special('__setattr__', (self, name, value) => {
    setMember(self, String(name), value ?? null);
    return null;
  })
  .special('__getattr__', (self, name) => getMember(self, String(name)))
  .special('__delattr__', (self, name) => {
    const key = String(name);
    const kept = [self.parameters, self.buffers, self.modules].some((map) => map.delete(key));
    if (!kept) deletePlainAttribute(self, key);
    return null;
  })
  .special('__repr__', moduleRepr)
  .method('extra_repr', '', () => '')
  .method('forward', '*input', (self) => {
    throw pyError(
      'NotImplementedError',
      `Module [${self.type.name}] is missing the required "forward" function`,
    );
  })
  .method('parameters', 'recurse=True', (self, recurse) =>
    iteratorOver(
      'generator',
      [...namedParameters(self, '', isTrue(recurse))].map(([, each]) => each),
    ),
  )
  .method('named_parameters', "prefix='', recurse=True, remove_duplicate=True", (self, prefix, recurse) =>
    pairs(namedParameters(self, String(prefix), isTrue(recurse))),
  )
  .method('children', '', (self) =>
    iteratorOver(
      'generator',
      [...self.modules.values()].filter((child) => child !== null),
    ),
  )
  .method('named_children', '', (self) => pairs([...self.modules].filter(([, child]) => child !== null)))
  .method('modules', '', (self) =>
    iteratorOver(
      'generator',
      [...namedModules(self)].map(([, each]) => each),
    ),
  )
  .method('named_modules', "memo=None, prefix='', remove_duplicate=True", (self, _memo, prefix) =>
    pairs(namedModules(self, String(prefix))),
  )
  .method('buffers', 'recurse=True', (self) =>
    iteratorOver(
      'generator',
      [...namedModules(self)].flatMap(([, each]) => [...each.buffers.values()]),
    ),
  )
  .method('named_buffers', "prefix='', recurse=True, remove_duplicate=True", (self, prefix) =>
    pairs(namedBuffers(self, String(prefix))),
  )
  .method('get_parameter', 'target', (self, target) => reach(self, String(target)))
  .method('get_submodule', 'target', (self, target) => (target === '' ? self : reach(self, String(target))))
  .method('state_dict', '', (self) => stateOf(self))
  .method('load_state_dict', 'state_dict, strict=True', (self, state) => loadState(self, state))
  .method('zero_grad', 'set_to_none=True', (self, toNone) => {
    for (const { variable } of parametersOf(self)) {
      if (isTrue(toNone)) variable.grad = null;
      else variable.grad?.value.storage.data.fill(0);
    }
    return null;
  })
  .method('train', 'mode=True', (self, mode) => setTraining(self, mode))
  .method('eval', '', (self) => setTraining(self, false))
  .method('requires_grad_', 'requires_grad=True', (self, wanted) => {
    for (const { variable } of parametersOf(self)) variable.requireGrad(isTrue(wanted));
    return self;
  })
  .method('float', '', (self) => convertParameters(self, 'float32'))
  .method('double', '', (self) => convertParameters(self, 'float64'))
  .method('to', '*args, dtype=None, device=None', (self, { items }, dtype) => {
    const wanted = [...items, dtype].find((each) => each instanceof DTypeObject);
    for (const each of items) if (typeof each === 'string') readDevice(each);
    return wanted instanceof DTypeObject ? convertParameters(self, wanted.dtype) : self;
  })
  .method('apply', 'fn', (self, fn) => {
    applyTo(self, fn);
    return self;
  })
  .method('register_parameter', 'name, param', (self, name, parameter) => {
    requireReady(self, 'parameter');
    if (parameter !== null && !isParameter(parameter))
      throw typeError(
        `cannot assign '${typenameOf(parameter)}' object to parameter '${String(name)}' (torch.nn.Parameter or None required)`,
      );
    self.parameters.set(String(name), parameter);
    return null;
  })
  .method('register_buffer', 'name, tensor, persistent=True', (self, name, tensor) => {
    requireReady(self, 'buffer');
    if (tensor !== null && !isTensor(tensor))
      throw typeError(
        `cannot assign '${typenameOf(tensor)}' object to buffer '${String(name)}' (torch Tensor or None required)`,
      );
    self.buffers.set(String(name), tensor);
    return null;
  })
  .method('add_module', 'name, module', (self, name, module) => {
    if (module !== null && !isModule(module))
      throw typeError(`${typenameOf(module)} is not a Module subclass`);
    self.modules.set(String(name), module);
    return null;
  })
  .method(
    'register_forward_hook',
    'hook, prepend=False, with_kwargs=False, always_call=False',
    (self, hook) => {
      const handle = new HookHandle(self);
      self.forwardHooks.set(handle, hook);
      return handle;
    },
  );

class HookHandle extends PyInstance {
  readonly of: ModuleObject;

  constructor(of: ModuleObject) {
    super(handleType);
    this.of = of;
  }
}
const handleType = new PyType({ name: 'RemovableHandle', module: 'torch.utils.hooks' });
members(handleType, (value): value is HookHandle => value instanceof HookHandle).method(
  'remove',
  '',
  (self) => {
    self.of.forwardHooks.delete(self);
    return null;
  },
);

function convertParameters(self: ModuleObject, dtype: DType): Value {
  for (const parameter of parametersOf(self)) {
    if (parameter.tensor.dtype === dtype) continue;
    const { requiresGrad } = parameter.variable;
    parameter.become(new Variable(astype(parameter.tensor, dtype)).requireGrad(requiresGrad));
  }
  return self;
}

function setTraining(self: ModuleObject, mode: Value): Value {
  if (typeof mode !== 'boolean') throw pyError('ValueError', 'training mode is expected to be boolean');
  for (const [, module] of namedModules(self)) module.attributes.set('training', mode);
  return self;
}

function applyTo(self: ModuleObject, fn: Value): void {
  for (const child of self.modules.values()) if (child !== null) applyTo(child, fn);
  call(fn, [self]);
}

function loadState(self: ModuleObject, state: Value): Value {
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
