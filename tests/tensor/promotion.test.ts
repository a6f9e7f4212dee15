import { describe, expect, it } from 'vitest';
import {
  add,
  type DType,
  divide,
  exp,
  numpyRules,
  ones,
  type PythonScalar,
  torchRules,
} from '../../src/tensor/index.ts';
import { refusal } from './refusal.ts';

// What NumPy 2.2 and PyTorch 2.6 answer when asked. Rules: https://numpy.org/neps/nep-0050-scalar-promotion.html and
// https://pytorch.org/docs/stable/tensor_attributes.html#type-promotion-doc
const columns: DType[] = ['float64', 'float32', 'int64', 'int32', 'uint8', 'bool'];
const short = { d: 'float64', f: 'float32', l: 'int64', i: 'int32', u: 'uint8', b: 'bool' } as const;
const read = (row: string) => [...row].map((letter) => short[letter as keyof typeof short]);
const scalars: PythonScalar[] = [
  { python: 'bool', value: 1 },
  { python: 'int', value: 1 },
  { python: 'float', value: 1 },
];

describe.each([
  {
    rules: numpyRules,
    arrays: {
      float64: 'dddddd',
      float32: 'dfddff',
      int64: 'ddllll',
      int32: 'ddliii',
      uint8: 'dfliuu',
      bool: 'dfliub',
    },
    zeroDimensional: {},
    python: { float64: 'ddd', float32: 'fff', int64: 'lld', int32: 'iid', uint8: 'uud', bool: 'bld' },
  },
  {
    rules: torchRules,
    arrays: {
      float64: 'dddddd',
      float32: 'dfffff',
      int64: 'dfllll',
      int32: 'dfliii',
      uint8: 'dfliuu',
      bool: 'dfliub',
    },
    zeroDimensional: {
      float64: 'dddddd',
      float32: 'ffffff',
      int64: 'dfllll',
      int32: 'dfiiii',
      uint8: 'dfuuuu',
      bool: 'dfliub',
    },
    python: { float64: 'ddd', float32: 'fff', int64: 'llf', int32: 'iif', uint8: 'uuf', bool: 'blf' },
  },
])('promotion in $rules.library', ({ rules, arrays, zeroDimensional, python }) => {
  it.each(Object.entries(arrays))('%s with an array of each dtype gives %s', (dtype, row) => {
    const a = ones([2], dtype as DType);
    expect(columns.map((column) => add(a, ones([2], column), { rules }).dtype)).toEqual(read(row));
    expect(columns.map((column) => add(ones([2], column), a, { rules }).dtype)).toEqual(read(row));
  });

  it.each(Object.entries({ ...arrays, ...zeroDimensional }))(
    '%s with a 0-d one of each gives %s',
    (dtype, row) => {
      const a = ones([2], dtype as DType);
      expect(columns.map((column) => add(a, ones([], column), { rules }).dtype)).toEqual(read(row));
    },
  );

  it.each(Object.entries(python))('%s with a Python bool, int, float gives %s', (dtype, row) => {
    const a = ones([2], dtype as DType);
    expect(scalars.map((scalar) => add(a, scalar, { rules }).dtype)).toEqual(read(row));
    expect(scalars.map((scalar) => add(scalar, ones([], dtype as DType), { rules }).dtype)).toEqual(
      read(row),
    );
  });
});

describe('true division and exp', () => {
  it.each([
    ['float64', 'float64', 'float64'],
    ['float32', 'float32', 'float32'],
    ['int64', 'float64', 'float32'],
    ['uint8', 'float64', 'float32'],
    ['bool', 'float64', 'float32'],
  ] as [DType, DType, DType][])('of %s give %s in NumPy and %s in PyTorch', (dtype, numpy, torch) => {
    const a = ones([2], dtype);
    expect([divide(a, a).dtype, exp(a).dtype]).toEqual([numpy, numpy]);
    expect([divide(a, a, { rules: torchRules }).dtype, exp(a, { rules: torchRules }).dtype]).toEqual([
      torch,
      torch,
    ]);
  });
});

describe('a Python integer that does not fit', () => {
  it('is refused by NumPy and wraps in PyTorch', () => {
    const bytes = ones([1], 'uint8');
    expect(refusal(() => add(bytes, 300))).toEqual({ kind: 'scalar-range', value: 300, dtype: 'uint8' });
    expect(() => add(bytes, 300)).toThrow('convert: 300 does not fit uint8');
    expect(add(bytes, 300, { rules: torchRules }).toFlat()).toEqual([45]);
    const value = 2 ** 40;
    expect(refusal(() => add(ones([1], 'int32'), value))).toEqual({
      kind: 'scalar-range',
      value,
      dtype: 'int32',
    });
  });
});

describe('JavaScript numbers as operands', () => {
  it('count as bool, int or float by what they are', () => {
    const a = ones([1], 'int64');
    expect([add(a, true).dtype, add(a, 2).dtype, add(a, 2.5).dtype]).toEqual(['int64', 'int64', 'float64']);
  });

  it('promote among themselves to the default dtypes', () => {
    expect([add(1, 2).dtype, add(1, 2.5).dtype, add(true, false).dtype]).toEqual([
      'int64',
      'float64',
      'bool',
    ]);
    expect(add(1, 2.5, { rules: torchRules }).dtype).toBe('float32');
  });
});
