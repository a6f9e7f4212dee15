/** `repr`, `str` and `format` of any value. */
import {
  FormatSpecError,
  formatFloatSpec,
  formatIntSpec,
  formatStringSpec,
  pythonFloatRepr,
} from '../../tensor/format/index.ts';
import { allocateText } from '../limits.ts';
import { PyConstant, PyList, PyRange, PySlice, PyTuple } from '../objects/collections.ts';
import { PyDict } from '../objects/dict.ts';
import { pyError, typeError } from '../objects/exceptions.ts';
import { objectType, PyObject, PyType, type Value } from '../objects/object.ts';
import { PySet } from '../objects/set.ts';
import { typeName, typeOf } from '../objects/types.ts';
import { call } from './call.ts';
import { quote } from './quote.ts';

/** Containers being printed, so that one that holds itself prints `[...]`. */
const printing = new Set<PyObject>();

/** `repr(value)`. */
export function repr(value: Value): string {
  switch (typeof value) {
    case 'string':
      return quote(value);
    case 'bigint':
      return intText(value);
    case 'number':
      return pythonFloatRepr(value);
    case 'boolean':
      return value ? 'True' : 'False';
    default:
      return value === null ? 'None' : objectRepr(value);
  }
}

/** How a trace reads a `repr`: collections end it once they have `limit` characters, and tell of each object in them. */
export type Excerpt = { readonly limit: number; readonly met: (value: PyObject) => void };

/** Returns the beginning of `repr(value)`: whole unless it is longer than the limit. */
export function reprExcerpt(value: PyObject, excerpt: Excerpt): string {
  excerpt.met(value);
  return objectRepr(value, excerpt);
}

/** `str(value)`. */
export function str(value: Value): string {
  if (typeof value === 'string') return value;
  if (!(value instanceof PyObject)) return repr(value);
  const method = value.type.lookup('__str__');
  if (method === undefined || method === null) return repr(value);
  const text = call(method, [value]);
  if (typeof text !== 'string') throw typeError(`__str__ returned non-string (type ${typeName(text)})`);
  return text;
}

/** Decimal digits; CPython refuses more than 4300 of them. */
function intText(value: bigint): string {
  const text = String(value);
  if (text.length - (value < 0n ? 1 : 0) > 4300)
    throw pyError(
      'ValueError',
      'Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit',
    );
  return text;
}

function objectRepr(value: PyObject, excerpt?: Excerpt): string {
  const method = value.type.lookup('__repr__');
  if (method !== undefined && method !== null) {
    const text = call(method, [value]);
    if (typeof text !== 'string') throw typeError(`__repr__ returned non-string (type ${typeName(text)})`);
    return text;
  }
  if (value instanceof PyConstant) return value.text;
  if (value instanceof PyRange) return rangeRepr(value);
  if (value instanceof PySlice)
    return `slice(${repr(value.start)}, ${repr(value.stop)}, ${repr(value.step)})`;
  if (value instanceof PyType) return typeRepr(value);
  return containerRepr(value, excerpt) ?? defaultRepr(value);
}

/** Returns what a value reads where its class has no `__repr__`. */
export const plainRepr = (value: PyObject): string => containerRepr(value, undefined) ?? defaultRepr(value);

/** `<module.Name object at 0x…>`, what an object without a `__repr__` prints. */
function defaultRepr(value: PyObject): string {
  const { module, qualifiedName } = value.type;
  const name = module === 'builtins' ? qualifiedName : `${module}.${qualifiedName}`;
  return `<${name} object at ${address(value)}>`;
}

export function address(value: PyObject): string {
  return `0x${value.identity.toString(16).padStart(12, '0')}`;
}

function typeRepr(type: PyType): string {
  return `<class '${type.module === 'builtins' ? '' : `${type.module}.`}${type.qualifiedName}'>`;
}

function rangeRepr({ start, stop, step }: PyRange): string {
  return step === 1n ? `range(${start}, ${stop})` : `range(${start}, ${stop}, ${step})`;
}

function containerRepr(value: PyObject, excerpt: Excerpt | undefined): string | undefined {
  if (
    !(
      value instanceof PyList ||
      value instanceof PyTuple ||
      value instanceof PyDict ||
      value instanceof PySet
    )
  )
    return undefined;
  if (printing.has(value))
    return value instanceof PyList ? '[...]' : value instanceof PyTuple ? '(...)' : '{...}';
  printing.add(value);
  try {
    const text = contents(value, excerpt);
    allocateText(text.length);
    return text;
  } finally {
    printing.delete(value);
  }
}

function contents(value: PyList | PyTuple | PyDict | PySet, excerpt: Excerpt | undefined): string {
  const text = (item: Value): string =>
    excerpt !== undefined && item instanceof PyObject ? reprExcerpt(item, excerpt) : repr(item);
  const listed = <T>(items: Iterable<T>, textOf: (item: T) => string): string =>
    joined(items, textOf, excerpt?.limit);
  if (value instanceof PyList) return `[${listed(value.items, text)}]`;
  if (value instanceof PyTuple) return `(${listed(value.items, text)}${value.items.length === 1 ? ',' : ''})`;
  if (value instanceof PyDict)
    return `{${listed(value.entries(), ([key, item]) => `${text(key)}: ${text(item)}`)}}`;
  if (value.size === 0) return `${value.type.name}()`;
  const items = `{${listed(value.values(), text)}}`;
  return value.frozen ? `frozenset(${items})` : items;
}

/** Returns the texts with commas between, up to the first that makes them longer than `limit`. */
function joined<T>(
  items: Iterable<T>,
  textOf: (item: T) => string,
  limit = Number.POSITIVE_INFINITY,
): string {
  let all: string | undefined;
  for (const item of items) {
    all = all === undefined ? textOf(item) : `${all}, ${textOf(item)}`;
    if (all.length > limit) break;
  }
  return all ?? '';
}

/** Returns the text that `make` formats. The core's error for a bad format spec becomes Python's ValueError or TypeError. */
export function bySpec(make: () => string): string {
  try {
    return make();
  } catch (error) {
    if (error instanceof FormatSpecError) throw pyError(error.pythonType, error.message);
    throw error;
  }
}

/** `format(value, spec)`. */
export function format(value: Value, spec: string): string {
  switch (typeof value) {
    case 'string':
      return spec === '' ? value : bySpec(() => formatStringSpec(value, spec));
    case 'bigint':
      return spec === '' ? intText(value) : bySpec(() => formatIntSpec(value, spec));
    case 'number':
      return bySpec(() => formatFloatSpec(value, spec));
    case 'boolean':
      return spec === '' ? repr(value) : bySpec(() => formatIntSpec(BigInt(value), spec));
  }
  const method = typeOf(value).lookup('__format__');
  if (method !== undefined && method !== null && method !== objectType.members.get('__format__')) {
    const text = call(method, [value, spec]);
    if (typeof text !== 'string') throw typeError(`__format__ must return a str, not ${typeName(text)}`);
    return text;
  }
  if (spec !== '') throw typeError(`unsupported format string passed to ${typeName(value)}.__format__`);
  return str(value);
}
