/**
 * Lets whoever runs programs over the core limit what these use: the meter is called before memory is allocated and as work is
 * done, and ends the run by throwing. Nothing is limited until one is set.
 */
export type Meter = {
  /** Called before that many elements are allocated and filled. */
  readonly reserve: (elements: number) => void;
  /** Called before, or while, a kernel goes through that many elements. */
  readonly work: (elements: number) => void;
};

let meter: Meter = { reserve: () => {}, work: () => {} };

/** Makes `next` the meter of the whole core. */
export function setMeter(next: Meter): void {
  meter = next;
}

/** Tells the meter that `elements` are about to be allocated and filled. */
export function reserve(elements: number): void {
  meter.reserve(elements);
}

/** Tells the meter of `elements` that are gone through. */
export function work(elements: number): void {
  meter.work(elements);
}

/** Elements after which a loop over a slow kernel tells the meter: a power of two. */
const STRETCH = 4096;

/** Tells the meter of the next elements of a loop, at the first place of each stretch of them. */
export function workAt(place: number): void {
  if ((place & (STRETCH - 1)) === 0) meter.work(STRETCH);
}
