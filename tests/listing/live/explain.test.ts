/** An exception is explained by what its operation was given, and every change that is offered runs. */
import { describe, expect, it } from 'vitest';
import { prepareAll, runListing } from '../../../src/listing/build/index.ts';
import { type Run, stopAtSilentBroadcast } from '../../../src/listing/index.ts';
import { explainError } from '../../../src/listing/live/explain-error.ts';
import { applyEdit, type Explanation } from '../../../src/listing/live/index.ts';

await prepareAll();

const NUMPY = 'import numpy as np\n';
const TORCH = 'import torch\nimport torch.nn as nn\n';

function explained(program: string): Explanation {
  const explanation = explainError(runListing(program, new Map()), program);
  if (explanation === undefined) throw new Error('The program raises nothing.');
  return explanation;
}

/** A program, and the changes that are offered for it. */
const REPAIRS: readonly [name: string, program: string, pieces: readonly string[]][] = [
  [
    'a product whose inner sizes differ',
    `${NUMPY}X = np.ones((4, 3))\nW = np.ones((2, 3))\nZ = X @ W\n`,
    ['W.T'],
  ],
  [
    'a product that a transpose of either side would mend',
    `${NUMPY}A = np.ones((2, 3))\nB = np.ones((2, 3))\nC = A @ B\n`,
    ['B.T', 'A.T'],
  ],
  [
    'a vector that should stand for the rows',
    `${NUMPY}Z = np.ones((4, 2))\nm = np.array([1.0, 2.0, 3.0, 4.0])\nC = Z - m\n`,
    ['Z.T', 'm.reshape(-1, 1)'],
  ],
  [
    'a mean that lost its axis',
    `${NUMPY}Z = np.ones((4, 2))\nm = Z.mean(axis=1)\nC = Z - m\n`,
    ['Z.mean(axis=1, keepdims=True)', 'Z.T', 'm.reshape(-1, 1)'],
  ],
  [
    'whole numbers in a layer',
    `${TORCH}layer = nn.Linear(3, 2)\nx = torch.tensor([1, 2, 3])\nz = layer(x)\n`,
    ['x.float()'],
  ],
  [
    'whole numbers in a product',
    `${TORCH}W = torch.ones(2, 3)\nx = torch.tensor([1, 2, 3])\nz = W @ x\n`,
    ['x.float()'],
  ],
  [
    'an array in a condition',
    `${NUMPY}x = np.array([1.0, -2.0])\nif x > 0:\n    print("positive")\n`,
    ['(x > 0).any()', '(x > 0).all()'],
  ],
  [
    'a view of a transposed tensor',
    `${TORCH}W = torch.ones(2, 3)\nflat = W.T.view(-1)\n`,
    ['W.T.reshape(-1)'],
  ],
  [
    'a parameter that is changed in place',
    `${TORCH}W = torch.ones(2, requires_grad=True)\nW -= 0.1\n`,
    ['with torch.no_grad():\n    W -= 0.1'],
  ],
  [
    'a tensor with a gradient handed to NumPy',
    `${TORCH}W = torch.ones(2, requires_grad=True)\nprint(W.numpy())\n`,
    ['W.detach().numpy()'],
  ],
  ['an array of one number in a format', `${NUMPY}x = np.array([[2.5]])\nprint(f"{x:.2f}")\n`, ['x.item()']],
];

describe('the changes that are offered for', () => {
  it.each(REPAIRS)('%s', (_, program, pieces) => {
    expect(explained(program).repairs.map(({ piece }) => piece)).toEqual(pieces);
  });

  it.each(REPAIRS)('%s run', (_, program) => {
    for (const { edit } of explained(program).repairs)
      expect(runListing(applyEdit(program, edit), new Map())).toMatchObject({ kind: 'ran', exception: null });
  });

  it('a program that none of them mends are none', () => {
    for (const program of [
      '1 / 0\n',
      'x = y\n',
      `${NUMPY}np.ones((2, 3)) @ np.ones((5, 7))\n`,
      'raise ValueError("no")\n',
    ])
      expect(explained(program).repairs).toEqual([]);
  });
});

describe('an explanation', () => {
  it('tells the operands, where they were made, and where their axes clash', () => {
    const program = `${NUMPY}X = np.ones((4, 3))\nb = np.ones(4)\nZ = X + b\n`;
    expect(explained(program)).toMatchObject({
      line: 4,
      operation: 'X + b',
      operands: [
        { text: 'X', shape: [4, 3], dtype: 'float64', madeAt: 2 },
        { text: 'b', shape: [4], madeAt: 3 },
      ],
      axes: [
        { left: 4, right: undefined, clashes: false },
        { left: 3, right: 4, clashes: true },
      ],
    });
  });

  it('tells of a product its inner sizes', () => {
    const program = `${NUMPY}W = np.ones((2, 3))\nx = np.ones(2)\nz = W @ x\n`;
    expect(explained(program).axes).toEqual([{ left: 3, right: 2, clashes: true }]);
  });

  it('gives the shape that each change would have', () => {
    const program = `${NUMPY}X = np.ones((4, 3))\nW = np.ones((2, 3))\nZ = X @ W\n`;
    expect(explained(program).repairs.map(({ shape }) => shape)).toEqual([[4, 2]]);
  });
});

describe('a broadcast that was stopped', () => {
  const text = 'import numpy as np\nc = np.ones((3, 1))\nr = np.ones(3)\ny = c - r\n';
  const judge = (run: Run, of: string) => stopAtSilentBroadcast(run, { axes: [], hues: [] }, of);
  const explanation = explainError(judge(runListing(text, new Map()), text), text, judge);

  it('names the operands', () => {
    expect(explanation?.operands).toMatchObject([
      { text: 'c', shape: [3, 1], madeAt: 2 },
      { text: 'r', shape: [3], madeAt: 3 },
    ]);
  });

  it('is repaired only by changes that are not stopped', () => {
    expect(explanation?.repairs.map(({ piece, shape }) => [piece, shape])).toEqual([
      ['c.T', [1, 3]],
      ['r.reshape(-1, 1)', [3, 1]],
    ]);
  });
});
