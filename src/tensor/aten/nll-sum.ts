import { allocate, type DType, type TypedArray } from '../dtype.ts';

const LEVELS = 8;
/** The fewest additions before a sum moves up a level, as a power of 2. */
const LEAST_LEVEL_POWER = 4;

/**
 * Returns the sum of the losses of `nll_loss` as PyTorch adds them on the CPU (aten/src/ATen/native/LossNLL.cpp): a cascade sum
 * whose levels count as full from the first element on, so that the first loss is added last.
 */
export function nllSum(losses: TypedArray, dtype: DType): number {
  const power = Math.max(
    LEAST_LEVEL_POWER,
    Math.floor(Math.ceil(Math.log2(Math.max(1, losses.length))) / LEVELS),
  );
  const sums = allocate(dtype, LEVELS + 1);
  for (let i = 0; i < losses.length; i++) {
    sums[0] = (sums[0] as number) + (losses[i] as number);
    for (let level = 0; level + 1 < LEVELS && isFull(i, level, power); level++) {
      sums[level + 1] = (sums[level + 1] as number) + (sums[level] as number);
      sums[level] = 0;
    }
  }
  for (let level = 0; level < LEVELS; level++)
    sums[LEVELS] = (sums[LEVELS] as number) + (sums[level] as number);
  return sums[LEVELS] as number;
}

/** True where the digits of `i`, written in base 2^power, have a 0 at `level`. */
const isFull = (i: number, level: number, power: number): boolean =>
  Math.floor(i / 2 ** (level * power)) % 2 ** power === 0;
