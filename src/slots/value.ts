import type { SlotException, SlotResult } from '../python/index.ts';

/** Whether an expression raised instead of giving a value. */
export function raised(result: SlotResult): result is { readonly error: SlotException } {
  return 'error' in result;
}
