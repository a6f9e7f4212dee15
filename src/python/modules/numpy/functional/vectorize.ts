/** `np.vectorize`: a function of numbers made one of arrays, element by element. */
import type { Shape } from '../../../../tensor/index.ts';
import * as core from '../../../../tensor/index.ts';
import {
  Callable,
  call,
  getAttribute,
  isTrue,
  type Keywords,
  members,
  PyList,
  PyTuple,
  PyType,
  Refusal,
  toArray,
  typeError,
  UNSET,
  type Value,
  valueError,
  work,
} from '../../../objects/index.ts';
import { callNumpy } from '../calls.ts';
import { asArray } from '../convert.ts';
import { asNumpy } from '../errors.ts';
import { result } from '../ndarray.ts';
import { pythonValue } from '../scalar.ts';

const vectorizeType = new PyType({ name: 'vectorize', module: 'numpy' });

type Options = { readonly otypes: Value; readonly excluded: readonly Value[]; readonly cache: boolean };

class Vectorized extends Callable {
  readonly name = 'vectorize';
  readonly bindsToInstance = false;
  readonly pyfunc: Value;
  readonly options: Options;

  constructor(pyfunc: Value, options: Options) {
    super();
    this.pyfunc = pyfunc;
    this.options = options;
  }

  override get type(): PyType {
    return vectorizeType;
  }

  override invoke(args: readonly Value[], keywords: Keywords): Value {
    return asNumpy(() => this.#run(args, keywords));
  }

  #run(args: readonly Value[], keywords: Keywords): Value {
    // As a decorator with options, the first call gives the function.
    if (this.pyfunc === UNSET) return new Vectorized(args[0] ?? null, this.options);
    const { excluded } = this.options;
    const isExcluded = (key: Value): boolean => excluded.includes(key);
    const names = [...keywords.keys()].filter((key) => !isExcluded(key));
    const varied = [
      ...args.flatMap((value, place) => (isExcluded(BigInt(place)) ? [] : [value])),
      ...names.map((key) => keywords.get(key) ?? null),
    ];
    const once = (values: readonly Value[]): Value => {
      let next = 0;
      const positional = args.map((value, place) =>
        isExcluded(BigInt(place)) ? value : (values[next++] ?? null),
      );
      const named = new Map(keywords);
      for (const key of names) named.set(key, values[next++] ?? null);
      return call(this.pyfunc, positional, named);
    };
    if (varied.length === 0) return once([]);
    return this.#overElements(varied, once);
  }

  #overElements(varied: readonly Value[], once: (values: readonly Value[]) => Value): Value {
    const columns = varied.map(elementsOf);
    const shape = columns.reduce<Shape>(
      (common, each) => core.broadcastShapes<Shape, Shape>(common, each.shape) as Shape,
      [],
    );
    const places = columns.map((each) => placesIn(each.shape, shape));
    const count = core.sizeOf(shape);
    work(count);
    const valuesAt = (i: number): Value[] =>
      columns.map(({ items }, k) => items[places[k]?.[i] ?? 0] ?? null);
    const { otypes, cache } = this.options;
    let first: Value | undefined;
    if (otypes === null) {
      if (columns.some(({ items }) => items.length === 0))
        throw valueError('cannot call `vectorize` on size 0 inputs unless `otypes` is set');
      // NumPy calls the function once more, to learn what it returns.
      first = once(columns.map((column) => column.scalar));
    }
    const outputs: Value[] = [];
    for (let i = 0; i < count; i++)
      outputs.push(i === 0 && cache && first !== undefined ? first : once(valuesAt(i)));
    const types = typesOf(otypes, first);
    if (types.length === 1) return arrayOf(outputs, shape, types[0] ?? null);
    return new PyTuple(
      types.map((type, k) =>
        arrayOf(
          outputs.map((each) => (each instanceof PyTuple ? (each.items[k] ?? null) : each)),
          shape,
          type,
        ),
      ),
    );
  }
}

/** `scalar` is the first element as NumPy's own. */
type Column = { readonly items: readonly Value[]; readonly shape: Shape; readonly scalar: Value };

/** Returns the elements of an argument as Python's own values, and its shape. */
function elementsOf(value: Value): Column {
  if (typeof value === 'string') return { items: [value], shape: [], scalar: value };
  if (value instanceof PyList && value.items.some((item) => typeof item === 'string'))
    return { items: value.items, shape: [value.items.length], scalar: value.items[0] ?? null };
  const array = callNumpy('asarray', [value]);
  const isText = !(array instanceof Object && 'tensor' in array);
  if (isText) {
    const shape = toArray(getAttribute(array, 'shape')).map(Number);
    const items = toArray(call(getAttribute(callNumpy('ravel', [array]), 'tolist'), []));
    return { items, shape, scalar: items[0] ?? null };
  }
  const { tensor } = asArray(array);
  const items = tensor.toFlat().map((each) => pythonValue(each, tensor.dtype));
  const scalar =
    tensor.size === 0 ? null : result(core.fromFlat(tensor.toFlat().slice(0, 1), [], tensor.dtype));
  return { items, shape: tensor.shape, scalar };
}

/** Returns where each element of the common shape is read from. */
function placesIn(own: Shape, common: Shape): number[] {
  const size = core.sizeOf(own);
  const counted = core.fromFlat<Shape>(
    Array.from({ length: size }, (_, i) => i),
    own,
    'int64',
  );
  return core.expand<Shape>(counted, common).toFlat();
}

function typesOf(otypes: Value, first: Value | undefined): Value[] {
  if (typeof otypes === 'string') return [...otypes];
  if (otypes !== null) return toArray(otypes);
  const outputs = first instanceof PyTuple ? first.items : [first ?? null];
  return outputs.map((each) => getAttribute(callNumpy('asarray', [each]), 'dtype'));
}

function arrayOf(values: readonly Value[], shape: Shape, dtype: Value): Value {
  const isText = typeof values[0] === 'string';
  const made = callNumpy('array', [new PyList([...values])], isText || dtype === null ? {} : { dtype });
  return isText && shape.length === 1 ? made : callNumpy('reshape', [made, new PyTuple(shape.map(BigInt))]);
}

members(vectorizeType, (value): value is Vectorized => value instanceof Vectorized)
  .constructs(
    'pyfunc=?, otypes=None, doc=None, excluded=None, cache=False, signature=None',
    (_type, pyfunc, otypes, _doc, excluded, cache, signature) => {
      if (signature !== null) throw new Refusal("np.vectorize(signature=) is not part of this book's NumPy");
      if (pyfunc !== UNSET && !(pyfunc instanceof Object))
        throw typeError('When used as a decorator, only accepts keyword arguments.');
      const options = {
        otypes,
        excluded: excluded === null ? [] : toArray(excluded),
        cache: isTrue(cache),
      };
      return new Vectorized(pyfunc, options);
    },
  )
  .getter('pyfunc', ({ pyfunc }) => pyfunc);

export const VECTORIZE: Value = vectorizeType;
