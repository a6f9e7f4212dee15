import { roundUp, tidy } from './ladder.ts';
import type { Plane } from './plane.ts';

/** Where a plane's grid lines and labelled ticks stand, in units. */
export type PlaneTicks = {
  /** The distance between two labelled ticks. */
  readonly step: number;
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** The finer lines between them, which carry no label. */
  readonly minorX: readonly number[];
  readonly minorY: readonly number[];
};

/**
 * Round ticks for both axes at one common step, chosen so that labels stand at least `gapPx` apart.
 * Zero is left out of none of the lists; a view labels the origin once or not at all.
 */
export function planeTicks(plane: Plane, gapPx = 56): PlaneTicks {
  const step = roundUp(gapPx / plane.unitPx);
  const minor = minorStep(step);
  return {
    step,
    x: multiples(plane.xRange, step),
    y: multiples(plane.yRange, step),
    minorX: multiples(plane.xRange, minor).filter((value) => !isMultiple(value, step)),
    minorY: multiples(plane.yRange, minor).filter((value) => !isMultiple(value, step)),
  };
}

/** Fifths of a 5, halves of the others: a finer line always stands on a round number. */
function minorStep(step: number): number {
  const leading = Math.round(step / 10 ** Math.floor(Math.log10(step) + 1e-9));
  return leading === 5 ? step / 5 : step / 2;
}

function multiples([low, high]: readonly [number, number], step: number): number[] {
  const [first, last] = [Math.ceil(low / step - 1e-9), Math.floor(high / step + 1e-9)];
  return Array.from({ length: last - first + 1 }, (_, k) => tidy((first + k) * step));
}

function isMultiple(value: number, step: number): boolean {
  return Math.abs(value / step - Math.round(value / step)) < 1e-6;
}
