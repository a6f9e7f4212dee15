import { describe, expect, it } from 'vitest';
import { alignColumn, alignColumns, columnRooms } from '../../src/matrix/index.ts';

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

  it('has the room of numbers that are to come, before the point of its own', () => {
    const padded = alignColumns(
      [
        ['1.5', '·'],
        ['2', '7'],
      ],
      ['0.000', '00'],
    );
    expect(padded.map((row) => row.map((text) => text.replaceAll('\u00a0', '_')))).toEqual([
      ['1.5__', '·'],
      ['2____', '7'],
    ]);
  });
});

describe('the room of a column', () => {
  it.each<[string, string[], string]>([
    ['a sign counts', ['−2.5', '10'], '00.0'],
    [
      'the longest whole part and the longest fraction may be those of two numbers',
      ['100', '0.25'],
      '000.00',
    ],
    ['a bare point', ['3.'], '0.'],
    ['what is no number', ['·', 'many'], '0000'],
    ['nothing', [''], ''],
  ])('holds the longest before the point and after: %s', (_, texts, expected) => {
    expect(columnRooms(texts.map((text) => [text]))).toEqual([expected]);
  });

  it('is found for each column over rows of any length', () => {
    expect(columnRooms([['1'], ['22', '0.5']])).toEqual(['00', '0.0']);
    expect(columnRooms([])).toEqual([]);
  });
});
