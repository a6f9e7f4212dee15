/**
 * PyTorch's sum of floats on the CPU, digit for digit: ATen's cascade summation (aten/src/ATen/native/cpu/SumKernel.cpp).
 * Elements are added in vectors of 32 bytes, with four running sums side by side, and each running sum is moved up a level
 * after 2^p additions, so that no addition is of a large sum and a small element. The results do not depend on the processor.
 */

import { allocate, type DType, type TypedArray } from '../dtype.ts';
import { work } from '../meter/index.ts';
import type { Axes } from '../reduced-shape.ts';
import { fromData, type Tensor } from '../tensor.ts';
import { type Block, reductionLoops } from './reduction-loops.ts';

/** How many sums run side by side (ILP factor). */
const PARALLEL = 4;
const LEVELS = 4;
/** The fewest additions before a sum moves up a level, as a power of 2. */
const LEAST_LEVEL_POWER = 4;

/** Returns the number of elements in a vector of 32 bytes. */
export const lanesOf = (dtype: DType): number => (dtype === 'float32' ? 8 : 4);

/**
 * Returns the sum over the axes `dim` of a float tensor, all unless given; of nothing 0.
 * @throws {ShapeError} `axis`, `repeated-axis`.
 */
export function cascadeSum(t: Tensor, dim: Axes, keepdim: boolean): Tensor {
  const { shape, count, blocks } = reductionLoops('sum', t, dim, keepdim);
  const result = allocate(t.dtype, count);
  const input: Input = { data: t.storage.data, dtype: t.dtype };
  for (const block of blocks) sumBlock(input, block, result);
  return fromData(result, shape, t.dtype);
}

type Input = { readonly data: TypedArray; readonly dtype: DType };

function sumBlock(input: Input, block: Block, result: TypedArray): void {
  const swap = block.inner.output !== 0;
  const [reduced, kept] = swap ? [block.outer, block.inner] : [block.inner, block.outer];
  const store = (index: number, sum: number): void => {
    const place = block.output + index * kept.output;
    result[place] = (result[place] as number) + sum;
  };
  const lanes = lanesOf(input.dtype);
  if (reduced.input === 1 && reduced.size >= lanes) {
    for (let j = 0; j < kept.size; j++)
      store(j, sumOfVectors(input, block.input + j * kept.input, reduced.size));
    return;
  }
  const besideEachOther = kept.input === 1 && kept.size >= lanes;
  const columnwise = besideEachOther || reduced.input >= kept.input;
  // Columns are summed four vectors (or, where elements are apart, four elements) at a time.
  const width = besideEachOther ? lanes : 1;
  let j = 0;
  if (columnwise)
    for (; j + PARALLEL * width <= kept.size; j += PARALLEL * width) {
      const columns = Array.from({ length: PARALLEL * width }, (_, column) => column * kept.input);
      const sums = cascade(input, block.input + j * kept.input, reduced.input, columns, reduced.size);
      for (const [column, sum] of sums.entries()) store(j + column, sum);
    }
  for (; besideEachOther && j + lanes <= kept.size; j += lanes) {
    const sums = rowSum(input, block.input + j, reduced.input, lanes, reduced.size);
    for (const [lane, sum] of sums.entries()) store(j + lane, sum);
  }
  for (; j < kept.size; j++) {
    const [sum] = rowSum(input, block.input + j * kept.input, reduced.input, 1, reduced.size);
    store(j, sum as number);
  }
}

/** Returns the sum of `size` elements that follow each other: what fills no vector first, then the lanes in order. */
function sumOfVectors(input: Input, start: number, size: number): number {
  const lanes = lanesOf(input.dtype);
  const vectors = Math.floor(size / lanes);
  const total = allocate(input.dtype, 1);
  for (let i = vectors * lanes; i < size; i++)
    total[0] = (total[0] as number) + (input.data[start + i] as number);
  for (const sum of rowSum(input, start, lanes, lanes, vectors)) total[0] = (total[0] as number) + sum;
  return total[0] as number;
}

/** Returns the sums of `lanes` columns side by side, `size` vectors that are `stride` apart. */
function rowSum(input: Input, start: number, stride: number, lanes: number, size: number): TypedArray {
  const rows = Math.floor(size / PARALLEL);
  const columns = Array.from(
    { length: PARALLEL * lanes },
    (_, column) => Math.floor(column / lanes) * stride + (column % lanes),
  );
  const sums = cascade(input, start, stride * PARALLEL, columns, rows);
  for (let i = rows * PARALLEL; i < size; i++)
    for (let lane = 0; lane < lanes; lane++)
      sums[lane] = (sums[lane] as number) + (input.data[start + i * stride + lane] as number);
  for (let column = lanes; column < columns.length; column++)
    sums[column % lanes] = (sums[column % lanes] as number) + (sums[column] as number);
  return sums.subarray(0, lanes);
}

/** Returns the sum of each column: `rows` elements, `stride` apart, from `start` plus the column's offset. */
function cascade(
  { data, dtype }: Input,
  start: number,
  stride: number,
  columns: readonly number[],
  rows: number,
): TypedArray {
  const power = Math.max(LEAST_LEVEL_POWER, Math.floor(ceilLog2(rows) / LEVELS));
  const step = 2 ** power;
  const sums = Array.from({ length: LEVELS }, () => allocate(dtype, columns.length));
  const [lowest] = sums as [TypedArray];
  const width = columns.length;
  for (let row = 0; row < rows; ) {
    const end = Math.min(row + step, rows);
    const whole = end === row + step;
    work((end - row) * width);
    for (; row < end; row++)
      for (let column = 0; column < width; column++)
        lowest[column] =
          (lowest[column] as number) + (data[start + row * stride + (columns[column] as number)] as number);
    if (whole) moveUp(sums, row, power);
  }
  for (const level of sums.slice(1)) addTo(lowest, level);
  return lowest;
}

/** Adds full levels to the next; a level is full when the number of rows is a multiple of its power. */
function moveUp(sums: readonly TypedArray[], row: number, power: number): void {
  for (let level = 1; level < LEVELS; level++) {
    const below = sums[level - 1] as TypedArray;
    addTo(sums[level] as TypedArray, below);
    below.fill(0);
    if (Math.floor(row / 2 ** (level * power)) % 2 ** power !== 0) return;
  }
}

function addTo(target: TypedArray, added: TypedArray): void {
  for (let i = 0; i < target.length; i++) target[i] = (target[i] as number) + (added[i] as number);
}

/** log₂ of n, rounded up; 0 for 0 and 1. */
const ceilLog2 = (n: number): number => (n <= 1 ? 0 : 32 - Math.clz32(n - 1));
