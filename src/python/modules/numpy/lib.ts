/** `np.lib.stride_tricks`: a part of NumPy that is fetched where it is named. */
import { Tensor } from '../../../tensor/index.ts';
import { PyModule, type Value, valueError } from '../../objects/index.ts';
import type { Host, Modules } from '../host.ts';
import { readAxes, readShape } from './axes.ts';
import { numpyFunction } from './calls.ts';
import { asArray } from './convert.ts';
import { axisError } from './errors.ts';
import { define } from './functions.ts';
import './index.ts';
import { readOnlyView } from './ndarray.ts';

/** Returns a read-only view in which the last axes are windows over the given ones. */
function windows(x: Value, shape: Value, axis: Value): Value {
  const a = asArray(x);
  const { tensor } = a;
  const sizes = readShape(shape);
  if (sizes.some((size) => size < 0)) throw valueError('`window_shape` cannot contain negative values');
  const given = readAxes(axis);
  const axes =
    given === undefined
      ? tensor.shape.map((_, each) => each)
      : [given].flat().map((each) => {
          if (each < -tensor.rank || each >= tensor.rank) throw axisError(each, tensor.rank, 'axis');
          return each < 0 ? each + tensor.rank : each;
        });
  if (axes.length !== sizes.length)
    throw valueError(
      given === undefined
        ? `Since axis is \`None\`, must provide window_shape for all dimensions of \`x\`; got ${sizes.length} window_shape elements and \`x.ndim\` is ${tensor.rank}.`
        : `Must provide matching length window_shape and axis; got ${sizes.length} window_shape elements and ${axes.length} axes elements.`,
    );
  const kept = [...tensor.shape];
  axes.forEach((each, i) => {
    const size = sizes[i] as number;
    if ((kept[each] as number) < size)
      throw valueError('window shape cannot be larger than input array shape');
    kept[each] = (kept[each] as number) - size + 1;
  });
  const strides = [...tensor.strides, ...axes.map((each) => tensor.strides[each] as number)];
  return readOnlyView(
    a,
    new Tensor(tensor.storage, [...kept, ...sizes], strides, tensor.offset, tensor.dtype),
  );
}

const WINDOWS = define(
  'sliding_window_view',
  'x, window_shape, axis=None, *, subok=False!, writeable=False!',
  windows,
);
const strideTricks = (): PyModule =>
  new PyModule(
    'numpy.lib.stride_tricks',
    [
      WINDOWS,
      ...['broadcast_to', 'broadcast_arrays'].map((name): [string, Value] => [name, numpyFunction(name)]),
    ],
    { library: 'NumPy', alias: 'np.lib.stride_tricks', notOffered: ['as_strided'] },
  );
const lib = (host: Host): PyModule =>
  new PyModule('numpy.lib', [['stride_tricks', host.importModule('numpy.lib.stride_tricks') ?? null]], {
    library: 'NumPy',
    alias: 'np.lib',
    notOffered: [
      'array_utils',
      'format',
      'introspect',
      'mixins',
      'npyio',
      'scimath',
      'NumpyVersion',
      'add_docstring',
      'add_newdoc',
      'tracemalloc_domain',
    ],
  });

export const libModules: Modules = new Map([
  ['numpy.lib', lib],
  ['numpy.lib.stride_tricks', strideTricks],
]);
