/** Fitting a call's arguments to the overloads of a function, in the order and by the rules of PyTorch's own parser. */
import {
  asFloat,
  asIndex,
  boolType,
  floatType,
  intType,
  type Keywords,
  PyList,
  PyTuple,
  typeError,
  typeName,
  type Value,
} from '../../objects/index.ts';
import { DeviceObject } from './device.ts';
import { DTypeObject } from './dtype.ts';
import { GeneratorObject } from './generator.ts';
import { invalidCombination } from './mismatch.ts';
import { kindName, NUMPY_NAMES, type Overload, type Parameter } from './parameters.ts';
import { isTensor } from './tensor.ts';

/** What a call gave for each parameter; nothing for those left to their default. */
export type Given = ReadonlyMap<string, Value>;

/** Fits the arguments to the first overload that takes them; throws PyTorch's TypeError. */
export function matchArguments(
  name: string,
  overloads: readonly Overload[],
  args: readonly Value[],
  keywords: Keywords,
): Given {
  const [only] = overloads;
  if (overloads.length === 1 && only !== undefined) return matchOrThrow(name, only, args, keywords);
  const count = args.length + keywords.size;
  for (const overload of overloads) {
    const found = overload.hidden ? undefined : matched(overload, args, keywords);
    if (found instanceof Map) return found;
  }
  const plausible = overloads.filter(
    ({ hidden, required, parameters }) => !hidden && count >= required && count <= parameters.length,
  );
  const [single] = plausible;
  if (plausible.length === 1 && single !== undefined) return matchOrThrow(name, single, args, keywords);
  const texts = overloads.filter(({ hidden }) => !hidden).map(({ text }) => text);
  throw typeError(invalidCombination(name, texts, args, keywords));
}

function matchOrThrow(name: string, overload: Overload, args: readonly Value[], keywords: Keywords): Given {
  const found = matched(overload, args, keywords);
  if (typeof found === 'string') throw typeError(`${name}()${found}`);
  return found;
}

/** Returns the fitted arguments, or what is wrong with them. */
function matched(
  overload: Overload,
  args: readonly Value[],
  keywords: Keywords,
): Map<string, Value> | string {
  const found = new Map<string, Value>();
  if (args.length > overload.positional && !overload.listsSizes) return tooMany(overload, args.length);
  let place = 0;
  const used = new Set<string>();
  for (const [index, parameter] of overload.parameters.entries()) {
    const positional = place < args.length;
    if (positional && parameter.keywordOnly) return tooMany(overload, args.length);
    const key = positional ? undefined : keywordFor(parameter, keywords);
    const value = positional ? args[place] : key === undefined ? undefined : keywords.get(key);
    if (key !== undefined) used.add(key);
    const omitted = value === undefined || (value === null && parameter.nullable);
    if (value === undefined && parameter.fallback === undefined) return missing(overload, index);
    if (!omitted) {
      if (fits(parameter, value, index)) found.set(parameter.name, value);
      else if (overload.listsSizes && index === 0 && positional && isSizeList(new PyTuple(args))) {
        found.set(parameter.name, new PyTuple(args));
        place = args.length;
        continue;
      } else return wrongType(parameter, value, positional ? place : undefined, overload, args);
    }
    if (positional) place++;
  }
  const extra = [...keywords.keys()].find((key) => !used.has(key));
  if (extra === undefined) return found;
  return overload.parameters.some((parameter) => parameter.name === extra)
    ? ` got multiple values for argument '${extra}'`
    : ` got an unexpected keyword argument '${extra}'`;
}

function keywordFor({ name }: Parameter, keywords: Keywords): string | undefined {
  if (keywords.has(name)) return name;
  const alias = Object.hasOwn(NUMPY_NAMES, name) ? NUMPY_NAMES[name] : undefined;
  return alias !== undefined && keywords.has(alias) ? alias : undefined;
}

function tooMany({ required, positional }: Overload, given: number): string {
  if (required !== positional && required <= positional)
    return ` takes from ${required} to ${positional} positional arguments but ${given} were given`;
  return ` takes ${positional} positional argument${positional === 1 ? '' : 's'} but ${given} ${given === 1 ? 'was' : 'were'} given`;
}

/** PyTorch's plural is the wrong way round. */
function missing({ parameters }: Overload, from: number): string {
  const names = parameters
    .slice(from)
    .filter(({ fallback }) => fallback === undefined)
    .map(({ name }) => `"${name}"`);
  return ` missing ${names.length} required positional argument${names.length === 1 ? 's' : ''}: ${names.join(', ')}`;
}

function wrongType(
  { name, kind }: Parameter,
  value: Value,
  place: number | undefined,
  overload: Overload,
  args: readonly Value[],
): string {
  const wanted = `must be ${kindName(kind)}`;
  if (place === undefined) return `: argument '${name}' ${wanted}, not ${typeName(value)}`;
  const where = `: argument '${name}' (position ${place + 1}) ${wanted}`;
  const isList = value instanceof PyList || value instanceof PyTuple;
  const lists = kind === 'ints' || kind === 'dims';
  if (lists && (isList || (overload.listsSizes && place === 0))) {
    const first = (isList ? value.items : args)[0] ?? null;
    return `${where}, but found element of type ${typeName(first)} at pos 0`;
  }
  return `${where}, not ${typeName(value)}`;
}

/** Returns a list or tuple that starts with an int; later items are looked at when they are read. */
function isSizeList(value: Value): boolean {
  if (!(value instanceof PyList || value instanceof PyTuple)) return false;
  const [first] = value.items;
  return first === undefined || isInt(first) || typeof first === 'boolean';
}

function isInt(value: Value): boolean {
  if (typeof value === 'boolean') return false;
  if (isTensor(value)) {
    const { dtype, rank } = value.tensor;
    return rank === 0 && !value.variable.requiresGrad && dtype !== 'bool' && !dtype.startsWith('float');
  }
  return asIndex(value) !== undefined;
}

function isNumber(value: Value): boolean {
  if (isTensor(value)) return value.tensor.rank === 0 && !value.variable.requiresGrad;
  return typeof value === 'boolean' || (typeof value !== 'string' && asFloat(value) !== undefined);
}

function fits({ kind }: Parameter, value: Value, place: number): boolean {
  switch (kind) {
    case 'Tensor':
      return isTensor(value);
    case 'Operand':
      return isTensor(value) || isNumber(value);
    case 'Number':
    case 'float':
      return isNumber(value);
    case 'int':
      return isInt(value);
    case 'bool':
      return typeof value === 'boolean';
    case 'str':
    case 'name':
      return typeof value === 'string';
    case 'ints':
      return isSizeList(value);
    case 'dims':
      return isSizeList(value) || isInt(value);
    case 'Tensors':
      return isTensorList(value, place);
    case 'names':
      return (
        typeof (value instanceof PyList || value instanceof PyTuple ? value.items[0] : value) === 'string'
      );
    case 'dtype':
      return value instanceof DTypeObject || value === floatType || value === intType || value === boolType;
    case 'device':
      return value instanceof DeviceObject || typeof value === 'string';
    case 'Generator':
      return value instanceof GeneratorObject;
    case 'layout':
    case 'memory_format':
      return false;
    case 'object':
      return true;
  }
}

function isTensorList(value: Value, place: number): boolean {
  if (!(value instanceof PyList || value instanceof PyTuple)) return false;
  const wrong = value.items.findIndex((item) => !isTensor(item));
  if (wrong < 0) return true;
  throw typeError(
    `expected Tensor as element ${wrong} in argument ${place}, but got ${typeName(value.items[wrong] ?? null)}`,
  );
}
