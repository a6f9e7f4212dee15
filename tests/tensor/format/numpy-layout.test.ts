/** NumPy's rules for brackets, lines, summaries and what follows the elements. */
import { describe, expect, it } from 'vitest';
import {
  numpyArray2string,
  numpyPrintDefaults,
  numpyRepr,
  numpyStr,
  withNumpyOptions,
} from '../../../src/tensor/format/index.ts';
import { arange, astype, fromFlat, reshape, tensor, transpose, zeros } from '../../../src/tensor/index.ts';

function counted(stop: number) {
  return arange(0, stop, 1, 'int64');
}

function lines(...text: string[]): string {
  return text.join('\n');
}

describe('a NumPy array’s lines', () => {
  it('wrap at 75 characters, continued one blank in', () => {
    const thousands = tensor(Array.from({ length: 17 }, (_, i) => i * 1000));
    expect(numpyStr(astype(thousands, 'int64'))).toBe(
      lines(
        '[    0  1000  2000  3000  4000  5000  6000  7000  8000  9000 10000 11000',
        ' 12000 13000 14000 15000 16000]',
      ),
    );
  });

  it('of a repr wrap with room for the parenthesis, continued under the first element', () => {
    const thousands = tensor(Array.from({ length: 17 }, (_, i) => i * 1000));
    expect(numpyRepr(astype(thousands, 'int64'))).toBe(
      lines(
        'array([    0,  1000,  2000,  3000,  4000,  5000,  6000,  7000,  8000,',
        '        9000, 10000, 11000, 12000, 13000, 14000, 15000, 16000])',
      ),
    );
  });

  it('have rank − 2 blank lines between blocks', () => {
    const cube = zeros([2, 2, 2], 'int64');
    expect(numpyStr(cube)).toBe(lines('[[[0 0]', '  [0 0]]', '', ' [[0 0]', '  [0 0]]]'));
    expect(numpyRepr(cube)).toBe(
      lines('array([[[0, 0],', '        [0, 0]],', '', '       [[0, 0],', '        [0, 0]]])'),
    );
  });

  it('hold one element each when the line is too narrow for any', () => {
    const options = withNumpyOptions(numpyPrintDefaults, { linewidth: 1 });
    expect(numpyStr(tensor([1.5, 2]), options)).toBe(lines('[1.5', ' 2. ]'));
  });

  it('follow the view, not the memory', () => {
    const matrix = reshape(arange(0, 6, 1), [2, 3]);
    expect(numpyStr(transpose(matrix))).toBe(lines('[[0. 3.]', ' [1. 4.]', ' [2. 5.]]'));
  });
});

describe('a NumPy summary', () => {
  it('begins above 1000 elements, with 3 items at both ends and the shape', () => {
    expect(numpyRepr(counted(1001))).toBe('array([   0,    1,    2, ...,  998,  999, 1000], shape=(1001,))');
    expect(numpyStr(counted(1000))).not.toContain('...');
  });

  it('skips rows and leaves short rows whole', () => {
    expect(numpyStr(reshape(counted(1200), [300, 4]))).toBe(
      lines(
        '[[   0    1    2    3]',
        ' [   4    5    6    7]',
        ' [   8    9   10   11]',
        ' ...',
        ' [1188 1189 1190 1191]',
        ' [1192 1193 1194 1195]',
        ' [1196 1197 1198 1199]]',
      ),
    );
  });

  it('takes its widths from the shown items only', () => {
    const values = Array.from({ length: 9 }, (_, i) => (i === 4 ? 123456 : i));
    const options = withNumpyOptions(numpyPrintDefaults, { threshold: 5, edgeitems: 2 });
    expect(numpyStr(fromFlat(values, [9], 'int64'), options)).toBe('[0 1 ... 7 8]');
  });

  it('without edge items still shows the last, as wide as the widest of all', () => {
    const options = withNumpyOptions(numpyPrintDefaults, { threshold: 5, edgeitems: 0 });
    expect(numpyStr(reshape(counted(12), [4, 3]), options)).toBe(lines('[...', ' [... 11]]'));
    expect(numpyStr(fromFlat([100, 1, 1, 1, 1, 1], [6], 'int64'), options)).toBe('[...   1]');
  });
});

describe('what a NumPy repr tells after the elements', () => {
  it.each([
    [fromFlat([], [0], 'float64'), 'array([], dtype=float64)'],
    [fromFlat([], [0], 'int64'), 'array([], dtype=int64)'],
    [zeros([2, 0]), 'array([], shape=(2, 0), dtype=float64)'],
    [zeros([2, 0, 1], 'float32'), 'array([], shape=(2, 0, 1), dtype=float32)'],
    [fromFlat([1, 0], [2], 'bool'), 'array([ True, False])'],
    [fromFlat([1, 2], [2], 'int32'), 'array([1, 2], dtype=int32)'],
    [fromFlat([1, 2], [2], 'uint8'), 'array([1, 2], dtype=uint8)'],
  ])('is right for case %#', (array, text) => {
    expect(numpyRepr(array)).toBe(text);
  });

  it('moves to a line of its own past 75 characters', () => {
    const exactly = lines(
      'array([[100.5, 101.5, 102.5, 103.5, 104.5, 105.5, 106.5, 107.5, 108.5,',
      '        109.5, 110.5, 111.5, 112.5]], dtype=float32)',
    );
    expect(numpyRepr(reshape(arange(100.5, 113.5, 1, 'float32'), [1, 13]))).toBe(exactly);
    expect(numpyRepr(arange(100.5, 108.5, 1, 'float32'))).toBe(
      lines('array([100.5, 101.5, 102.5, 103.5, 104.5, 105.5, 106.5, 107.5],', '      dtype=float32)'),
    );
  });

  it('is nothing in str', () => {
    expect(numpyStr(zeros([2, 0], 'float32'))).toBe('[]');
  });
});

describe('np.array2string', () => {
  it.each([
    [{}, '[0. 1. 2.]'],
    [{ separator: ', ' }, '[0., 1., 2.]'],
    [{ separator: '' }, '[0.1.2.]'],
    [{ precision: 1, floatmode: 'fixed' }, '[0.0 1.0 2.0]'],
    [{ max_line_width: 8 }, lines('[0. 1.', ' 2.]')],
    [{ max_line_width: 8, prefix: 'ab' }, lines('[0.', '   1.', '   2.]')],
    [{ max_line_width: 10, suffix: '    ' }, lines('[0.', ' 1.', ' 2.]')],
    [{ threshold: 2, edgeitems: 1 }, '[0. ... 2.]'],
    [{ sign: ' ' }, '[ 0.  1.  2.]'],
  ])('with %j prints %j', (given, text) => {
    expect(numpyArray2string(arange(0, 3, 1), given)).toBe(text);
  });

  it('writes a 0-d array as a column of one', () => {
    expect(numpyArray2string(fromFlat([1], [], 'float64'))).toBe('1.');
  });
});
