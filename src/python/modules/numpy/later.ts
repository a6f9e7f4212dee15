/** What the parts of NumPy that are fetched later add to `numpy` and `numpy.linalg`. */
import type { Value } from '../../objects/index.ts';

/** Members of `numpy`. */
export const laterFunctions = new Map<string, Value>();
/** Members of `numpy.linalg`. */
export const laterLinalg = new Map<string, Value>();
