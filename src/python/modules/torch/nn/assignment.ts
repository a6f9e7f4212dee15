/** `nn.Module.__setattr__` and `__getattr__`. */
import {
  Callable,
  findAttribute,
  NativeFunction,
  PyType,
  pyError,
  Refusal,
  setPlainAttribute,
  typeError,
  typeOf,
  type Value,
} from '../../../objects/index.ts';
import { tensorTypeName } from '../dtype.ts';
import { publicNames } from '../public-names.ts';
import { isParameter, isTensor, tensorType } from '../tensor.ts';
import { isModule, type ModuleObject } from './module.ts';

/** `torch.typename`: returns the name of a value's type as error messages about assignments write it. */
export function typenameOf(value: Value): string {
  if (isTensor(value) && value.type === tensorType) return tensorTypeName(value.tensor.dtype);
  if (value instanceof NativeFunction) {
    if (value.receiver !== undefined || value.module === 'builtins') return value.qualifiedName;
    return `${value.module === 'torch' ? 'torch._VariableFunctionsClass' : value.module}.${value.name}`;
  }
  const path = value instanceof Callable ? findAttribute(value, '__qualname__') : undefined;
  if (typeof path === 'string') return `__main__.${path}`;
  const { module, name } = value instanceof PyType ? value : typeOf(value);
  return module === 'builtins' ? name : `${module}.${name}`;
}

export function requireReady(self: ModuleObject, what: string): void {
  if (!self.ready) throw pyError('AttributeError', `cannot assign ${what} before Module.__init__() call`);
}

/** `Module.__setattr__`: registers parameters, child modules and buffers; anything else becomes a plain attribute. */
export function setMember(self: ModuleObject, name: string, value: Value): void {
  const { parameters, modules, buffers } = self;
  const wrong = (as: string, expected: string) =>
    typeError(`cannot assign '${typenameOf(value)}' as ${as} '${name}' (${expected} or None expected)`);
  if (isParameter(value)) {
    requireReady(self, 'parameters');
    forget(self, name);
    modules.delete(name);
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

/**
 * Removes the plain attribute or buffer of this name. Parameters and child modules stay, so that a replaced one keeps its place.
 */
function forget(self: ModuleObject, name: string): void {
  self.attributes.delete(name);
  self.buffers.delete(name);
}

export function getMember(self: ModuleObject, name: string): Value {
  const found = self.parameters.get(name) ?? self.buffers.get(name) ?? self.modules.get(name);
  if (found !== undefined) return found;
  if ([self.parameters, self.buffers, self.modules].some((kept) => kept.has(name))) return null;
  if (publicNames('Module').includes(name))
    throw new Refusal(`nn.Module.${name} is not part of this book's PyTorch`);
  throw pyError('AttributeError', `'${self.type.name}' object has no attribute '${name}'`);
}
