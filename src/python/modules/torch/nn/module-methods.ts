/** The methods of `nn.Module`. */
import { Variable } from '../../../../tensor/autograd/index.ts';
import { astype, type DType } from '../../../../tensor/index.ts';
import {
  attributeNames,
  call,
  deletePlainAttribute,
  getAttribute,
  isTrue,
  iteratorOver,
  members,
  PyList,
  PyTuple,
  pyError,
  typeError,
  type Value,
} from '../../../objects/index.ts';
import { readDevice } from '../device.ts';
import { DTypeObject } from '../dtype.ts';
import { RemovableHandle } from '../removable-handle.ts';
import { isParameter, isTensor } from '../tensor.ts';
import { getMember, requireReady, setMember, typenameOf } from './assignment.ts';
import './calls.ts';
import {
  isModule,
  type ModuleObject,
  moduleType,
  namedBuffers,
  namedModules,
  namedParameters,
  parametersOf,
} from './module.ts';
import { moduleRepr } from './module-text.ts';
import { loadState, stateOf } from './state-dict.ts';

/** Returns what a path such as `0.weight` leads to. */
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
  .special('__dir__', (self) => {
    const kept = [self.parameters, self.buffers, self.modules].flatMap((map) => [...map.keys()]);
    const names = new Set([...attributeNames(self), ...kept].filter((name) => !/^\d/.test(name)));
    return new PyList([...names].sort());
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
      'Module.parameters',
    ),
  )
  .method('named_parameters', "prefix='', recurse=True, remove_duplicate=True!", (self, prefix, recurse) =>
    pairs(namedParameters(self, String(prefix), isTrue(recurse))),
  )
  .method('children', '', (self) =>
    iteratorOver(
      'generator',
      [...self.modules.values()].filter((child) => child !== null),
      'Module.children',
    ),
  )
  .method('named_children', '', (self) => pairs([...self.modules].filter(([, child]) => child !== null)))
  .method('modules', '', (self) =>
    iteratorOver(
      'generator',
      [...namedModules(self)].map(([, each]) => each),
      'Module.modules',
    ),
  )
  .method('named_modules', "memo=None, prefix='', remove_duplicate=True!", (self, _memo, prefix) =>
    pairs(namedModules(self, String(prefix))),
  )
  .method('buffers', 'recurse=True!', (self) =>
    iteratorOver(
      'generator',
      [...namedModules(self)].flatMap(([, each]) => [...each.buffers.values()]),
    ),
  )
  .method('named_buffers', "prefix='', recurse=True!, remove_duplicate=True!", (self, prefix) =>
    pairs(namedBuffers(self, String(prefix))),
  )
  .method('get_parameter', 'target', (self, target) => reach(self, String(target)))
  .method('get_submodule', 'target', (self, target) => (target === '' ? self : reach(self, String(target))))
  .method('state_dict', "*, destination=None!, prefix=''!, keep_vars=False!", (self) => stateOf(self))
  .method('load_state_dict', 'state_dict, strict=True, assign=False!', (self, state, strict) =>
    loadState(self, state, isTrue(strict)),
  )
  .method('zero_grad', 'set_to_none=True', (self, toNone) => {
    for (const { variable } of parametersOf(self)) {
      if (isTrue(toNone)) variable.grad = null;
      else if (variable.grad !== null) {
        const { storage } = variable.grad.value;
        storage.data.fill(0);
        storage.version++;
      }
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
  .method('half', '', (self) => convertParameters(self, 'float16'))
  .method('bfloat16', '', (self) => convertParameters(self, 'bfloat16'))
  .method('cpu', '', (self) => self)
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
  .method('register_buffer', 'name, tensor, persistent=True!', (self, name, tensor) => {
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
    'hook, prepend=False!, with_kwargs=False!, always_call=False!',
    (self, hook) => {
      const handle = new RemovableHandle(() => self.forwardHooks.delete(handle));
      self.forwardHooks.set(handle, hook);
      return handle;
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
