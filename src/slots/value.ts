import type { SlotException, SlotResult } from '../python/index.ts';

/** Returns whether an expression raised instead of giving a value. */
export function raised(result: SlotResult): result is { readonly error: SlotException } {
  return 'error' in result;
}
