/** Numbers in a program that can be turned, and what turning makes of the text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { turned, typedNumber, withNumber } from '../../../src/listing/live/index.ts';
import { literalsOf, type Numbers, withValues } from '../../../src/listing/live/text/index.ts';

describe('the literals of a program', () => {
  it('have their sign, their place, the step of their last digit and the entry that they are', () => {
    const text =
      'W = np.array([[0.2, -0.50],\n              [8, 3e-1]])\nz = x - 2  # 7\nprint(f"{z + 1:.4f} 5")\n';
    expect(
      literalsOf(text).map(({ text: written, value, step, line, column }) => [
        written,
        value,
        step,
        line,
        column,
      ]),
    ).toEqual([
      ['0.2', 0.2, 0.1, 1, 16],
      ['-0.50', -0.5, 0.01, 1, 21],
      ['8', 8, 1, 2, 16],
      ['3e-1', 0.3, 0.1, 2, 19],
      ['2', 2, 1, 3, 9],
      ['1', 1, 1, 4, 14],
    ]);
    expect(
      literalsOf(text)
        .map(({ name, places }) => [name, places])
        .slice(0, 5),
    ).toEqual([
      ['W', [0, 0]],
      ['W', [0, 1]],
      ['W', [1, 0]],
      ['W', [1, 1]],
      [undefined, undefined],
    ]);
  });

  it('are decimal numbers alone', () => {
    expect(literalsOf('a = 0x10 + 2j + 1_000 + 1. + .5 - -3\n').map(({ text }) => text)).toEqual([
      '1_000',
      '1.',
      '.5',
      '-3',
    ]);
  });

  it('stand in the text where they say, whatever the text is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.-+*eE_xj()[], \n=ab#"') }), (text) => {
        for (const { from, to, text: written, value, step } of literalsOf(text)) {
          expect(text.slice(from, to)).toBe(written);
          expect(Number.isFinite(value) && Number.isFinite(step)).toBe(true);
        }
      }),
    );
  });
});

describe('turning', () => {
  const turnedIn = (text: string, steps: number) => {
    const [literal] = literalsOf(text);
    if (literal === undefined) throw new Error(`No literal in ${text}`);
    return withNumber(text, literal, turned(literal, steps));
  };
  it.each([
    ['x = 0.8', 1, 'x = 0.9'],
    ['x = 0.8', -10, 'x = -0.2'],
    ['x = -0.1', 1, 'x = 0.0'],
    ['x = 0.25', 3, 'x = 0.28'],
    ['x = 3', -4, 'x = -1'],
    ['x = 1.', 1, 'x = 2.'],
    ['x = 1e-3', 1, 'x = 2e-3'],
    ['x = 1.5E2', -1, 'x = 1.4E2'],
    ['def f(): return-1', 2, 'def f(): return 1'],
  ])('%s by %i steps gives %s', (text, steps, result) => {
    expect(turnedIn(text, steps)).toBe(result);
  });

  it('keeps the digits that are written, there and back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -99_999, max: 99_999 }),
        fc.nat(4),
        fc.integer({ min: -500, max: 500 }),
        (digits, decimals, steps) => {
          const text = (digits / 10 ** decimals).toFixed(decimals);
          const [literal] = literalsOf(`x = ${text}`);
          if (literal === undefined) throw new Error(text);
          const there = turned(literal, steps);
          const [changed] = literalsOf(`x = ${there}`);
          expect(changed?.step).toBe(literal.step);
          expect(changed && Number(turned(changed, -steps))).toBeCloseTo(literal.value, 10);
        },
      ),
    );
  });

  it.each([
    ['0.5', '0.5'],
    [' −3 ', '-3'],
    ['1,5', '1.5'],
    ['+2', '2'],
    ['007', '7'],
    ['1e3', '1e3'],
    ['1e999', undefined],
    ['1/3', undefined],
    ['', undefined],
    ['x', undefined],
    ['0x10', undefined],
  ])('typing %j is %j', (typed, number) => {
    expect(typedNumber(typed)).toBe(number);
  });
});

describe('putting numbers into a program', () => {
  const program =
    'import numpy as np\nW = np.array([[1.0, 2.0],\n              [3.0, 4.0]])\nx = np.array([1.0])\nc = 2.5\n';
  it('changes the right-hand sides of the assignments', () => {
    const values = new Map<string, Numbers>([
      [
        'W',
        [
          [0.5, -1],
          [2, 3],
          [4, 5],
        ],
      ],
      ['x', [7, 8.25]],
      ['c', -3],
    ]);
    const { text, names, missing, line } = withValues(program, values);
    expect([names, missing, line]).toEqual([['W', 'x', 'c'], [], 2]);
    expect(text).toBe(
      'import numpy as np\nW = np.array([[0.5, -1.0],\n              [2.0, 3.0],\n              [4.0, 5.0]])\nx = np.array([7.0, 8.25])\nc = -3.0\n',
    );
  });
  it('leaves a program alone that does not assign a name, or has the numbers already', () => {
    expect(withValues(program, new Map([['y', 1]]))).toEqual({
      text: program,
      names: [],
      missing: ['y'],
      line: undefined,
    });
    expect(withValues(program, new Map([['x', [1]]]))).toMatchObject({ text: program, line: undefined });
  });
  it('fills the parameters of a layer, which gets their sizes', () => {
    const layer =
      'layer = nn.Linear(3, 2)\nlayer.weight.copy_(torch.tensor([[0.2, 0.5, 0.1], [0.8, 0.3, 0.4]]))\nlayer.bias.copy_(torch.tensor([0.1, 0.2]))\n';
    const values = new Map<string, Numbers>([
      ['W', [[1, 2]]],
      ['b', [3]],
    ]);
    expect(withValues(layer, values)).toEqual({
      text: 'layer = nn.Linear(2, 1)\nlayer.weight.copy_(torch.tensor([[1.0, 2.0]]))\nlayer.bias.copy_(torch.tensor([3.0]))\n',
      names: ['W', 'b'],
      missing: [],
      line: 1,
    });
  });
});
