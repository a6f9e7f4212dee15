/** What the parts of PyTorch that are fetched later add to `torch.nn` and `torch.nn.functional`. */
import type { Value } from '../../../objects/index.ts';
import type { Entry } from '../define.ts';

/** Members of `torch.nn`. */
export const laterModules = new Map<string, Value>();
/** Members of `torch.nn.functional`. */
export const laterFunctions = new Map<string, Value>();

/** Adds a part's layers and functions to both modules. */
export function offerLater(layers: readonly Entry[], functions: readonly Entry[]): void {
  for (const [name, value] of layers) laterModules.set(name, value);
  for (const [name, value] of functions) laterFunctions.set(name, value);
}
