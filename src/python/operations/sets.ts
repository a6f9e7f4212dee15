/** Set algebra. */
import { PySet } from '../objects/set.ts';

/** Is each item of `a` in `b`? */
export function isSubset(a: PySet, b: PySet): boolean {
  for (const item of a.values()) if (!b.has(item)) return false;
  return true;
}

/** `a OP b`, frozen if `a` is. */
export function combineSets(operator: '&' | '|' | '^' | '-', a: PySet, b: PySet): PySet {
  const result = new PySet([], a.frozen);
  if (operator === '&') {
    const [small, large] = b.size > a.size ? [a, b] : [b, a];
    for (const item of small.values()) if (large.has(item)) result.add(item);
    return result;
  }
  if (operator === '|') {
    result.merge(a);
    result.merge(b);
  } else if (operator === '^') {
    result.merge(b);
    for (const item of a.values()) if (!result.delete(item)) result.add(item);
  } else for (const item of a.values()) if (!b.has(item)) result.add(item);
  return result;
}
