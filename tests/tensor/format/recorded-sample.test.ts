/**
 * Thousands of printed values against what Python, NumPy and PyTorch printed. The sample in the repository is small;
 * `FORMAT_SAMPLE=FILE` runs the same comparison over a larger one of the same recorder.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  FormatSpecError,
  formatFloatSpec,
  formatIntSpec,
  formatStringSpec,
  numpyArray2string,
  numpyPrintDefaults,
  numpyRepr,
  numpyScalarRepr,
  numpyScalarStr,
  numpyStr,
  torchPrintDefaults,
  torchRepr,
  withNumpyOptions,
  withTorchOptions,
} from '../../../src/tensor/format/index.ts';
import { type DType, fromFlat } from '../../../src/tensor/index.ts';

type JsonNumber = number | 'nan' | 'inf' | '-inf';
type Options = Readonly<Record<string, unknown>>;
type PrintedArray = {
  dtype: DType;
  shape: number[];
  data: JsonNumber[];
  numpy: { options: Options; repr: string; str: string; arguments?: Options; array2string?: string };
  torch: {
    options: Options;
    repr: string;
    parameter?: boolean;
    requires_grad?: boolean;
    grad_fn?: string;
  };
};
type Sample = {
  arrays: PrintedArray[];
  scalars: [dtype: DType, value: JsonNumber, repr: string, str: string][];
  formatted: [type: 'float' | 'int' | 'str', value: string, spec: string, outcome: string, text: string][];
};

const { FORMAT_SAMPLE } = process.env;
const file = FORMAT_SAMPLE ?? new URL('../../goldens/format/sample.json', import.meta.url);
const sample = JSON.parse(readFileSync(file, 'utf8')) as Sample;

function number(x: JsonNumber | string): number {
  return typeof x === 'number' ? x : Number(x.replace('inf', 'Infinity'));
}

function formatted(type: 'float' | 'int' | 'str', value: string, spec: string): [string, string] {
  try {
    if (type === 'float') return ['text', formatFloatSpec(number(value), spec)];
    return ['text', type === 'int' ? formatIntSpec(BigInt(value), spec) : formatStringSpec(value, spec)];
  } catch (error) {
    if (error instanceof FormatSpecError) return [error.pythonType, error.message];
    throw error;
  }
}

describe('a recorded sample of random values', () => {
  it('prints as NumPy prints it', () => {
    for (const { dtype, shape, data, numpy } of sample.arrays) {
      const array = fromFlat(data.map(number), shape, dtype);
      const options = withNumpyOptions(numpyPrintDefaults, numpy.options);
      expect(numpyRepr(array, options)).toBe(numpy.repr);
      expect(numpyStr(array, options)).toBe(numpy.str);
      if (numpy.array2string === undefined) continue;
      expect(numpyArray2string(array, numpy.arguments, options)).toBe(numpy.array2string);
    }
    expect.hasAssertions();
  });

  it('prints as PyTorch prints it', () => {
    for (const { dtype, shape, data, torch } of sample.arrays) {
      const tensor = fromFlat(data.map(number), shape, dtype);
      const facts = {
        gradFn: torch.grad_fn,
        requiresGrad: torch.requires_grad,
        isParameter: torch.parameter,
      };
      expect(torchRepr(tensor, facts, withTorchOptions(torchPrintDefaults, torch.options))).toBe(torch.repr);
    }
    expect.hasAssertions();
  });

  it('prints as NumPy prints its scalars', () => {
    const printed = sample.scalars.map(([dtype, value]) => [
      dtype,
      value,
      numpyScalarRepr(number(value), dtype),
      numpyScalarStr(number(value), dtype),
    ]);
    expect(printed).toEqual(sample.scalars);
  });

  it('formats as Python formats it', () => {
    const printed = sample.formatted.map(([type, value, spec]) => [
      type,
      value,
      spec,
      ...formatted(type, value, spec),
    ]);
    expect(printed).toEqual(sample.formatted);
  });
});
