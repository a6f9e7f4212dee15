import { valueError } from '../../objects/index.ts';
import type { NdArray } from './ndarray.ts';

/** @throws {PyError} `ValueError: … is read-only` where nothing may be written through this array. */
export function checkWriteable({ readOnly }: NdArray, what: string): void {
  if (readOnly) throw valueError(`${what} is read-only`);
}
