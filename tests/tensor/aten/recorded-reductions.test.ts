/** PyTorch's reductions, digit for digit: the cases that tests/goldens/aten/record.py recorded. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  cascadeSum,
  cumprodOf,
  cumsumOf,
  logSoftmaxOf,
  nllSum,
  productOf,
  softmaxOf,
  varianceOf,
  vectorNormOf,
} from '../../../src/tensor/aten/index.ts';
import {
  type DType,
  fromFlat,
  index,
  permute,
  rowMajorData,
  type Shape,
  sizeOf,
  type Tensor,
} from '../../../src/tensor/index.ts';

type Case = {
  readonly shape: Shape;
  readonly permute: readonly number[];
  readonly step: number;
  readonly dtype: DType;
  readonly operation: string;
  readonly option: number | null;
  readonly dim: readonly number[] | null;
  readonly result: Shape;
  readonly data: readonly (number | string)[] | string;
};

const cases = JSON.parse(
  readFileSync(new URL('../../goldens/aten/recorded.json', import.meta.url), 'utf8'),
) as readonly Case[];

/** What record.py calls `made`, each element then changed by `change` in the dtype. */
function made(shape: Shape, dtype: DType, change: (x: number) => number): Tensor {
  const round = dtype === 'float32' ? Math.fround : (x: number) => x;
  const values = Array.from({ length: sizeOf(shape) }, (_, i) =>
    round(change(round(round(((i * 7919 + 13) % 1009) / 1009) - 0.5))),
  );
  return fromFlat<Shape>(values, shape, dtype);
}

const CHANGES: Readonly<Record<string, (x: number) => number>> = {
  prod: (x) => x + 1.25,
  cumprod: (x) => x + 1,
  softmax: (x) => x * 9,
  log_softmax: (x) => x * 9,
};

function result({ operation, option, dim }: Case, x: Tensor): Tensor {
  const axes = dim ?? undefined;
  const axis = dim?.[0] ?? 0;
  switch (operation) {
    case 'sum':
      return cascadeSum(x, axes, false);
    case 'prod':
      return productOf(x, axes, false);
    case 'var':
    case 'std':
      return varianceOf(x, { dim: axes, keepdim: false, correction: option ?? 1, root: operation === 'std' });
    case 'norm':
      return vectorNormOf(x, option ?? 2, axes, false);
    case 'cumsum':
      return cumsumOf(x, axis);
    case 'cumprod':
      return cumprodOf(x, axis);
    case 'softmax':
      return softmaxOf(x, axis);
    case 'log_softmax':
      return logSoftmaxOf(x, axis);
    default: {
      const losses = rowMajorData(x).map((value) => -value);
      return fromFlat<Shape>([nllSum(losses, x.dtype)], [], x.dtype);
    }
  }
}

test.each(cases.map((each, number) => ({ ...each, number })))(
  'case $number: $operation of $shape in $dtype over $dim',
  (each) => {
    const base = made(each.shape, each.dtype, CHANGES[each.operation] ?? ((x) => x));
    const x = index(permute(base, each.permute), [{ step: each.step }]);
    const { shape, storage } = result(each, x);
    expect(shape).toEqual(each.result);
    const { data } = storage;
    if (typeof each.data === 'string')
      expect(
        createHash('sha256')
          .update(new Uint8Array(data.buffer, data.byteOffset, data.byteLength))
          .digest('hex'),
      ).toBe(each.data);
    else expect([...data]).toEqual(each.data.map(Number));
  },
);

test('a result keeps reduced axes with size 1 when asked', () => {
  const x = made([2, 3, 4], 'float64', (value) => value);
  expect(cascadeSum(x, [0, 2], true).shape).toEqual([1, 3, 1]);
  expect(productOf(x, 1, true).shape).toEqual([2, 1, 4]);
  expect(vectorNormOf(x, 2, -1, true).shape).toEqual([2, 3, 1]);
});

test('a norm takes any exponent', () => {
  const x = fromFlat<Shape>([-1, 2, 2, 4], [2, 2], 'float64');
  expect(vectorNormOf(x, 3, 1, false).toFlat()[0]).toBeCloseTo(Math.cbrt(9), 15);
  expect(vectorNormOf(x, 3, 0, false).toFlat()[0]).toBeCloseTo(Math.cbrt(9), 15);
  const single = fromFlat<Shape>([0.1, 0.3], [2], 'float32');
  expect(vectorNormOf(single, 2.5, 0, false).toFlat()).toEqual([Math.fround(0.3075547218322754)]);
});

test('nothing has the sum 0, the product 1 and no variance', () => {
  const nothing = fromFlat<Shape>([], [2, 0], 'float32');
  expect(cascadeSum(nothing, 1, false).toFlat()).toEqual([0, 0]);
  expect(productOf(nothing, 1, false).toFlat()).toEqual([1, 1]);
  expect(varianceOf(nothing, { dim: 1, keepdim: false, correction: 1, root: false }).toFlat()).toEqual([
    Number.NaN,
    Number.NaN,
  ]);
  expect(nllSum(new Float64Array(0), 'float64')).toBe(0);
});

test('running sums of bools and integers are int64', () => {
  const flags = fromFlat<Shape>([1, 0, 1], [3], 'bool');
  expect(cumsumOf(flags, 0).dtype).toBe('int64');
  expect(cumsumOf(flags, 0).toFlat()).toEqual([1, 1, 2]);
  expect(cumprodOf(fromFlat<Shape>([2, 3], [2], 'int32'), 0).dtype).toBe('int64');
});
