/** PyTorch's rules for elements, lines, summaries and suffixes. */
import { describe, expect, it } from 'vitest';
import { torchPrintDefaults, torchRepr, withTorchOptions } from '../../../src/tensor/format/index.ts';
import {
  arange,
  astype,
  type DType,
  fromFlat,
  reshape,
  tensor,
  transpose,
  zeros,
} from '../../../src/tensor/index.ts';

const { NaN: nan, POSITIVE_INFINITY: inf } = Number;

function row(values: number[], dtype: DType = 'float32') {
  return astype(tensor(values), dtype);
}

function counted(stop: number) {
  return arange(0, stop, 1, 'int64');
}

function halves(count: number) {
  return arange(0.5, count, 1, 'float32');
}

function lines(...text: string[]): string {
  return text.join('\n');
}

describe('a tensor’s elements', () => {
  it.each([
    // All whole: no decimals but the point, none on nan and inf.
    [[1, 2], 'tensor([1., 2.])'],
    [[0, -0], 'tensor([0., -0.])'],
    // Else four decimals, rounding the exact value half to even.
    [[1.5, 2], 'tensor([1.5000, 2.0000])'],
    [[0.03125], 'tensor([0.0312])'],
    // Only finite nonzero values set the width.
    [[3, inf], 'tensor([3., inf])'],
    [[0, nan], 'tensor([0., nan])'],
    [[-inf, 0], 'tensor([-inf, 0.])'],
    [[1.5, inf, nan], 'tensor([1.5000,    inf,    nan])'],
    // Exponents over a range of 1000 and over 1e8.
    [[1000, 1], 'tensor([1000.,    1.])'],
    [[1001, 1], 'tensor([1.0010e+03, 1.0000e+00])'],
    [[1e8], 'tensor([100000000.])'],
    [[100000008], 'tensor([1.0000e+08])'],
    [[-1e10, inf], 'tensor([-1.0000e+10,         inf])'],
    // Exponents below 1e-4, judged in double: the float32 next to 1e-4 lies below it.
    [[2 ** -13], 'tensor([0.0001])'],
    [[1e-4], 'tensor([1.0000e-04])'],
  ])('%j print as %s', (values, text) => {
    expect(torchRepr(row(values))).toBe(text);
  });

  it.each([
    ['int64', [-1, 10], 'tensor([-1, 10])'],
    ['bool', [1, 0], 'tensor([ True, False])'],
    ['uint8', [1, 2], 'tensor([1, 2], dtype=torch.uint8)'],
    ['float64', [1e-4, 0.05], 'tensor([0.0001, 0.0500], dtype=torch.float64)'],
    ['float64', [1e-4, 1.5], 'tensor([1.0000e-04, 1.5000e+00], dtype=torch.float64)'],
  ] as const)('of %s %j print as %s', (dtype, values, text) => {
    expect(torchRepr(row([...values], dtype))).toBe(text);
  });

  it.each([
    [3, 'int64', 'tensor(3)'],
    [2, 'float32', 'tensor(2.)'],
    [0, 'float32', 'tensor(0.)'],
    [0.5, 'float64', 'tensor(0.5000, dtype=torch.float64)'],
    [1, 'bool', 'tensor(True)'],
  ] as const)('the 0-d %d of %s prints as %s', (x, dtype, text) => {
    expect(torchRepr(fromFlat([x], [], dtype))).toBe(text);
  });

  it.each([
    [[0.125, 3], { precision: 2 }, 'tensor([0.12, 3.00])'],
    // Forced or forbidden exponents keep the width that the values' own form has.
    [[0.5, 0], { sci_mode: true }, 'tensor([5.0000e-01, 0.0000e+00])'],
    [[1e9, 0.5], { sci_mode: false }, 'tensor([1000000000.0000,     0.5000])'],
    [[0.5, 1e4], { sci_mode: false }, 'tensor([    0.5000, 10000.0000])'],
    [[0, 0], { sci_mode: true }, 'tensor([0., 0.])'],
  ])('%j under %j print as %s', (values, changes, text) => {
    expect(torchRepr(row(values), {}, withTorchOptions(torchPrintDefaults, changes))).toBe(text);
  });
});

describe('a tensor’s lines', () => {
  it('hold as many elements as fit 80 characters, each counted two wider', () => {
    expect(torchRepr(halves(11))).toBe(
      lines(
        'tensor([ 0.5000,  1.5000,  2.5000,  3.5000,  4.5000,  5.5000,  6.5000,  7.5000,',
        '         8.5000,  9.5000, 10.5000])',
      ),
    );
  });

  it('have rank − 1 line breaks between blocks', () => {
    expect(torchRepr(zeros([2, 2, 1], 'float32'))).toBe(
      lines('tensor([[[0.],', '         [0.]],', '', '        [[0.],', '         [0.]]])'),
    );
  });

  it('follow the view, not the memory', () => {
    expect(torchRepr(transpose(reshape(counted(4), [2, 2])))).toBe(
      lines('tensor([[0, 2],', '        [1, 3]])'),
    );
  });

  it('have less room by the nesting', () => {
    const nested = fromFlat([10000, 20000], [1, 2], 'int64');
    const printed = (linewidth: number) =>
      torchRepr(nested, {}, withTorchOptions(torchPrintDefaults, { linewidth }));
    expect(printed(22)).toBe('tensor([[10000, 20000]])');
    expect(printed(21)).toBe(lines('tensor([[10000,', '         20000]])'));
  });

  it('hold one element each when the line is too narrow for any', () => {
    const options = withTorchOptions(torchPrintDefaults, { linewidth: 5 });
    expect(torchRepr(counted(2), {}, options)).toBe(lines('tensor([0,', '        1])'));
  });
});

describe('a tensor’s summary', () => {
  it('begins above 1000 elements, dots counted as an element', () => {
    expect(torchRepr(counted(1001))).toBe('tensor([   0,    1,    2,  ...,  998,  999, 1000])');
    expect(torchRepr(counted(1000))).not.toContain('...');
  });

  it('leaves out as little as one element', () => {
    const options = withTorchOptions(torchPrintDefaults, { threshold: 4, edgeitems: 2 });
    expect(torchRepr(counted(5), {}, options)).toBe('tensor([0, 1,  ..., 3, 4])');
  });

  it('skips rows and leaves short rows whole', () => {
    const options = withTorchOptions(torchPrintDefaults, { threshold: 5, edgeitems: 1 });
    expect(torchRepr(reshape(counted(12), [6, 2]), {}, options)).toBe(
      lines('tensor([[ 0,  1],', '        ...,', '        [10, 11]])'),
    );
  });

  it('without edge items is dots alone, and any tensor then tells its size', () => {
    const options = withTorchOptions(torchPrintDefaults, { threshold: 5, edgeitems: 0 });
    expect(torchRepr(counted(6), {}, options)).toBe('tensor([...], size=(6,))');
    expect(torchRepr(reshape(counted(6), [3, 2]), {}, options)).toBe('tensor([...], size=(3, 2))');
    expect(torchRepr(counted(2), {}, options)).toBe('tensor([0, 1], size=(2,))');
  });
});

describe('a tensor’s suffixes', () => {
  it.each([
    [fromFlat([], [0], 'float32'), 'tensor([])'],
    [zeros([0, 3], 'float32'), 'tensor([], size=(0, 3))'],
    [fromFlat([], [0], 'int64'), 'tensor([], dtype=torch.int64)'],
    [zeros([2, 0], 'bool'), 'tensor([], size=(2, 0), dtype=torch.bool)'],
  ])('tell an empty one’s size and dtype, case %#', (empty, text) => {
    expect(torchRepr(empty)).toBe(text);
  });

  it('tell the node that made it, or that it is a leaf with a gradient', () => {
    const made = { gradFn: 'MulBackward0', requiresGrad: true };
    expect(torchRepr(row([1]), made)).toBe('tensor([1.], grad_fn=<MulBackward0>)');
    expect(torchRepr(row([1], 'float64'), { requiresGrad: true })).toBe(
      'tensor([1.], dtype=torch.float64, requires_grad=True)',
    );
    expect(torchRepr(row([1]), { gradFn: undefined, requiresGrad: false })).toBe('tensor([1.])');
  });

  it('announce a parameter', () => {
    expect(torchRepr(row([1, 2]), { requiresGrad: true, isParameter: true })).toBe(
      lines('Parameter containing:', 'tensor([1., 2.], requires_grad=True)'),
    );
  });

  it('may fill a line up to 79 characters', () => {
    const integers = arange(10, 23, 1, 'int32');
    expect(torchRepr(integers)).toBe(
      'tensor([10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22], dtype=torch.int32)',
    );
    expect(torchRepr(astype(fromFlat(Array(13).fill(1), [13]), 'float32'), { requiresGrad: true })).toBe(
      lines('tensor([1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1.],', '       requires_grad=True)'),
    );
  });

  it('share the new line that they move to', () => {
    const text = 'tensor([0.5000, 1.5000, 2.5000, 3.5000, 4.5000, 5.5000, 6.5000, 7.5000],';
    expect(torchRepr(halves(8), { requiresGrad: true })).toBe(lines(text, '       requires_grad=True)'));
    expect(torchRepr(astype(halves(8), 'float64'), { requiresGrad: true })).toBe(
      lines(text, '       dtype=torch.float64, requires_grad=True)'),
    );
    const narrow = withTorchOptions(torchPrintDefaults, { linewidth: 24 });
    expect(torchRepr(zeros([3]), { requiresGrad: true }, narrow)).toBe(
      lines('tensor([0., 0., 0.],', '       dtype=torch.float64,', '       requires_grad=True)'),
    );
  });
});
