/** Gradients checked against finite differences: the slope of a function between two points close by. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { backward, operations, Variable } from '../../../src/tensor/autograd/index.ts';
import { fromFlat, type Shape, sizeOf } from '../../../src/tensor/index.ts';

/** Half the distance of the two points. */
const STEP = 1e-5;

/**
 * Values that differ from each other, from 0 and from multiples of a half by far more than a step. Uneven, so that the
 * sums of few of them differ too.
 */
const candidates = Array.from({ length: 30 }, (_, i) => (i - 15) * 0.2 + 0.07 + 0.03 * Math.sin(i * i + 1));

/** A leaf of `shape` with distinct values of both signs, passed through `domain`. */
export function leafOf(shape: Shape, domain = (x: number) => x): fc.Arbitrary<Variable> {
  const size = sizeOf(shape);
  return fc
    .shuffledSubarray(candidates, { minLength: size, maxLength: size })
    .map((values) => new Variable(fromFlat<Shape>(values.map(domain), shape)).requireGrad());
}

export const positive = (x: number) => (x + 3.1) / 2;
/** Between −1 and 1. */
export const small = (x: number) => x / 3.2;
/** Between 0 and 1. */
export const probability = (x: number) => (x + 3.1) / 6.4;

/** Up to three axes of at most three elements. */
export const anyShape = fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 3 });
/** As `anyShape`, with at least one axis. */
export const someShape = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 });

/** Two shapes that broadcast. */
export const broadcastable = fc
  .tuple(anyShape, fc.nat(3), fc.nat(7), fc.nat(7), fc.boolean())
  .map(([shape, cut, left, right, swapped]): [Shape, Shape] => {
    const stretch = (axes: number) => shape.map((size, axis) => (axes & (1 << axis) ? 1 : size));
    const pair: [Shape, Shape] = [stretch(left), stretch(right).slice(cut)];
    return swapped ? [pair[1], pair[0]] : pair;
  });

/** The elements weighted unevenly and added up, so that no gradient can hide behind another. */
function weighted(result: Variable): Variable {
  const { shape, size, dtype } = result.value;
  const weights = fromFlat<Shape>(
    Array.from({ length: size }, (_, i) => 1 + ((i * 5) % 7) / 3),
    shape,
    dtype,
  );
  return operations.sum(operations.mul(result, new Variable(weights)));
}

/** Expects `backward` to give each leaf the slopes of `f`, element by element. */
export function expectSlopes(f: (leaves: Variable[]) => Variable, leaves: Variable[]): void {
  const total = weighted(f(leaves));
  backward([total]);
  // What the subtraction of two totals may lose.
  const cancelled = (Math.abs(total.value.item()) * 1e-15) / STEP;
  leaves.forEach((leaf, which) => {
    const values = leaf.value.toFlat();
    const { shape } = leaf.value;
    const at = (place: number, shift: number) => {
      const shifted = values.with(place, (values[place] as number) + shift);
      return weighted(f(leaves.with(which, new Variable(fromFlat<Shape>(shifted, shape))))).value.item();
    };
    const slopes = values.map((_, place) => (at(place, STEP) - at(place, -STEP)) / (2 * STEP));
    const gradient = leaf.grad?.value.toFlat() ?? values.map(() => 0);
    slopes.forEach((slope, place) => {
      const tolerance = 1e-6 * Math.max(1, Math.abs(slope)) + cancelled;
      const given = gradient[place] as number;
      expect(Math.abs(given - slope), `leaf ${which}, element ${place}: ${given} for ${slope}`).toBeLessThan(
        tolerance,
      );
    });
  });
}
