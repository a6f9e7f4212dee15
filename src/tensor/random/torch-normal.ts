/**
 * Normal numbers as PyTorch's CPU generator draws them, by the method of Box and Muller (1958,
 * https://doi.org/10.1214/aoms/1177706645). Short tensors take the numbers one by one, and the generator keeps the second
 * of each pair; from 16 elements on they are made in blocks of 16 and nothing is kept.
 */
import { log } from '../elementary/index.ts';
import { workAt } from '../meter/index.ts';
import type { BitSource } from './bits.ts';
import { pointAt } from './circle.ts';
import { log1p } from './log1p.ts';
import { fillUniform, torchUniform } from './torch-uniform.ts';

/** Elements of a block; shorter tensors are filled one by one. */
const BLOCK = 16;
const HALF = BLOCK / 2;

/** Cost of one number in the meter's units, in which one addition costs 1: a power of two. */
const COST = 16;

/** A generator's bits and the normal number it keeps. */
export interface NormalSource extends BitSource {
  /** The second number of the last pair, while it has not been given. */
  keptNormal: number | undefined;
}

/** Returns a float64 with mean 0 and standard deviation 1. */
export function torchNormal(source: NormalSource): number {
  const kept = source.keptNormal;
  if (kept !== undefined) {
    source.keptNormal = undefined;
    return kept;
  }
  const angle = 2 * Math.PI * torchUniform(source, 'float64');
  const radius = Math.sqrt(-2 * log1p(-torchUniform(source, 'float64')));
  const { cos, sin } = pointAt(angle);
  source.keptNormal = radius * sin;
  return radius * cos;
}

export type Spread = { readonly mean: number; readonly std: number };

/** Fills `data` with normal numbers; `contiguous` is false for a tensor whose elements do not lie side by side. */
export function fillNormal(
  data: Float32Array | Float64Array,
  source: NormalSource,
  spread: Spread,
  contiguous = true,
): void {
  if (data.length >= BLOCK && contiguous) {
    fillBlocks(data, source, spread);
    return;
  }
  for (let i = 0; i < data.length; i++) {
    workAt(i * COST);
    data[i] = torchNormal(source) * spread.std + spread.mean;
  }
}

function fillBlocks(data: Float32Array | Float64Array, source: BitSource, spread: Spread): void {
  const unit = { low: 0, high: 1 };
  fillUniform(data, source, unit);
  for (let at = 0; at + BLOCK <= data.length; at += BLOCK) normalBlock(data.subarray(at, at + BLOCK), spread);
  if (data.length % BLOCK === 0) return;
  // The last block overlaps the one before it and is drawn anew.
  const last = data.subarray(data.length - BLOCK);
  fillUniform(last, source, unit);
  normalBlock(last, spread);
}

/** Turns 16 uniform numbers into normal ones, in the dtype: the first eight give radii, the others angles. */
function normalBlock(block: Float32Array | Float64Array, { mean, std }: Spread): void {
  const round = block instanceof Float32Array ? Math.fround : (x: number) => x;
  const [centre, scale] = [round(mean), round(std)];
  for (let i = 0; i < HALF; i++) {
    const logarithm = round(log(round(1 - (block[i] as number))));
    const radius = round(Math.sqrt(round(-2 * logarithm)));
    const angle = round(2 * Math.PI * (block[i + HALF] as number));
    const place = (direction: number): number => round(round(radius * round(direction)) * scale) + centre;
    const { cos, sin } = pointAt(angle);
    block[i] = place(cos);
    block[i + HALF] = place(sin);
  }
}
