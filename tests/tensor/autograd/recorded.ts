/** What `tests/goldens/autograd` holds, and how a result is compared with it. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { GradientNode } from '../../../src/tensor/autograd/index.ts';
import type { Tensor } from '../../../src/tensor/index.ts';

/** A tensor as recorded; JSON has no infinities or nan, so they are strings. */
export type RecordedTensor = { shape: number[]; dtype: string; data: (number | string)[] };

/** One of the recordings, by its source text. */
export function recordingsOf<T>(file: 'expressions' | 'programs'): Record<string, T> {
  return JSON.parse(readFileSync(new URL(`../../goldens/autograd/${file}.json`, import.meta.url), 'utf8'));
}

/** The nodes that lead to a result, nested as the recorder nests them. */
export function graphOf(node: GradientNode | null): string {
  if (node === null) return '-';
  if (node.name === 'AccumulateGrad') return 'leaf';
  return `${node.name}(${node.next.map((edge) => graphOf(edge?.node ?? null)).join(',')})`;
}

/** Same shape and dtype, and elements equal but for the last bits of a float32, where additions differ in order. */
export function expectSame(actual: Tensor, expected: RecordedTensor, what: string): void {
  expect([actual.shape, actual.dtype], what).toEqual([expected.shape, expected.dtype]);
  const flat = actual.toFlat();
  expected.data.forEach((each, i) => {
    const value = Number(each);
    const tolerance = 4e-7 * Math.max(1, Math.abs(value));
    const same = Object.is(flat[i], value) || Math.abs((flat[i] as number) - value) <= tolerance;
    expect(same, `${what}[${i}]: ${flat[i]} for ${value}`).toBe(true);
  });
}
