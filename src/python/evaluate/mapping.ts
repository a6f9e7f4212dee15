import { PyDict } from '../objects/dict.ts';
import type { Value } from '../objects/object.ts';
import { findAttribute } from '../operations/attributes.ts';
import { call } from '../operations/call.ts';
import { getItem } from '../operations/items.ts';
import { each } from '../operations/iterate.ts';

/** Goes through a mapping's entries; false where the value is none (it has no `keys`). */
export function mergeMapping(mapping: Value, add: (key: Value, value: Value) => void): boolean {
  if (mapping instanceof PyDict) {
    for (const [key, value] of mapping.entries()) add(key, value);
    return true;
  }
  const keys = findAttribute(mapping, 'keys');
  if (keys === undefined) return false;
  for (const key of each(call(keys))) add(key, getItem(mapping, key));
  return true;
}
