/** `randint` and `integers`: whole numbers of a range, one range or one for each element. */

import { type DType, expand, fromFlat, sizeOf, type Tensor } from '../../../../tensor/index.ts';
import { type BitSource, BoundedIntegers, type Method, type Width } from '../../../../tensor/random/index.ts';
import {
  asIndex,
  boolType,
  intType,
  makeArray,
  PyList,
  PyRange,
  PyTuple,
  repr,
  typeError,
  UNSET,
  type Value,
  valueError,
} from '../../../objects/index.ts';
import { toTensor } from '../convert.ts';
import { dtypeObject, readDType } from '../dtype.ts';
import { isArray, NdArray } from '../ndarray.ts';
import { NumpyScalar } from '../scalar.ts';
import { commonShape, readSize } from './samples.ts';

/** What the two generators differ in. */
export type Kind = { readonly name: 'randint' | 'integers'; readonly method: Method; readonly dtype: Value };
export const RANDINT: Kind = { name: 'randint', method: 'masked', dtype: intType };
export const INTEGERS: Kind = { name: 'integers', method: 'lemire', dtype: dtypeObject('int64') };

/** Bits of each dtype that can be asked for, and its least and greatest element. */
const RANGES: ReadonlyMap<
  DType,
  { readonly width: Width; readonly least: bigint; readonly greatest: bigint }
> = new Map([
  ['int64', { width: 64, least: -(2n ** 63n), greatest: 2n ** 63n - 1n }],
  ['int32', { width: 32, least: -(2n ** 31n), greatest: 2n ** 31n - 1n }],
  ['uint8', { width: 8, least: 0n, greatest: 255n }],
  ['bool', { width: 1, least: 0n, greatest: 1n }],
]);

type Arguments = {
  readonly low: Value;
  /** None: `low` is the upper end, and 0 the lower one. */
  readonly high: Value;
  readonly size: Value;
  /** `UNSET` for that of the kind. */
  readonly dtype: Value;
  /** Does the range include its upper end? */
  readonly endpoint: boolean;
};

export function integers(source: BitSource, kind: Kind, call: Arguments): Value {
  const given = call.dtype === UNSET ? { ...call, dtype: kind.dtype } : call;
  const dtype = readDType(given.dtype);
  const range = RANGES.get(dtype);
  if (range === undefined) throw typeError(`Unsupported dtype ${repr(dtypeObject(dtype))} for ${kind.name}`);
  const [low, high] = given.high === null ? [0n, given.low] : [given.low, given.high];
  const draws = new BoundedIntegers(source, range.width, kind.method);
  const bounds = { ...range, dtype, endpoint: given.endpoint, fromZero: given.high === null || isZero(low) };
  if (!isSequence(low) && !isSequence(high)) {
    const [from, to] = checkedRange(wholeOf(low), wholeOf(high), bounds);
    return one(() => from + drawUpTo(draws, to - from, range.width), given, dtype);
  }
  const [lows, highs] = [toTensor(low), toTensor(high)];
  const shape = commonShape([lows, highs], given.size, 'last');
  const [froms, tos] = [lows, highs].map((each) => expand(each as Tensor, shape).toFlat());
  const ranges = makeArray(sizeOf(shape), (i) =>
    checkedRange(BigInt(Math.trunc(froms?.[i] ?? 0)), BigInt(Math.trunc(tos?.[i] ?? 0)), bounds),
  );
  const drawn = ranges.map(([from, to]) => Number(from + drawUpTo(draws, to - from, range.width)));
  return new NdArray(fromFlat(drawn, shape, dtype));
}

type Bounds = {
  readonly dtype: DType;
  readonly least: bigint;
  readonly greatest: bigint;
  readonly endpoint: boolean;
  readonly fromZero: boolean;
};

/** Returns the least and the greatest outcome. */
function checkedRange(low: bigint, high: bigint, of: Bounds): [bigint, bigint] {
  const last = of.endpoint ? high : high - 1n;
  if (low < of.least) throw valueError(`low is out of bounds for ${of.dtype}`);
  if (last > of.greatest) throw valueError(`high is out of bounds for ${of.dtype}`);
  if (low > last) {
    const sign = of.endpoint ? '<' : '<=';
    throw valueError(of.fromZero ? `high ${sign} 0` : `low ${of.endpoint ? '>' : '>='} high`);
  }
  return [low, last];
}

function drawUpTo(draws: BoundedIntegers, range: bigint, width: Width): bigint {
  return width === 64 ? draws.nextWide(range) : BigInt(draws.next(Number(range)));
}

/** Returns a Python number for `dtype=int` or `bool`; else an element of NumPy's or an array. */
function one(draw: () => bigint, { size, dtype: asked }: Arguments, dtype: DType): Value {
  const shape = readSize(size);
  if (shape === undefined) {
    const value = draw();
    if (asked === intType) return value;
    if (asked === boolType) return value !== 0n;
    return new NumpyScalar(fromFlat([Number(value)], [], dtype).item(), dtype);
  }
  return new NdArray(
    fromFlat(
      makeArray(sizeOf(shape), () => Number(draw())),
      shape,
      dtype,
    ),
  );
}

const isSequence = (value: Value): boolean =>
  value instanceof PyList ||
  value instanceof PyTuple ||
  value instanceof PyRange ||
  (isArray(value) && value.tensor.rank > 0);

const isZero = (value: Value): boolean => !isSequence(value) && asIndex(value) === 0n;

/** Returns a number without its fraction. */
function wholeOf(value: Value): bigint {
  return (
    asIndex(value) ??
    BigInt(Math.trunc(toTensor(value, typeof value === 'string' ? 'int64' : undefined).item()))
  );
}
