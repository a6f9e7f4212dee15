/** Reductions of those elements alone where a mask holds, `np.sum(a, where=mask)`: a part of NumPy that is fetched where it is named. */
import { isFloat } from '../../../tensor/index.ts';
import { call, UNSET, type Value, valueError } from '../../objects/index.ts';
import type { Modules } from '../host.ts';
import { callNumpy, numpyFunction } from './calls.ts';
import './index.ts';
import type { NdArray } from './ndarray.ts';
import { type MaskedArguments, type MaskedName, offerMasked } from './reductions.ts';

/** What stands where the mask does not hold, so that it changes nothing. */
const NEUTRAL = { sum: 0n, prod: 1n, any: false, all: true } as const;

const given = (options: Readonly<Record<string, Value>>): ReadonlyMap<string, Value> =>
  new Map(Object.entries(options).filter(([, value]) => value !== UNSET && value !== undefined));

const filled = (mask: Value, a: NdArray, fill: Value): Value => callNumpy('where', [mask, a, fill]);

/** Returns the sum of the elements that count, divided by how many they are less `ddof`. */
function mean(mask: Value, a: NdArray, axis: Value, keepdims: Value, ddof: Value = 0n): Value {
  const source = isFloat(a.tensor.dtype) ? a : callNumpy('multiply', [a, 1]);
  const total = call(numpyFunction('sum'), [filled(mask, source as NdArray, 0n)], given({ axis, keepdims }));
  const counted = callNumpy('logical_and', [mask, callNumpy('ones_like', [a])]);
  const count = call(numpyFunction('sum'), [counted], given({ axis, keepdims }));
  const left = callNumpy('maximum', [callNumpy('subtract', [count, ddof]), 0n]);
  return callNumpy('divide', [total, isFloat(a.tensor.dtype) ? callNumpy('multiply', [left, 1n]) : left]);
}

function masked(name: MaskedName, a: NdArray, options: MaskedArguments): Value {
  const { where, axis, out, keepdims, initial, dtype, ddof } = options;
  const shared = { axis, out, keepdims };
  switch (name) {
    case 'sum':
    case 'prod':
      return call(
        numpyFunction(name),
        [filled(where, a, NEUTRAL[name])],
        given({ ...shared, dtype, initial }),
      );
    case 'any':
    case 'all':
      return call(numpyFunction(name), [filled(where, a, NEUTRAL[name])], given(shared));
    case 'max':
    case 'min': {
      if (initial === UNSET)
        throw valueError(
          `reduction operation '${name}imum' does not have an identity, so to use a where mask one has to specify 'initial'`,
        );
      return call(numpyFunction(name), [filled(where, a, initial)], given({ ...shared, initial }));
    }
    case 'mean':
      return mean(where, a, axis, keepdims);
    case 'var':
    case 'std': {
      const apart = callNumpy('subtract', [a, mean(where, a, axis, true)]);
      const squares = callNumpy('multiply', [apart, apart]);
      const spread = mean(where, squares as NdArray, axis, keepdims, ddof);
      return name === 'var' ? spread : callNumpy('sqrt', [spread]);
    }
  }
}

offerMasked(masked);

/** The part adds to functions that are there and has no module of its own. */
export const maskedModules: Modules = new Map();
