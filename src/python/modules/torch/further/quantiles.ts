/** Quantiles between neighbours, and medians without nan. */
import { operations as graph, Variable } from '../../../../tensor/autograd/index.ts';
import * as core from '../../../../tensor/index.ts';
import { torchRules as rules, type Shape, type Tensor } from '../../../../tensor/index.ts';
import { asFloat } from '../../../objects/index.ts';
import { type Arguments, plain } from '../arguments.ts';
import { define } from '../define.ts';
import { runtimeError } from '../errors.ts';
import { namedResult } from '../return-types.ts';
import { axisOf } from '../shapes.ts';
import { isTensor } from '../tensor.ts';
import { eachLine } from './orders.ts';

const self = (given: Arguments): Variable => given.variable('input');
const whole = (values: readonly number[], shape: Shape): Tensor =>
  core.fromFlat<Shape>(values, shape, 'int64');

const METHODS = ['linear', 'lower', 'higher', 'midpoint', 'nearest'];
/** Returns the value below which the share `q` of each line lies, between neighbours as `interpolation` says. */
function quantile(given: Arguments, isNan: boolean): Variable {
  const x = self(given);
  const name = isNan ? 'nanquantile' : 'quantile';
  const { dtype } = x.value;
  if (dtype !== 'float32' && dtype !== 'float64')
    throw runtimeError(`${name}() input tensor must be either float or double dtype`);
  const q = given.value('q') ?? null;
  const shares = isTensor(q) ? q.tensor : core.full<Shape>([], asFloat(q) ?? 0, dtype);
  if (shares.rank > 1) throw runtimeError(`${name}() q must be a scalar or 1D tensor`);
  if (shares.dtype !== dtype) throw runtimeError(`${name}() q tensor must be same dtype as the input tensor`);
  if (shares.toFlat().some((each) => !(each >= 0 && each <= 1)))
    throw runtimeError(
      isTensor(q)
        ? `${name}() q values must be in the range [0, 1]`
        : `${name}() q must be in the range [0, 1] but got ${shares.item()}`,
    );
  const method = given.text('interpolation') ?? 'linear';
  if (!METHODS.includes(method))
    throw runtimeError(
      `${name}() interpolation must be one of linear, lower, higher, midpoint or nearest, but got ${method}`,
    );
  if (x.value.size === 0) throw runtimeError(`${name}() input tensor must be non-empty`);
  const dim = given.optionalInt('dim');
  const flat = dim === undefined || x.value.rank === 0 ? graph.reshape(x, [-1]) : x;
  const axis = dim === undefined ? 0 : axisOf(dim, flat.value.rank);
  const sorted = graph.sort(flat, axis, false).values;
  const shape = sorted.value.shape;
  const data = sorted.value.toFlat();
  const lines = shape.map((size, each) => (each === axis ? 1 : size));
  const keep = given.flag('keepdim');
  const outcomes = shares.toFlat().map((share) => {
    const [below, above, weights]: [number[], number[], number[]] = [[], [], []];
    eachLine(shape, axis, (places) => {
      const numbers = places.filter((place) => !Number.isNaN(data[place])).length;
      const hasNan = numbers < places.length;
      const rank = hasNan && !isNan ? places.length - 1 : Math.fround(share * Math.max(0, numbers - 1));
      const exact = dtype === 'float64' && !(hasNan && !isNan) ? share * Math.max(0, numbers - 1) : rank;
      const place =
        method === 'lower'
          ? Math.floor(exact)
          : method === 'higher'
            ? Math.ceil(exact)
            : method === 'nearest'
              ? roundEven(exact)
              : exact;
      below.push(Math.floor(place));
      above.push(Math.ceil(place));
      weights.push(method === 'midpoint' ? 0.5 : place - Math.floor(place));
    });
    const low = graph.gather(sorted, axis, whole(below, lines));
    if (method === 'lower' || method === 'higher' || method === 'nearest') return low;
    const high = graph.gather(sorted, axis, whole(above, lines));
    const weight = plain(core.fromFlat<Shape>(weights, lines, dtype));
    // As `lerp`, from the nearer end.
    const apart = graph.sub(high, low);
    const near = core.less<Shape, Shape>(weight.value, 0.5 as never, { rules });
    return graph.where(
      graph.add(low, graph.mul(apart, weight)),
      near,
      graph.sub(high, graph.mul(apart, graph.rsub(weight, 1))),
    );
  });
  const kept = outcomes.map((each) => {
    if (dim === undefined)
      return keep
        ? graph.reshape(
            each,
            x.value.shape.map(() => 1),
          )
        : graph.reshape(each, []);
    return keep ? each : graph.squeeze(each, axis);
  });
  return shares.rank === 0 ? (kept[0] as Variable) : graph.stack(kept, 0);
}
const roundEven = (x: number): number => {
  const near = Math.round(x);
  return near - x === 0.5 && near % 2 !== 0 ? near - 1 : near;
};
for (const name of ['quantile', 'nanquantile'] as const)
  define(
    name,
    ['Tensor', 'float'].map(
      (kind) =>
        `Tensor input, ${kind} q, int? dim=None, bool keepdim=False, *, str interpolation='linear', Tensor out=None`,
    ),
    (given) => quantile(given, name === 'nanquantile'),
  );

define('nanmedian', ['Tensor input', 'Tensor input, int dim, bool keepdim=False, *, Tensors out=None'], (
  given,
) => {
  const x = self(given);
  const { value } = x;
  const dim = given.optionalInt('dim');
  const flat = dim === undefined ? graph.reshape(x, [-1]) : x;
  const axis = dim === undefined ? 0 : axisOf(dim, value.rank);
  const data = flat.value.toFlat();
  const { indices } = graph.sort(flat, axis, false);
  const order = indices.value.toFlat();
  const middles: number[] = [];
  eachLine(flat.value.shape, axis, (places) => {
    const numbers = places.filter((place) => !Number.isNaN(data[place])).length;
    middles.push(order[places[Math.max(0, Math.floor((numbers - 1) / 2))] as number] as number);
  });
  const lines = flat.value.shape.map((size, each) => (each === axis ? 1 : size));
  const places = whole(middles, lines);
  const found = graph.gather(flat, axis, places);
  if (dim === undefined) return graph.reshape(found, []);
  const left = (of: Variable): Variable => (given.flag('keepdim') ? of : graph.squeeze(of, axis));
  return namedResult('nanmedian', ['values', 'indices'], [left(found), left(new Variable(places))]);
});
