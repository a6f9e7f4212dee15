/** The built-in types, still without their methods (see `builtins`), and the type of any value. */
import { objectType, PyObject, PyType, type Value } from './object.ts';

const builtin = (name: string, bases: readonly PyType[] = [objectType]): PyType =>
  new PyType({ name, bases });
const extensible = (name: string): PyType => new PyType({ name, bases: [objectType], subclassable: true });

export const noneType = builtin('NoneType');
export const intType = builtin('int');
export const boolType = builtin('bool', [intType]);
export const floatType = builtin('float');
export const strType = builtin('str');
export const listType = extensible('list');
export const tupleType = extensible('tuple');
export const dictType = extensible('dict');
export const setType = builtin('set');
export const frozensetType = builtin('frozenset');
export const sliceType = builtin('slice');
export const rangeType = builtin('range');
export const ellipsisType = builtin('ellipsis');
export const notImplementedType = builtin('NotImplementedType');
export const functionType = builtin('function');
export const builtinFunctionType = builtin('builtin_function_or_method');
export const methodType = builtin('method');
export const moduleType = builtin('module');
export const generatorType = builtin('generator');

/** `type(value)`. */
export function typeOf(value: Value): PyType {
  switch (typeof value) {
    case 'bigint':
      return intType;
    case 'number':
      return floatType;
    case 'string':
      return strType;
    case 'boolean':
      return boolType;
    default:
      return value instanceof PyObject ? value.type : noneType;
  }
}

/**
 * Returns the name that error messages give a value's type: the libraries' classes in C carry their module, those in Python do
 * not.
 */
export function typeName(value: Value): string {
  const { module, name } = typeOf(value);
  const inC =
    /^(numpy(\.random\..*)?|torch\._C)$/.test(module) ||
    module === 'torch.return_types' ||
    (module === 'torch' && name !== 'Tensor');
  return inC ? `${module}.${name}` : name;
}

/** `isinstance(value, type)` for one class. */
export function isInstance(value: Value, type: PyType): boolean {
  return typeOf(value).isSubtypeOf(type);
}
