import { type BoundedEntry, NUMBERS_PART, type NumberList, numbersQuery } from '../../figures/index.ts';
import { widgetStates, withWidgetState } from '../../reader/index.ts';

/** Returns the fragment of an address with the reader's numbers in it, beside the states of widgets that it has; without any, it has no part for them. */
export function fragmentWithNumbers(
  hash: string,
  numbers: NumberList,
  entries: ReadonlyMap<string, BoundedEntry>,
): string {
  if (numbers.length > 0) return withWidgetState(hash, `#${NUMBERS_PART}?${numbersQuery(numbers, entries)}`);
  const states = widgetStates(hash);
  const others = [...states].filter(([part]) => part !== NUMBERS_PART);
  if (others.length > 0) return `#${others.map(([part, query]) => `${part}?${query}`).join('&')}`;
  return states.has(NUMBERS_PART) ? '' : hash;
}
