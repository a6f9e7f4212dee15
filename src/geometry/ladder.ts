const STEPS = [1, 2, 5, 10] as const;

/** Returns the smallest of 1, 2 and 5 times a power of ten that is at least `least`, which must be positive. */
export function roundUp(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  // Dividing by a small tolerance keeps 0.3 / 0.1 = 2.9999… from falling on the wrong side of a step.
  const step = STEPS.find((candidate) => candidate * power >= least * (1 - 1e-9)) ?? 10;
  return tidy(step * power);
}

/** Returns a round number freed of binary dust: 3 × 0.1 is 0.3. Never −0. */
export function tidy(value: number): number {
  return Number(value.toPrecision(12)) || 0;
}
