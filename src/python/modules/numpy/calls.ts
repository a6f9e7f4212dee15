/** NumPy's own functions by name, for those functions that NumPy composes of others. */
import { call, type Value } from '../../objects/index.ts';
import { comparisonFunctions } from './comparison.ts';
import { creationFunctions } from './creation.ts';
import { joiningFunctions } from './joining.ts';
import { laterFunctions } from './later.ts';
import { productFunctions } from './products.ts';
import { rangeFunctions } from './ranges.ts';
import { reductionFunctions } from './reductions.ts';
import { selectionFunctions } from './selection.ts';
import { shapeFunctions } from './shapes.ts';
import { sortingFunctions } from './sorting.ts';
import { typeFunctions } from './types.ts';
import { UFUNCS } from './ufuncs.ts';

let known: ReadonlyMap<string, Value> | undefined;

/** Returns the function `np.name`, or null where none of that name has been fetched. */
export function numpyFunction(name: string): Value {
  known ??= new Map<string, Value>([
    ...UFUNCS,
    ...creationFunctions,
    ...rangeFunctions,
    ...shapeFunctions,
    ...joiningFunctions,
    ...reductionFunctions,
    ...productFunctions,
    ...sortingFunctions,
    ...selectionFunctions,
    ...comparisonFunctions,
    ...typeFunctions,
  ]);
  return known.get(name) ?? laterFunctions.get(name) ?? null;
}

/** Returns what `np.name(*args, **keywords)` returns; it raises what that raises. */
export function callNumpy(
  name: string,
  args: readonly Value[],
  keywords: Readonly<Record<string, Value>> = {},
): Value {
  return call(numpyFunction(name), args, new Map(Object.entries(keywords)));
}
