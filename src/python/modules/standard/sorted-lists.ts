/** `heapq` and `bisect`: https://docs.python.org/3/library/heapq.html, https://docs.python.org/3/library/bisect.html */
import { sorted } from '../../builtins/iteration.ts';
import {
  call,
  compare,
  isTrue,
  PyList,
  pyError,
  toArray,
  toIndex,
  typeError,
  typeName,
  type Value,
  valueError,
  work,
} from '../../objects/index.ts';
import type { Modules } from '../host.ts';
import { fn, standardModule } from './module.ts';

const isLess = (a: Value, b: Value): boolean => isTrue(compare('<', a, b));

function listOf(value: Value, name = 'heap'): PyList {
  if (value instanceof PyList) return value;
  throw typeError(`${name} argument must be a list, not ${typeName(value)}`);
}

const at = (items: readonly Value[], place: number): Value => items[place] ?? null;

/** Moves the item at `place` towards the root, past parents that are greater. */
function siftDown(items: Value[], start: number, from: number): void {
  let place = from;
  const item = at(items, place);
  while (place > start) {
    const parent = (place - 1) >> 1;
    if (!isLess(item, at(items, parent))) break;
    items[place] = at(items, parent);
    place = parent;
  }
  items[place] = item;
}

/** Moves smaller children up until a leaf is reached, then the item from there to its place, as CPython does. */
function siftUp(items: Value[], start: number): void {
  const end = items.length;
  const item = at(items, start);
  let place = start;
  for (let child = 2 * place + 1; child < end; child = 2 * place + 1) {
    const right = child + 1;
    const smaller = right < end && !isLess(at(items, child), at(items, right)) ? right : child;
    items[place] = at(items, smaller);
    place = smaller;
  }
  items[place] = item;
  siftDown(items, start, place);
}

/** Runs `change` on the items of a list, in place. */
function changed<Result>(list: PyList, change: (items: Value[]) => Result): Result {
  work(Math.ceil(Math.log2(list.items.length + 2)));
  return change(list.edit());
}

function push(heap: PyList, item: Value): null {
  changed(heap, (items) => {
    items.push(item);
    siftDown(items, 0, items.length - 1);
  });
  return null;
}

function pop(heap: PyList): Value {
  return changed(heap, (items) => {
    const last = items.pop();
    if (last === undefined) throw pyError('IndexError', 'index out of range');
    if (items.length === 0) return last;
    const [first = null] = items;
    items[0] = last;
    siftUp(items, 0);
    return first;
  });
}

function replace(heap: PyList, item: Value): Value {
  return changed(heap, (items) => {
    if (items.length === 0) throw pyError('IndexError', 'index out of range');
    const first = at(items, 0);
    items[0] = item;
    siftUp(items, 0);
    return first;
  });
}

/** Returns the first `count` of the sorted items. */
const ends = (count: Value, iterable: Value, key: Value, reverse: boolean): PyList =>
  new PyList(sorted(toArray(iterable), key, reverse).slice(0, Math.max(0, Number(toIndex(count)))));

const heapqModules: Modules = standardModule(
  'heapq',
  () => [
    fn('heapq', 'heappush', 'heap, item, /', (heap, item) => push(listOf(heap), item)),
    fn('heapq', 'heappop', 'heap, /', (heap) => pop(listOf(heap))),
    fn('heapq', 'heapify', 'x, /', (heap) => {
      changed(listOf(heap), (items) => {
        for (let place = (items.length >> 1) - 1; place >= 0; place--) siftUp(items, place);
      });
      return null;
    }),
    fn('heapq', 'heapreplace', 'heap, item, /', (heap, item) => replace(listOf(heap), item)),
    fn('heapq', 'heappushpop', 'heap, item, /', (heap, item) => {
      const list = listOf(heap);
      return list.items.length > 0 && isLess(at(list.items, 0), item) ? replace(list, item) : item;
    }),
    fn('heapq', 'nlargest', 'n, iterable, key=None', (n, iterable, key) => ends(n, iterable, key, true)),
    fn('heapq', 'nsmallest', 'n, iterable, key=None', (n, iterable, key) => ends(n, iterable, key, false)),
  ],
  'merge',
);

/** Returns where `x` belongs in the sorted items: after equal ones, or before. */
function placeOf(
  items: readonly Value[],
  x: Value,
  low: Value,
  high: Value,
  key: Value,
  after: boolean,
): number {
  let [from, to] = [Number(toIndex(low)), high === null ? items.length : Number(toIndex(high))];
  if (from < 0) throw valueError('lo must be non-negative');
  while (from < to) {
    const middle = (from + to) >> 1;
    const item = at(items, middle);
    const found = key === null ? item : call(key, [item]);
    if (after ? isLess(x, found) : !isLess(found, x)) to = middle;
    else from = middle + 1;
  }
  return from;
}

const BOUNDS = 'a, x, lo=0, hi=None, *, key=None';

function inserting(name: string, after: boolean) {
  return fn('bisect', name, BOUNDS, (a, x, low, high, key) => {
    const list = listOf(a, 'a');
    const wanted = key === null ? x : call(key, [x]);
    const place = placeOf(list.items, wanted, low, high, key, after);
    changed(list, (items) => items.splice(place, 0, x));
    return null;
  });
}

const finding = (name: string, after: boolean) =>
  fn('bisect', name, BOUNDS, (a, x, low, high, key) => BigInt(placeOf(toArray(a), x, low, high, key, after)));

const bisectModules: Modules = standardModule('bisect', () => [
  finding('bisect', true),
  finding('bisect_right', true),
  finding('bisect_left', false),
  inserting('insort', true),
  inserting('insort_right', true),
  inserting('insort_left', false),
]);

export const sortedListModules: Modules = new Map([...heapqModules, ...bisectModules]);
