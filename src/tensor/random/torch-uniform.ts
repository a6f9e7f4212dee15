/** Uniform numbers as PyTorch's CPU generator draws them, with as many random bits as the dtype's fraction has. */
import { workAt } from '../meter/index.ts';
import type { BitSource } from './bits.ts';
import { log1p } from './log1p.ts';

/** The dtypes that are filled with random numbers. */
export type FloatDType = 'float32' | 'float64';

/** Returns a number of [0, 1): 24 bits of one word for a float32, 53 of two for a float64. */
export function torchUniform(source: BitSource, dtype: FloatDType): number {
  if (dtype === 'float32') return (source.next32() & 0xffffff) * 2 ** -24;
  const [high, low] = source.next64();
  return ((high & 0x1fffff) * 2 ** 32 + low) * 2 ** -53;
}

/** Fills `data` with numbers of [low, high), computed in the dtype. */
export function fillUniform(
  data: Float32Array | Float64Array,
  source: BitSource,
  { low, high }: { readonly low: number; readonly high: number },
): void {
  const dtype = data instanceof Float32Array ? 'float32' : 'float64';
  const round = dtype === 'float32' ? Math.fround : (x: number) => x;
  const [from, range] = [round(low), round(round(high) - round(low))];
  for (let i = 0; i < data.length; i++) {
    workAt(i);
    data[i] = round(torchUniform(source, dtype) * range) + from;
  }
}

/** Returns an exponential number of that rate, by inversion. */
export const torchExponential = (source: BitSource, rate: number): number =>
  (-1 / rate) * log1p(-torchUniform(source, 'float64'));
