/** How NumPy prints; an entry of its own, because few pages need it. */

import { numpyStr } from '../../tensor/format/index.ts';
import { fromFlat } from '../../tensor/index.ts';

/** Returns what `print` writes of a float64 vector with these components, as NumPy 2.2 does. */
export function printedVector(components: readonly number[]): string {
  return numpyStr(fromFlat(components, [components.length]));
}
