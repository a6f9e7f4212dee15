/** `default_collate`: a list of samples made into one sample of batches. */
import {
  call,
  findAttribute,
  floatType,
  getItem,
  intType,
  isInstance,
  lengthOf,
  PyDict,
  PyList,
  PyTuple,
  repr,
  toArray,
  typeError,
  typeOf,
  type Value,
} from '../../../objects/index.ts';
import { arrayTensor } from '../array-values.ts';
import { torchFunctions } from '../define.ts';
import { DTYPES } from '../dtype.ts';
import { runtimeError } from '../errors.ts';
import { isTensor } from '../tensor.ts';

const torch = (
  name: string,
  args: readonly Value[],
  keywords: readonly (readonly [string, Value])[] = [],
): Value => call(torchFunctions.get(name) ?? null, args, new Map(keywords));

const DOUBLE = new Map(DTYPES).get('float64') ?? null;

const isNumpy = (value: Value): boolean =>
  typeOf(value).module === 'numpy' && arrayTensor(value) !== undefined;

/** Returns what the samples of `batch`, a list or a tuple, make together. */
export function collate(batch: PyList | PyTuple): Value {
  const [first = null] = batch.items;
  if (isTensor(first)) return torch('stack', [new PyList([...batch.items])]);
  if (isNumpy(first)) {
    // NumPy's scalars make a vector, its arrays are stacked.
    if (typeOf(first).name !== 'ndarray') return torch('as_tensor', [batch]);
    return torch('stack', [new PyList(batch.items.map((each) => torch('as_tensor', [each])))]);
  }
  if (isInstance(first, floatType)) return torch('tensor', [batch], [['dtype', DOUBLE]]);
  if (isInstance(first, intType)) return torch('tensor', [batch]);
  if (typeof first === 'string') return batch;
  if (first instanceof PyDict)
    return new PyDict(
      [...first.keys()].map((key) => [
        key,
        collate(new PyList(batch.items.map((each) => getItem(each, key)))),
      ]),
    );
  if (first instanceof PyTuple || first instanceof PyList) return collateSequences(first, batch.items);
  throw typeError(
    `default_collate: batch must contain tensors, numpy arrays, numbers, dicts or lists; found ${repr(typeOf(first))}`,
  );
}

function collateSequences(first: PyTuple | PyList, samples: readonly Value[]): Value {
  const size = first.items.length;
  if (samples.some((sample) => Number(lengthOf(sample)) !== size))
    throw runtimeError('each element in list of batch should be of equal size');
  const rows = samples.map(toArray);
  const columns = first.items.map((_, place) => collate(new PyTuple(rows.map((row) => row[place] ?? null))));
  const isNamed = first instanceof PyTuple && findAttribute(first, '_fields') !== undefined;
  return isNamed ? call(typeOf(first), columns) : new PyList(columns);
}

/** `default_convert`: NumPy's values in a sample made tensors; what a loader without batches does. */
export function convert(value: Value): Value {
  if (isTensor(value)) return value;
  if (isNumpy(value)) return torch('as_tensor', [value]);
  if (value instanceof PyDict)
    return new PyDict([...value.entries()].map(([key, each]) => [key, convert(each)]));
  if (value instanceof PyTuple || value instanceof PyList) return new PyList(value.items.map(convert));
  return value;
}
