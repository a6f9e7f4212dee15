import { describe, expect, test } from 'vitest';
import {
  parseSlot,
  SlotSyntaxError,
  type SlotValue,
  slotKey,
  slotToTex,
  slotToText,
} from '../../src/slots/index.ts';

describe('a slot is split at its last top-level colon', () => {
  test.each([
    ['x', 'x', undefined],
    [' np.linalg.norm(x):.4f', 'np.linalg.norm(x)', '.4f'],
    ['X[1:3]', 'X[1:3]', undefined],
    ['X[1:3, 0]:g', 'X[1:3, 0]', 'g'],
    ['{"a": 1}["a"]:d', '{"a": 1}["a"]', 'd'],
    ['"a:b"', '"a:b"', undefined],
    ["'it\\'s: '", "'it\\'s: '", undefined],
    ['(lambda v: v)(1)', '(lambda v: v)(1)', undefined],
    ['lambda v: v', 'lambda v: v', undefined],
    ['count:,', 'count', ','],
    ['share:.1%', 'share', '.1%'],
  ])('%s', (text, expression, format) => {
    expect(parseSlot(text)).toEqual(format === undefined ? { expression } : { expression, format });
  });

  test.each([
    ['', 'The expression is empty.', 0],
    [':.2f', 'The expression is empty.', 0],
    ['x:', '"" is not a format', 2],
    ['x:.2q', '".2q" is not a format', 2],
    ['f(x', '"(" is not closed', 1],
    ['f(x]', '"]" closes no bracket', 3],
    ['"a', 'is not closed', 0],
  ])('%s is refused', (text, says, offset) => {
    const parse = () => parseSlot(text);
    expect(parse).toThrow(SlotSyntaxError);
    expect(parse).toThrow(says);
    expect(parse).toThrow(expect.objectContaining({ offset }));
  });

  test('its key leaves out what does not matter', () => {
    expect(slotKey(parseSlot(' x :.2f'))).toBe('x:.2f');
  });
});

const array = (cells: SlotValue['cells'], type = 'ndarray'): SlotValue => ({
  type,
  text: 'as printed',
  dtype: 'float64',
  ...(cells && { cells }),
});

describe('a value is shown in text and in TeX', () => {
  test.each<[SlotValue, string, string]>([
    [{ type: 'float', text: '-0.31' }, '−0.31', '-0.31'],
    [{ type: 'float', text: '1e-05' }, '1e-05', '1 \\times 10^{-5}'],
    [{ type: 'float', text: '-inf' }, '−inf', '-\\infty'],
    [{ type: 'float', text: 'nan' }, 'nan', '\\text{nan}'],
    [{ type: 'int', text: '2,362,368' }, '2,362,368', '2{,}362{,}368'],
    [{ type: 'str', text: '12.5%' }, '12.5%', '\\text{12.5\\%}'],
    [{ type: 'str', text: 'x-1_a' }, 'x-1_a', '\\text{x-1\\_a}'],
    [{ type: 'bool', text: 'True' }, 'True', '\\text{True}'],
    [{ type: 'tuple', text: '(2, -1)', cells: ['2', '-1'] }, '(2, −1)', '(2,\\ -1)'],
    [{ type: 'tuple', text: '(2,)', cells: ['2'] }, '(2,)', '(2,)'],
    [array(['0.16', '-0.43']), '[0.16, −0.43]', '[0.16,\\ -0.43]'],
    [
      array([
        ['1', '2'],
        ['3', '-4'],
      ]),
      '[[1, 2], [3, −4]]',
      '\\begin{bmatrix}1 & 2 \\\\ 3 & -4\\end{bmatrix}',
    ],
  ])('%o', (value, text, tex) => {
    expect(slotToText(value)).toBe(text);
    expect(slotToTex(value)).toBe(tex);
  });
});
