import { describe, expect, it } from 'vitest';
import { alignColumn, alignColumns } from '../../src/matrix/index.ts';

describe('a column of numbers', () => {
  it.each<[string, string[], string[]]>([
    ['fractions of different length', ['0.25', '1.5', '2'], ['0.25', '1.5_', '2___']],
    ['whole numbers', ['10', '−2'], ['10', '−2']],
    ['a place that is still empty', ['·', '0.5'], ['·__', '0.5']],
    ['a bare point as NumPy prints it', ['3.', '0.5'], ['3._', '0.5']],
    ['no numbers at all', [], []],
  ])('is padded to one decimal point: %s', (_, texts, expected) => {
    expect(alignColumn(texts).map((text) => text.replaceAll('\u00a0', '_'))).toEqual(expected);
  });

  it('is aligned apart from its neighbours', () => {
    const cells = [
      ['0.25', '1'],
      ['1', '2'],
    ];
    expect(alignColumns(cells).map((row) => row.map((text) => text.length))).toEqual([
      [4, 1],
      [4, 1],
    ]);
  });
});
