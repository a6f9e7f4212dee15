/** Elements chosen from several arrays, or computed by several functions: `select`, `piecewise`, `choose`, `compress`. */
import type { Shape, Tensor } from '../../../../tensor/index.ts';
import * as core from '../../../../tensor/index.ts';
import {
  Callable,
  call,
  getItem,
  type PyDict,
  PyList,
  PyTuple,
  PyType,
  setItem,
  toArray,
  typeError,
  type Value,
  valueError,
} from '../../../objects/index.ts';
import { callNumpy } from '../calls.ts';
import { asArray, toTensor } from '../convert.ts';
import { define, type Entry } from '../functions.ts';
import { method } from '../methods.ts';
import { isArray, NdArray } from '../ndarray.ts';
import { isScalar } from '../scalar.ts';

const isCallable = (value: Value): boolean =>
  value instanceof Callable ||
  value instanceof PyType ||
  (typeof value === 'object' && value !== null && value.type.lookup('__call__') !== undefined);

/** A plain number stays one, so that it promotes as weakly as NumPy lets it. */
const weakly = (value: Value): Value =>
  typeof value === 'bigint' || typeof value === 'number' ? value : asArray(value);

function select(condlist: Value, choicelist: Value, fallback: Value): Value {
  const [conditions, choices] = [toArray(condlist), toArray(choicelist)];
  if (conditions.length !== choices.length)
    throw valueError('list of cases must be same length as list of conditions');
  if (conditions.length === 0) throw valueError('select with an empty condition list is not possible');
  const masks = conditions.map((each) => toTensor(each));
  const wrong = masks.findIndex(({ dtype }) => dtype !== 'bool');
  if (wrong >= 0) throw typeError(`invalid entry ${wrong} in condlist: should be boolean ndarray`);
  const given = [...choices, fallback].map(weakly);
  const dtype = callNumpy('result_type', given);
  let chosen: Value = callNumpy('array', [given.at(-1) ?? null], { dtype });
  for (let i = masks.length - 1; i >= 0; i--)
    chosen = callNumpy('where', [new NdArray(masks[i] as Tensor), given[i] ?? null, chosen]);
  return callNumpy('array', [chosen], { dtype });
}

/** Returns the conditions as rows of one array of bools; a lone condition counts as a list of it. */
function conditionsOf(x: NdArray, condlist: Value): NdArray {
  const first = condlist instanceof PyList || condlist instanceof PyTuple ? condlist.items[0] : undefined;
  const isLone =
    typeof condlist !== 'object' ||
    condlist === null ||
    isScalar(condlist) ||
    (isArray(condlist) && condlist.tensor.rank < 2 && x.tensor.rank > 0) ||
    (first !== undefined && !(first instanceof PyList) && !isArray(first) && x.tensor.rank > 0);
  return asArray(isLone ? new PyList([condlist]) : condlist, 'bool');
}

function piecewise(given: Value, condlist: Value, funclist: Value, args: PyTuple, keywords: PyDict): Value {
  const x = asArray(given);
  const functions = toArray(funclist);
  const conditions = conditionsOf(x, condlist);
  const count = conditions.tensor.shape[0] ?? 0;
  const masks: Value[] = Array.from({ length: count }, (_, i) => getItem(conditions, BigInt(i)));
  if (count === functions.length - 1)
    masks.push(callNumpy('logical_not', [callNumpy('any', [conditions], { axis: 0n })]));
  else if (count !== functions.length)
    throw valueError(`with ${count} condition(s), either ${count} or ${count + 1} functions are expected`);
  const y = callNumpy('zeros_like', [x]);
  const passed = new Map([...keywords.entries()].map(([key, value]) => [String(key), value] as const));
  masks.forEach((mask, i) => {
    const chosen = functions[i] ?? null;
    if (!isCallable(chosen)) {
      setItem(y, mask, chosen);
      return;
    }
    const values = getItem(x, mask);
    if (toTensor(values).size > 0) setItem(y, mask, call(chosen, [values, ...args.items], passed));
  });
  return y;
}

function choose(a: Value, choices: Value, mode: Value): Value {
  const options = (
    isArray(choices)
      ? toArray(choices)
      : choices instanceof PyList || choices instanceof PyTuple
        ? choices.items
        : []
  ).map((each) => toTensor(each));
  const picks = toTensor(a);
  const shape = [picks, ...options].reduce<Shape>(
    (common, each) => core.broadcastShapes<Shape, Shape>(common, each.shape) as Shape,
    [],
  );
  const joined = core.stack(options.map((each) => core.expand<Shape>(each, shape)));
  const count = options.length;
  const places = core
    .expand<Shape>(picks, shape)
    .toFlat()
    .map((each) => {
      if (mode === 'wrap') return ((each % count) + count) % count;
      if (mode === 'clip') return Math.min(Math.max(each, 0), count - 1);
      if (each < 0 || each >= count) throw valueError('invalid entry in choice array');
      return each;
    });
  const size = core.sizeOf(shape);
  const flat = core.reshape<Shape>(joined, [count * size]);
  const at = core.fromFlat(
    places.map((each, i) => each * size + i),
    shape,
    'int64',
  );
  return callNumpy('take', [new NdArray(flat), new NdArray(at)]);
}

function compress(condition: Value, a: Value, axis: Value): Value {
  const mask = toTensor(condition, 'bool');
  if (mask.rank !== 1) throw valueError('condition must be a 1-d array');
  return callNumpy('take', [a, new NdArray(core.nonzero(mask)[0] as Tensor)], { axis });
}

method('compress', 'condition, axis=None, out=None!', (a, condition, axis) => compress(condition, a, axis));
method('choose', 'choices, out=None!, mode="raise"', (a, choices, _out, mode) => choose(a, choices, mode));

export const choosingFunctions: readonly Entry[] = [
  define('select', 'condlist, choicelist, default=0', select),
  define('piecewise', 'x, condlist, funclist, *args, **kw', piecewise),
  define('choose', 'a, choices, out=None!, mode="raise"', (a, choices, _out, mode) =>
    choose(a, choices, mode),
  ),
  define('compress', 'condition, a, axis=None, out=None!', compress),
];
