/** Functions and methods that see an array in another shape, or put arrays together and apart. */

import type { Shape, Tensor } from '../../../tensor/index.ts';
import * as core from '../../../tensor/index.ts';
import { PyTuple, Refusal, toSmallIndex, typeError, type Value, valueError } from '../../objects/index.ts';
import { readAxes, readAxis, readShape, readSizes } from './axes.ts';
import { asArray, toTensor } from './convert.ts';
import { axisError, indexError, shapeText } from './errors.ts';
import { throughOwn } from './foreign.ts';
import { define, type Entry } from './functions.ts';
import { atLeast1, atLeast2, atLeast3 } from './joining.ts';
import { method, onArray, shared } from './methods.ts';
import { derived, NdArray, readOnlyView } from './ndarray.ts';
import { flatIn, readOrder } from './order.ts';

const sizesTuple = (shape: Shape): PyTuple => new PyTuple(shape.map(BigInt));

/** A copy made for `reshape` is a view of a base that nobody else holds, as in NumPy. */
function reshaped(source: NdArray, sizes: readonly number[]): NdArray {
  const made = core.reshape<Shape>(
    source.tensor,
    sizes.map((size) => Math.max(size, -1)),
  );
  return made.storage === source.tensor.storage
    ? derived(source, made)
    : new NdArray(made, new NdArray(made));
}

/** In column-major order, a reshape is that of the transposes, backwards. */
function reshapedIn(source: NdArray, sizes: readonly number[], order: Value): NdArray {
  if (readOrder(order) !== 'F') return reshaped(source, sizes);
  const turned = reshaped(derived(source, core.transpose(source.tensor)), sizes.toReversed());
  return derived(turned, core.transpose(turned.tensor));
}

function transposed(a: NdArray, axes: readonly number[] | undefined): NdArray {
  return derived(a, axes === undefined ? core.transpose(a.tensor) : core.permute(a.tensor, axes));
}

function squeezed(a: NdArray, axis: Value): Value {
  const axes = readAxes(axis);
  const list = axes === undefined ? undefined : typeof axes === 'number' ? [axes] : axes;
  const made = core.squeeze(a.tensor, list);
  return made.rank === a.tensor.rank ? a : derived(a, made);
}

/** Returns an axis whose error names the parameter it came by. */
function axisOf({ tensor: { rank } }: NdArray, axis: Value, argument: string): number {
  const place = toSmallIndex(axis);
  if (place < -rank || place >= rank) throw axisError(place, rank, argument);
  return place < 0 ? place + rank : place;
}

function movedAxis(a: NdArray, source: Value, destination: Value): Value {
  const { rank } = a.tensor;
  const places = (value: Value, argument: string) =>
    readShape(value).map((axis) => {
      if (axis < -rank || axis >= rank) throw axisError(axis, rank, argument);
      return axis < 0 ? axis + rank : axis;
    });
  const [from, to] = [places(source, 'source'), places(destination, 'destination')];
  if (from.length !== to.length)
    throw valueError('`source` and `destination` arguments must have the same number of elements');
  const order = a.tensor.shape.map((_, axis) => axis).filter((axis) => !from.includes(axis));
  for (const [target, axis] of to.map((each, i) => [each, from[i]] as const).sort((x, y) => x[0] - y[0]))
    order.splice(target, 0, axis as number);
  return transposed(a, order);
}

function expanded(a: NdArray, axis: Value): Value {
  const axes = [readAxes(axis) ?? []].flat();
  const rank = a.tensor.rank + axes.length;
  const places = axes.map((each) => {
    if (each < -rank || each >= rank) throw axisError(each, rank);
    return each < 0 ? each + rank : each;
  });
  if (new Set(places).size < places.length) throw valueError('repeated axis');
  let { tensor }: { tensor: Tensor } = a;
  for (const place of places.toSorted((x, y) => x - y)) tensor = core.unsqueeze(tensor, place);
  return derived(a, tensor);
}

function broadcastShape(shapes: readonly Shape[]): Shape {
  return shapes.reduce<Shape>((merged, shape, i) => {
    try {
      return core.broadcastShapes(merged, shape as never);
    } catch (error) {
      if (!(error instanceof core.ShapeError)) throw error;
      const rival = shapes.findIndex((each) => !agree(each, shape));
      throw valueError(
        `shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg ${rival} with shape ${shapeText(shapes[rival] ?? [])} and arg ${i} with shape ${shapeText(shape)}.`,
      );
    }
  }, []);
}

function agree(a: Shape, b: Shape): boolean {
  return a.every((size, axis) => {
    const other = b[axis + b.length - a.length] ?? 1;
    return size === other || size === 1 || other === 1;
  });
}

const expandedTo = (a: NdArray, shape: Shape): NdArray => {
  if (shape.some((size) => size < 0))
    throw valueError('all elements of broadcast shape must be non-negative');
  if (shape.length === 0 && a.tensor.rank > 0)
    throw valueError('cannot broadcast a non-scalar to a scalar array');
  if (shape.length < a.tensor.rank)
    throw valueError('input operand has more dimensions than allowed by the axis remapping');
  try {
    return readOnlyView(a, core.expand(a.tensor, shape));
  } catch (error) {
    if (!(error instanceof core.ShapeError)) throw error;
    throw new core.ShapeError('broadcast_to', error.problem, error.shapes);
  }
};

method('reshape', '*shape, order="C", copy=None!', (a, shape, order) => {
  if (shape.items.length === 0) throw typeError('reshape() takes exactly 1 argument (0 given)');
  return reshapedIn(a, readSizes(shape), order);
});
method('transpose', '*axes', (a, axes) => {
  const [only] = axes.items;
  if (only === undefined || (only === null && axes.items.length === 1)) return transposed(a, undefined);
  return transposed(a, readSizes(axes));
});
method(
  'flatten',
  'order="C"',
  (a, order) => new NdArray(core.copy(flatIn(a.tensor, order) ?? (core.ravel(a.tensor) as Tensor))),
);
method('resize', '*new_shape, refcheck=True', () => {
  throw new Refusal("ndarray.resize is not part of this book's NumPy: use reshape or np.concatenate");
});

export const shapeFunctions: readonly Entry[] = [
  define(
    'reshape',
    'a, /, shape=None, order="C", *, newshape=None, copy=None!',
    (a, shape, order, newshape) => {
      if (shape === null && newshape === null)
        throw typeError("reshape() missing 1 required positional argument: 'shape'");
      const sizes = readShape(shape ?? newshape);
      return throughOwn([a], ([own = null]) => reshapedIn(asArray(own), sizes, order));
    },
  ),
  ...['transpose', 'permute_dims'].map((name) =>
    onArray(name, 'axes=None', (a, axes) => transposed(a, axes === null ? undefined : readShape(axes))),
  ),
  shared('ravel', 'order="C"', (a, order) => {
    const flat = flatIn(a.tensor, order);
    if (flat !== null) return derived(a, flat);
    // NumPy copies what has gaps, although a strided view of one axis could show it.
    return a.tensor.isContiguous
      ? derived(a, core.ravel(a.tensor))
      : new NdArray(core.copy(core.ravel(a.tensor)));
  }),
  shared('squeeze', 'axis=None', squeezed),
  shared('swapaxes', 'axis1, axis2', (a, first, second) =>
    derived(a, core.swapAxes(a.tensor, axisOf(a, first, 'axis1'), axisOf(a, second, 'axis2'))),
  ),
  define('matrix_transpose', 'x, /', (x) => matrixTransposed(asArray(x))),
  onArray('moveaxis', 'source, destination', movedAxis),
  onArray('expand_dims', 'axis', expanded),
  define('broadcast_to', 'array, shape, subok=False', (array, shape) =>
    expandedTo(asArray(array), readShape(shape)),
  ),
  define('broadcast_arrays', '*args, subok=False', (args) => {
    const arrays = args.items.map((each) => asArray(each));
    const shape = broadcastShape(arrays.map(({ tensor }) => tensor.shape));
    return new PyTuple(arrays.map((each) => expandedTo(each, shape)));
  }),
  define('broadcast_shapes', '*args', (args) => sizesTuple(broadcastShape(args.items.map(readShape)))),
  ...(
    [
      ['atleast_1d', atLeast1],
      ['atleast_2d', atLeast2],
      ['atleast_3d', atLeast3],
    ] as const
  ).map(([name, raise]) =>
    define(name, '*arys', (arys) => {
      const made = arys.items.map((each) => {
        const a = asArray(each);
        const raised = raise(a.tensor);
        return raised === a.tensor ? a : derived(a, raised);
      });
      return made.length === 1 ? (made[0] as NdArray) : new PyTuple(made);
    }),
  ),
  define('ndim', 'a', (a) => BigInt(toTensor(a).rank)),
  define('shape', 'a', (a) => sizesTuple(toTensor(a).shape)),
  define('size', 'a, axis=None', (a, axis) => {
    const { shape, size } = toTensor(a);
    const along = readAxis(axis);
    if (along === undefined) return BigInt(size);
    const found = shape.at(along);
    if (found === undefined) throw indexError('tuple index out of range');
    return BigInt(found);
  }),
];

export function matrixTransposed(a: NdArray): Value {
  if (a.tensor.rank < 2)
    throw valueError(`Input array must be at least 2-dimensional, but it is ${a.tensor.rank}`);
  return derived(a, core.swapAxes(a.tensor, -1, -2));
}
