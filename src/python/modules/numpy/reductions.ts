/** Sums, means, extremes and their kin, as functions and as methods. */

import type { DType, Tensor } from '../../../tensor/index.ts';
import * as core from '../../../tensor/index.ts';
import { type ArgumentsOf, Refusal, UNSET, type Value } from '../../objects/index.ts';
import { readAxes, readAxis } from './axes.ts';
import { beyondDoubles } from './beyond-doubles.ts';
import { asArray, operandOf, operandTensor } from './convert.ts';
import { optionalDType } from './dtype.ts';
import { meetFault } from './float-faults.ts';
import { isForeign, ownMethod } from './foreign.ts';
import { define, type Entry } from './functions.ts';
import { method, onArray } from './methods.ts';
import { type NdArray, result } from './ndarray.ts';
import { session } from './session.ts';
import { readOut } from './ufunc.ts';

type Options = { axis?: number | number[]; keepdims?: boolean; dtype?: DType; ddof?: number };
type Reduce = (t: Tensor, options: Options) => Tensor;

const isGiven = (value: Value): boolean => value !== UNSET && value !== null;

/** Returns the options of a reduction from Python's arguments. */
function optionsOf(axis: Value, keepdims: Value, dtype: Value = null, rank?: number): Options {
  const given = readAxes(axis);
  // Of a 0-d array the reductions that are ufuncs take axis 0 and -1 for none at all.
  const axes = rank === 0 && (given === 0 || given === -1) ? undefined : given;
  const type = optionalDType(dtype);
  return {
    keepdims: isGiven(keepdims) && keepdims !== false,
    ...(axes === undefined ? {} : { axis: axes }),
    ...(type === undefined ? {} : { dtype: type }),
  };
}

/** Returns what is returned: a scalar or an array, or `out` filled. */
export function delivered(outcome: Tensor, out: Value): Value {
  const target = readOut(out);
  if (target === undefined) return result(outcome);
  core.assign(target.tensor, outcome);
  return target;
}

/** The reductions that take `where=`. */
export type MaskedName = 'sum' | 'prod' | 'max' | 'min' | 'mean' | 'var' | 'std' | 'any' | 'all';
export type MaskedArguments = Readonly<
  Record<'where' | 'axis' | 'out' | 'keepdims' | 'initial' | 'dtype' | 'ddof', Value>
>;
type Masked = (name: MaskedName, a: NdArray, given: MaskedArguments) => Value;

let masked: Masked | undefined;

/** Brings the reductions of elements where a mask holds, which few programs need. */
export function offerMasked(run: Masked): void {
  masked = run;
}

const isMasked = (where: Value): boolean => where !== UNSET && where !== true;

function throughMask(name: MaskedName, a: NdArray, where: Value, given: Partial<MaskedArguments>): Value {
  if (masked === undefined) throw new Refusal(`np.${name}(where=) is not part of this book's NumPy`);
  const none = { axis: null, out: null, keepdims: UNSET, initial: UNSET, dtype: null, ddof: 0n };
  return masked(name, a, { ...none, ...given, where });
}

/** A sum or product may start from a value of its own. */
type Combine = (a: Tensor, b: Tensor) => Tensor;
function started(outcome: Tensor, initial: Value, combine: Combine): Tensor {
  const operand = isGiven(initial) ? operandOf(initial) : undefined;
  return operand === undefined
    ? outcome
    : combine(outcome, core.astype(operandTensor(operand), outcome.dtype));
}

function reportInfinite(outcome: Tensor, source: Tensor): Tensor {
  const finite = (t: Tensor) => core.rowMajorData(t).every(Number.isFinite);
  if (core.isFloat(outcome.dtype) && !finite(outcome) && finite(source)) meetFault('over', 'reduce');
  return outcome;
}

/** Sums and products tell another library's method of a dtype only if there is one. */
const DTYPE_IF_GIVEN = new Set(['sum', 'prod']);

/** Returns a function that is `array.own(…)` of another library's array. */
function reduction<const S extends string>(
  name: string,
  signature: S,
  body: (a: NdArray, ...args: ArgumentsOf<S>) => Value,
  own = name,
): Entry {
  const names = signature.match(/\w+(?==)/g) ?? [];
  const run = body as unknown as (a: NdArray, ...args: Value[]) => Value;
  return define(name, `a, ${signature}` as string, (a = null, ...args) => {
    if (!isForeign(a)) return run(asArray(a), ...args);
    const given = new Map(names.map((each, place) => [each, args[place] ?? null] as const));
    if (DTYPE_IF_GIVEN.has(own) && given.get('dtype') === null) given.delete('dtype');
    return ownMethod(a, own, given);
  });
}

type TotalArguments = {
  readonly axis: Value;
  readonly dtype: Value;
  readonly out: Value;
  readonly keepdims: Value;
  readonly initial: Value;
};

/** Returns the sum or product of an array, as `np.sum` and `np.prod` give it. */
export function totalOf(
  name: 'sum' | 'prod',
  a: NdArray,
  { axis, dtype, out, keepdims, initial }: TotalArguments,
): Value {
  const [reduce, combine] = TOTALS[name];
  const options = optionsOf(axis, keepdims, dtype, a.tensor.rank);
  const made = beyondDoubles(
    () => reportInfinite(reduce(a.tensor, options), a.tensor),
    (exact) => exact.reduce(name, a.tensor, options),
  );
  return delivered(started(made, initial, combine), out);
}

function accumulation(name: 'sum' | 'prod'): Entry {
  const signature = 'axis=None, dtype=None, out=None, keepdims=?, initial=?, where=?';
  const body = (
    a: NdArray,
    axis: Value,
    dtype: Value,
    out: Value,
    keepdims: Value,
    initial: Value,
    where: Value,
  ): Value => {
    if (isMasked(where)) return throughMask(name, a, where, { axis, dtype, out, keepdims, initial });
    return totalOf(name, a, { axis, dtype, out, keepdims, initial });
  };
  method(name, signature, body, `_${name}`);
  return reduction(name, signature, body);
}

function extreme(name: 'max' | 'min', reduce: Reduce, combine: Combine): Entry[] {
  const signature = 'axis=None, out=None, keepdims=?, initial=?, where=?';
  const body = (
    a: NdArray,
    axis: Value,
    out: Value,
    keepdims: Value,
    initial: Value,
    where: Value,
  ): Value => {
    if (isMasked(where)) return throughMask(name, a, where, { axis, out, keepdims, initial });
    const options = optionsOf(axis, keepdims, null, a.tensor.rank);
    return delivered(
      started(
        beyondDoubles(
          () => reduce(a.tensor, options),
          (exact) => exact.reduce(name, a.tensor, options),
        ),
        initial,
        combine,
      ),
      out,
    );
  };
  method(name, signature, body, `_a${name}`);
  return [reduction(name, signature, body), reduction(`a${name}`, signature, body, name)];
}

function emptySlice(a: NdArray, outcome: Tensor): void {
  if (outcome.size === 0 || a.tensor.size > 0) return;
  session().warn('RuntimeWarning', 'Mean of empty slice.');
  meetFault('invalid', outcome.rank === 0 ? 'scalar divide' : 'divide');
}

/**
 * Returns the mean of an array, as `np.mean` gives it: with a whole dtype, the sum of the converted elements is divided and cut.
 */
export function averageOf(a: NdArray, axis: Value, dtype: Value, out: Value, keepdims: Value): Value {
  const options = optionsOf(axis, keepdims, dtype);
  const source = core.isExact(a.tensor) ? core.astype(a.tensor, 'float64') : a.tensor;
  const outcome: Tensor = core.mean(source, options as object);
  emptySlice(a, outcome);
  const type = options.dtype;
  return delivered(type === undefined || core.isFloat(type) ? outcome : core.astype(outcome, type), out);
}

function average(): Entry {
  const signature = 'axis=None, dtype=None, out=None, keepdims=?, *, where=?';
  const body = (a: NdArray, axis: Value, dtype: Value, out: Value, keepdims: Value, where: Value): Value => {
    if (isMasked(where)) return throughMask('mean', a, where, { axis, dtype, out, keepdims });
    return averageOf(a, axis, dtype, out, keepdims);
  };
  method('mean', signature, body, '_mean');
  return reduction('mean', signature, body);
}

/** Returns a variance or deviation in a whole dtype: the mean, the distances and the result are each cut to it. */
function wholeSpread(t: Tensor, options: Options, reduce: Reduce): Tensor {
  const { dtype = 'int64', ddof = 0 } = options;
  const all = { ...options, keepdims: true };
  const center = core.astype(core.mean(t, all as object) as Tensor, dtype);
  const apart = core.subtract(t, center as never) as Tensor;
  const total = as(core.sum)(core.multiply(apart, apart as never), options);
  const count = t.size / Math.max(1, total.size);
  const variance = core.astype(core.divide(total, Math.max(0, count - ddof) as never) as Tensor, dtype);
  return reduce === as(core.variance) ? variance : core.sqrt(variance);
}

function spread(name: 'var' | 'std', reduce: Reduce): Entry {
  const signature = 'axis=None, dtype=None, out=None, ddof=0, keepdims=?, *, where=?, mean=?, correction=?';
  const body = (
    a: NdArray,
    axis: Value,
    dtype: Value,
    out: Value,
    ddof: Value,
    keepdims: Value,
    where: Value,
    mean: Value,
    correction: Value,
  ): Value => {
    if (isMasked(where)) return throughMask(name, a, where, { axis, dtype, out, keepdims, ddof });
    if (mean !== UNSET) throw new Refusal(`np.${name}(mean=) is not part of this book's NumPy`);
    const removed = Number(correction === UNSET ? ddof : correction);
    const options = { ...optionsOf(axis, keepdims, dtype), ddof: removed };
    const whole = options.dtype !== undefined && !core.isFloat(options.dtype);
    const outcome = whole ? wholeSpread(a.tensor, options, reduce) : reduce(a.tensor, options);
    if (a.tensor.size / Math.max(1, outcome.size) <= removed) {
      session().warn('RuntimeWarning', 'Degrees of freedom <= 0 for slice');
      if (a.tensor.size === 0) meetFault('invalid', 'divide');
      meetFault('invalid', outcome.rank === 0 ? 'scalar divide' : 'divide');
    }
    return delivered(outcome, out);
  };
  method(name, signature, body, `_${name}`);
  return reduction(name, signature, body);
}

function test(name: 'any' | 'all', reduce: Reduce): Entry {
  const signature = 'axis=None, out=None, keepdims=?, *, where=?';
  const body = (a: NdArray, axis: Value, out: Value, keepdims: Value, where: Value): Value => {
    if (isMasked(where)) return throughMask(name, a, where, { axis, out, keepdims });
    return delivered(reduce(a.tensor, optionsOf(axis, keepdims, null, a.tensor.rank)), out);
  };
  method(name, signature, body, `_${name}`);
  return reduction(name, signature, body);
}

function place(name: string, reduce: Reduce): Entry {
  const signature = 'axis=None, out=None, *, keepdims=?';
  const body = (a: NdArray, axis: Value, out: Value, keepdims: Value): Value => {
    const one = readAxis(axis);
    const line = a.tensor.rank === 0 ? core.ravel(a.tensor) : a.tensor;
    return delivered(
      reduce(line, {
        ...optionsOf(null, a.tensor.rank === 0 ? null : keepdims),
        ...(one === undefined ? {} : { axis: one }),
      }),
      out,
    );
  };
  method(name, signature, body);
  return onArray(name, signature, body);
}

/** Running sums or products, as `np.cumsum` and `np.cumprod` give them. */
export function runningOf(
  name: 'cumsum' | 'cumprod',
  a: NdArray,
  axis: Value,
  dtype: Value,
  out: Value,
): Value {
  const type = optionalDType(dtype);
  const source = type === undefined ? a.tensor : core.astype(a.tensor, type);
  const scan = name === 'cumsum' ? core.cumsum : core.cumprod;
  const line = source.rank === 0 ? core.ravel(source) : source;
  const sums = beyondDoubles(
    () => scan(line, readAxis(axis)),
    (exact) => exact.running(name, line, readAxis(axis)),
  );
  // Of narrow whole numbers, sums that wrap at each step are what is left of the exact ones.
  const unsigned = core.isUnsigned(source.dtype) ? 'uint64' : undefined;
  const wanted = type ?? unsigned;
  const converted = wanted === undefined ? sums : core.astype(sums, wanted);
  const made = core.inLayoutOf(converted, sums.rank === source.rank ? [source] : [], core.numpyRules);
  return delivered(made, out);
}

function running(name: 'cumsum' | 'cumprod'): Entry {
  const signature = 'axis=None, dtype=None, out=None';
  const body = (a: NdArray, axis: Value, dtype: Value, out: Value): Value =>
    runningOf(name, a, axis, dtype, out);
  method(name, signature, body);
  return onArray(name, signature, body);
}

const as = (reduce: unknown): Reduce => reduce as Reduce;
const plus: Combine = (a, b) => core.add(a, b as never);
const times: Combine = (a, b) => core.multiply(a, b as never);
const higher: Combine = (a, b) => core.maximum(a, b as never);
const lower: Combine = (a, b) => core.minimum(a, b as never);

const TOTALS = { sum: [as(core.sum), plus], prod: [as(core.prod), times] } as const;

export const reductionFunctions: readonly Entry[] = [
  accumulation('sum'),
  accumulation('prod'),
  ...extreme('max', as(core.max), higher),
  ...extreme('min', as(core.min), lower),
  average(),
  spread('var', as(core.variance)),
  spread('std', as(core.standardDeviation)),
  test('any', as(core.any)),
  test('all', as(core.all)),
  place('argmax', as(core.argmax)),
  place('argmin', as(core.argmin)),
  running('cumsum'),
  running('cumprod'),
  onArray('count_nonzero', 'axis=None, *, keepdims=False', (a, axis, keepdims) => {
    const counts = as(core.countNonzero)(a.tensor, optionsOf(axis, keepdims, null, a.tensor.rank));
    return axis === null && counts.rank === 0 && keepdims === false ? BigInt(counts.item()) : result(counts);
  }),
  onArray('ptp', 'axis=None, out=None, keepdims=?', (a, axis, out, keepdims) => {
    const options = optionsOf(axis, keepdims, null, a.tensor.rank);
    return delivered(
      core.subtract(as(core.max)(a.tensor, options), as(core.min)(a.tensor, options) as never),
      out,
    );
  }),
  onArray(
    'median',
    'axis=None, out=None, overwrite_input=False, keepdims=False',
    (a, axis, out, _, keepdims) => {
      if (a.tensor.size === 0) {
        const outcome: Tensor = core.mean(a.tensor, optionsOf(axis, keepdims) as object);
        emptySlice(a, outcome);
        return delivered(outcome, out);
      }
      return delivered(as(core.median)(a.tensor, optionsOf(axis, keepdims)), out);
    },
  ),
];
