/** Elements taken and written along one axis: `take_along_axis` and its kin. */
import type { Shape } from '../../../../tensor/index.ts';
import * as core from '../../../../tensor/index.ts';
import { getItem, PyTuple, setItem, toSmallIndex, type Value, valueError } from '../../../objects/index.ts';
import { asArray, toTensor } from '../convert.ts';
import { axisError, indexError } from '../errors.ts';
import { define, type Entry } from '../functions.ts';
import { derived, NdArray } from '../ndarray.ts';

/** Returns an array and the index that reaches, along one axis of it, what `indices` names in each line. */
function placesAlong(arr: Value, indices: Value, axis: Value): [NdArray, PyTuple] {
  const places = toTensor(indices);
  let source = asArray(arr);
  let along = 0;
  if (axis === null) {
    if (places.rank !== 1) throw valueError('when axis=None, `indices` must have a single dimension.');
    source = derived(source, core.ravel(source.tensor) as core.Tensor);
  } else {
    along = toSmallIndex(axis);
    const { rank } = source.tensor;
    if (along < -rank || along >= rank) throw axisError(along, rank);
    if (along < 0) along += rank;
  }
  if (!core.isInteger(places.dtype)) throw indexError('`indices` must be an integer array');
  const { shape, rank } = source.tensor;
  if (rank !== places.rank) throw valueError('`indices` and `arr` must have the same number of dimensions');
  const index = shape.map((size, each) => {
    if (each === along) return new NdArray(places);
    const counted = core.arange(0, size, 1, 'int64') as core.Tensor;
    return new NdArray(
      core.reshape<Shape>(
        counted,
        shape.map((_, other) => (other === each ? size : 1)),
      ),
    );
  });
  return [source, new PyTuple(index)];
}

export const alongFunctions: readonly Entry[] = [
  define('take_along_axis', 'arr, indices, axis', (arr, indices, axis) => {
    const [source, index] = placesAlong(arr, indices, axis);
    return getItem(source, index);
  }),
  define('put_along_axis', 'arr, indices, values, axis', (arr, indices, values, axis) => {
    const [source, index] = placesAlong(arr, indices, axis);
    setItem(source, index, values);
    return null;
  }),
];
