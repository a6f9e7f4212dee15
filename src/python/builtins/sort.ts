/** A stable sort that asks only "is a before b", and survives answers that contradict each other. */

/** From this length on CPython merges shorter runs. */
const SHORT = 64;

/** Short lists are compared in CPython's own order, because a comparison that fails names its operands. */
export function mergeSort<T>(items: readonly T[], before: (a: T, b: T) => boolean): T[] {
  if (items.length < SHORT) return insertionSort(items, before);
  const middle = items.length >> 1;
  const left = mergeSort(items.slice(0, middle), before);
  const right = mergeSort(items.slice(middle), before);
  const merged: T[] = [];
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) {
    const [a, b] = [left[i] as T, right[j] as T];
    if (before(b, a)) {
      merged.push(b);
      j++;
    } else {
      merged.push(a);
      i++;
    }
  }
  return [...merged, ...left.slice(i), ...right.slice(j)];
}

/** Each item after the run that the list begins with goes to its place, found by halving. */
function insertionSort<T>(items: readonly T[], before: (a: T, b: T) => boolean): T[] {
  const sorted = firstRun(items, before);
  for (const item of items.slice(sorted.length)) {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (before(item, sorted[middle] as T)) high = middle;
      else low = middle + 1;
    }
    sorted.splice(low, 0, item);
  }
  return sorted;
}

/**
 * Returns the run that the list begins with, in rising order. A falling run is reversed, with equal items kept in their order.
 */
function firstRun<T>(items: readonly T[], before: (a: T, b: T) => boolean): T[] {
  const at = (place: number): T => items[place] as T;
  let end = Math.min(1, items.length);
  while (end < items.length && !before(at(end), at(end - 1))) end++;
  if (end === items.length || (end > 1 && before(at(0), at(end - 1)))) return items.slice(0, end);
  // All so far are equal, and the next is less.
  const falling = [items.slice(0, end), [at(end)]];
  for (end++; end < items.length; end++) {
    if (before(at(end), at(end - 1))) falling.push([at(end)]);
    else if (before(at(end - 1), at(end))) break;
    else falling.at(-1)?.push(at(end));
  }
  const run = falling.reverse().flat();
  while (end < items.length && !before(at(end), run.at(-1) as T)) run.push(at(end++));
  return run;
}
