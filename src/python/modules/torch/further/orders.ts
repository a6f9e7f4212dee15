/** Running extremes, and elements by their rank. */
import { operations as graph, Variable } from '../../../../tensor/autograd/index.ts';
import type { Shape, Tensor } from '../../../../tensor/index.ts';
import * as core from '../../../../tensor/index.ts';
import { work } from '../../../objects/index.ts';
import { type Arguments, plain } from '../arguments.ts';
import { define } from '../define.ts';
import { runtimeError } from '../errors.ts';
import { namedResult } from '../return-types.ts';
import { axisOf } from '../shapes.ts';
import { named } from './named.ts';

const self = (given: Arguments): Variable => given.variable('input');
const whole = (values: readonly number[], shape: Shape): Tensor =>
  core.fromFlat<Shape>(values, shape, 'int64');

/** Calls `visit` with the places, in row-major order, of each line along `axis`. */
export function eachLine(shape: Shape, axis: number, visit: (places: number[], line: number) => void): void {
  const size = shape[axis] ?? 1;
  const stride = core.sizeOf(shape.slice(axis + 1));
  const count = core.sizeOf(shape) / Math.max(1, size);
  work(core.sizeOf(shape));
  for (let line = 0; line < count; line++) {
    const start = Math.floor(line / stride) * stride * size + (line % stride);
    visit(
      Array.from({ length: size }, (_, i) => start + i * stride),
      line,
    );
  }
}

/** Running extremes along an axis, of equal ones the last. */
for (const [name, wins] of [
  ['cummax', (x: number, best: number) => x >= best || Number.isNaN(x)],
  ['cummin', (x: number, best: number) => x <= best || Number.isNaN(x)],
] as const)
  define(name, 'Tensor input, int dim, *, Tensors out=None', (given) => {
    const { value } = self(given);
    const axis = axisOf(given.int('dim', 0), value.rank);
    const data = value.toFlat();
    const indices = new Array<number>(data.length).fill(0);
    eachLine(value.shape, axis, (places) => {
      let best = 0;
      places.forEach((place, i) => {
        const holds = data[places[best] as number] as number;
        if (!Number.isNaN(holds) && wins(data[place] as number, holds)) best = i;
        indices[place] = best;
      });
    });
    const places = whole(indices, value.shape);
    const values = graph.gather(self(given), axis, places);
    return namedResult(
      name,
      ['values', 'indices'],
      [named(`${name === 'cummax' ? 'Cummax' : 'Cummin'}Backward0`, values), new Variable(places)],
    );
  });

define('logcumsumexp', 'Tensor input, int dim, *, Tensor out=None', (given) => {
  const x = self(given);
  const axis = axisOf(given.int('dim', 0), x.value.rank);
  const largest = plain(core.max<Shape, number, true>(x.value, { axis, keepdims: true }) as Tensor);
  const shifted = graph.cumsum(graph.exp(graph.sub(x, largest)), axis);
  return named('LogcumsumexpBackward0', graph.add(graph.log(shifted), largest));
});

define('kthvalue', 'Tensor input, int k, int dim=-1, bool keepdim=False, *, Tensors out=None', (given) => {
  const x = self(given);
  const axis = axisOf(given.int('dim', -1), x.value.rank);
  const k = given.int('k', 1);
  if (k < 1 || k > (x.value.shape[axis] ?? 1))
    throw runtimeError('kthvalue(): selected number k out of range for dimension '.concat(String(axis)));
  const { values, indices } = graph.sort(x, axis, false);
  const pick = (of: Variable): Variable => {
    const part = graph.slice(of, axis, { start: k - 1, stop: k });
    return given.flag('keepdim') ? part : graph.squeeze(part, axis);
  };
  return namedResult(
    'kthvalue',
    ['values', 'indices'],
    [named('KthvalueBackward0', pick(values)), pick(indices)],
  );
});

define('mode', 'Tensor input, int dim=-1, bool keepdim=False, *, Tensors out=None', (given) => {
  const x = self(given);
  const { value } = x;
  const axis = axisOf(given.int('dim', -1), value.rank);
  const data = value.toFlat();
  const indices: number[] = [];
  eachLine(value.shape, axis, (places) => {
    const counts = new Map<number, number>();
    for (const place of places) {
      const each = data[place] as number;
      counts.set(each, (counts.get(each) ?? 0) + 1);
    }
    const most = Math.max(...counts.values());
    const best = Math.min(...[...counts].flatMap(([each, count]) => (count === most ? [each] : [])));
    indices.push(places.findLastIndex((place) => data[place] === best));
  });
  const shape = value.shape.map((size, each) => (each === axis ? 1 : size));
  const places = whole(indices, shape);
  const found = graph.gather(x, axis, places);
  const left = (of: Variable): Variable =>
    given.flag('keepdim') || value.rank === 0 ? of : graph.squeeze(of, axis);
  return namedResult(
    'mode',
    ['values', 'indices'],
    [named('ModeBackward0', left(found)), left(new Variable(places))],
  );
});

define('msort', 'Tensor input, *, Tensor out=None', (given) => graph.sort(self(given), 0, false).values);
