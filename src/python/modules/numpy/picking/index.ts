/** Taking, choosing, placing, ordering and turning: a part of NumPy that is fetched where it is named. */
import { members, PyObject, PyTuple, PyType, type Value } from '../../../objects/index.ts';
import type { Modules } from '../../host.ts';
import '../index.ts';
import { callNumpy } from '../calls.ts';
import { define, type Entry } from '../functions.ts';
import { laterFunctions } from '../later.ts';
import { alongFunctions } from './along.ts';
import { choosingFunctions } from './choosing.ts';
import { orderFunctions } from './orders.ts';
import { placeFunctions } from './places.ts';
import { placingFunctions } from './placing.ts';
import { shapingFunctions } from './shaping.ts';

/** `np.s_` and `np.index_exp`: the index that is written into their brackets. */
class IndexExpression extends PyObject {
  readonly always: boolean;
  constructor(always: boolean) {
    super();
    this.always = always;
  }
  override get type(): PyType {
    return indexExpressionType;
  }
}
const indexExpressionType = new PyType({ name: 'IndexExpression', module: 'numpy.lib._index_tricks_impl' });
members(indexExpressionType, (value): value is IndexExpression => value instanceof IndexExpression).special(
  '__getitem__',
  ({ always }, item) => (always && !(item instanceof PyTuple) ? new PyTuple([item ?? null]) : (item ?? null)),
);

/** `np.unique` under the names of the array API, each with its part of the answer. */
const uniqueFunctions: readonly Entry[] = [
  define('unique_values', 'x', (x) => callNumpy('unique', [x])),
  define(
    'cumulative_sum',
    'x, /, *, axis=None, dtype=None, out=None, include_initial=False!',
    (x, axis, dtype, out) => callNumpy('cumsum', [x], { axis, dtype, out }),
  ),
  define(
    'cumulative_prod',
    'x, /, *, axis=None, dtype=None, out=None, include_initial=False!',
    (x, axis, dtype, out) => callNumpy('cumprod', [x], { axis, dtype, out }),
  ),
];

const made: readonly (readonly [string, Value])[] = [
  ...alongFunctions,
  ...choosingFunctions,
  ...placingFunctions,
  ...placeFunctions,
  ...orderFunctions,
  ...shapingFunctions,
  ...uniqueFunctions,
  ['s_', new IndexExpression(false)],
  ['index_exp', new IndexExpression(true)],
];
for (const [name, value] of made) laterFunctions.set(name, value);

/** The part adds to a module that is there and has none of its own. */
export const pickingModules: Modules = new Map();
