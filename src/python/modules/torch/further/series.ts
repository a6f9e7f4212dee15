/** Differences, areas under lines, covariance, distances. */
import { operations as graph, type Variable } from '../../../../tensor/autograd/index.ts';
import type { Shape } from '../../../../tensor/index.ts';
import * as core from '../../../../tensor/index.ts';
import type { Value } from '../../../objects/index.ts';
import { type Arguments, plain } from '../arguments.ts';
import { define, definePython } from '../define.ts';
import { runtimeError } from '../errors.ts';
import { axisOf } from '../shapes.ts';
import { isTensor } from '../tensor.ts';
import { named } from './named.ts';

const self = (given: Arguments): Variable => given.variable('input');
const float = (value: number) => ({ python: 'float', value }) as const;
const part = (x: Variable, axis: number, start: number | null, stop: number | null): Variable =>
  graph.slice(x, axis, { start, stop });

define(
  'diff',
  'Tensor input, int n=1, int dim=-1, Tensor prepend=None, Tensor append=None, *, Tensor out=None',
  (given) => {
    let x = self(given);
    if (x.value.rank === 0) throw runtimeError('diff expects input to be at least one-dimensional');
    const axis = axisOf(given.int('dim', -1), x.value.rank);
    const parts = [
      ...(given.has('prepend') ? [given.variable('prepend')] : []),
      x,
      ...(given.has('append') ? [given.variable('append')] : []),
    ];
    if (parts.length > 1) x = graph.cat(parts, axis);
    for (let turn = given.int('n', 1); turn > 0; turn--)
      x =
        x.value.dtype === 'bool'
          ? plain(core.notEqual<Shape, Shape>(part(x, axis, 1, null).value, part(x, axis, null, -1).value))
          : graph.sub(part(x, axis, 1, null), part(x, axis, null, -1));
    return x;
  },
);

/** Returns the areas of the trapezoids under a line through the points. */
function trapezoids(given: Arguments, y: Variable): { areas: Variable; axis: number } {
  const axis = axisOf(given.int('dim', -1), y.value.rank);
  const sums = graph.add(part(y, axis, null, -1), part(y, axis, 1, null));
  if (!given.has('x')) return { areas: graph.mul(sums, float(given.number('dx', 1))), axis };
  const points = given.variable('x');
  const along = points.value.rank === 1 ? 0 : axis;
  const gaps = graph.sub(part(points, along, 1, null), part(points, along, null, -1));
  const shaped =
    points.value.rank === 1
      ? graph.reshape(
          gaps,
          y.value.shape.map((_, each) => (each === axis ? -1 : 1)),
        )
      : gaps;
  return { areas: graph.mul(shaped, sums), axis };
}
const AREA = ['Tensor y, Tensor x, *, int dim=-1', 'Tensor y, *, Number dx=1, int dim=-1'];
for (const name of ['trapezoid', 'trapz'])
  define(
    name,
    AREA,
    (given) => {
      const { areas, axis } = trapezoids(given, given.variable('y'));
      return graph.div(graph.sum(areas, { dim: axis }), float(2));
    },
    'function',
  );
define(
  'cumulative_trapezoid',
  AREA,
  (given) => {
    const { areas, axis } = trapezoids(given, given.variable('y'));
    return graph.div(graph.cumsum(areas, axis), float(2));
  },
  'function',
);

/** Returns the covariance of the rows. */
function covariance(x: Variable, correction: number): Variable {
  if (x.value.rank > 2)
    throw runtimeError(
      `cov(): expected input to have two or fewer dimensions but got an input with ${x.value.rank} dimensions`,
    );
  const rows = x.value.rank < 2 ? graph.reshape(x, [1, -1]) : x;
  const count = rows.value.shape[1] as number;
  const apart = graph.sub(rows, graph.mean(rows, { dim: 1, keepdim: true }));
  const product = graph.mm(apart, graph.t(apart));
  return graph.squeeze(graph.div(product, float(Math.max(0, count - correction))));
}
define('cov', 'Tensor input, *, int correction=1, Tensor fweights=None, Tensor aweights=None', (given) => {
  given.refuse('fweights', 'aweights');
  return covariance(self(given), given.int('correction', 1));
});
define('corrcoef', 'Tensor input', (given) => {
  const c = covariance(self(given), 1);
  if (c.value.rank === 0) return graph.div(c, c);
  const scale = graph.sqrt(graph.diagonal(c));
  const scaled = graph.div(graph.div(c, graph.unsqueeze(scale, 1)), graph.unsqueeze(scale, 0));
  return graph.clamp(scaled, -1, 1);
});

/** The distances between the rows of two matrices. */
definePython('cdist', "x1, x2, p=2.0, compute_mode='use_mm_for_euclid_dist_if_necessary'", (x1, x2, p) => {
  const [a, b] = [tensorOf(x1), tensorOf(x2)];
  const columns = (of: Variable): number => of.value.shape.at(-1) ?? 0;
  if (columns(a) !== columns(b))
    throw runtimeError(`X1 and X2 must have the same number of columns. X1: ${columns(a)} X2: ${columns(b)}`);
  const apart = graph.sub(graph.unsqueeze(a, -2), graph.unsqueeze(b, -3));
  return named('CdistBackward0', graph.vectorNorm(apart, { ord: Number(p), dim: -1 }));
});
function tensorOf(value: Value): Variable {
  if (isTensor(value)) return value.variable;
  throw runtimeError('cdist expects tensors');
}
define('pdist', 'Tensor input, float p=2', (given) => {
  const x = self(given);
  const count = x.value.shape[0] ?? 0;
  const pairs = Array.from({ length: count }, (_, i) =>
    Array.from({ length: count - i - 1 }, (_each, k) => [i, i + 1 + k] as const),
  ).flat();
  const rows = (which: 0 | 1): Variable =>
    graph.indexSelect(
      x,
      0,
      core.fromFlat<Shape>(
        pairs.map((each) => each[which]),
        [pairs.length],
        'int64',
      ),
    );
  return named(
    'PdistBackward0',
    graph.vectorNorm(graph.sub(rows(0), rows(1)), { ord: given.number('p', 2), dim: -1 }),
  );
});

/** Slices whose norm is above `maxnorm` are scaled to it. */
define('renorm', 'Tensor input, Number p, int dim, Number maxnorm, *, Tensor out=None', (given) => {
  const x = self(given);
  const axis = axisOf(given.int('dim', 0), x.value.rank);
  const others = x.value.shape.flatMap((_, each) => (each === axis ? [] : [each]));
  const norms = graph.vectorNorm(x, { ord: given.number('p', 2), dim: others, keepdim: true });
  const most = given.number('maxnorm', 1);
  const above = core.greater<Shape, Shape>(norms.value, float(most) as never);
  const scale = graph.where(graph.div(float(most), graph.add(norms, float(1e-7))), above, float(1));
  return graph.mul(x, scale);
});
