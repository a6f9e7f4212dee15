/** The words of both libraries about sizes that do not fit, against the modules that are held to recorded NumPy and PyTorch. */
import { expect, it } from 'vitest';
import { prepareAll, Session } from '../../src/python/index.ts';
import { printed } from '../../src/widgets/arrays/index.ts';
import { matmulFacts, OPERANDS, shapesOf, startMatmul } from '../../src/widgets/matmul/pure.ts';
import { LAYER } from './figures.ts';

await prepareAll();

const SIZES = [1, 2, 3, 4, 5, 6];

const PROGRAM = `
import numpy as np
import torch

for rows in range(1, 7):
    for inner in range(1, 7):
        for other in range(1, 7):
            for columns in range(1, 7):
                if inner != other:
                    try:
                        np.ones((rows, inner)) @ np.ones((other, columns))
                    except ValueError as error:
                        print(f"ValueError: {error}")
                    try:
                        torch.ones(rows, inner) @ torch.ones(other, columns)
                    except RuntimeError as error:
                        print(f"RuntimeError: {error}")
`;

const ones = (rows: number, columns: number) =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => 1));

it('are what the libraries print, for every pair of matrices up to six by six', () => {
  const { outcome, stdout } = new Session().run(PROGRAM);
  expect(outcome.kind).toBe('finished');
  const shown: string[] = [];
  for (const rows of SIZES)
    for (const inner of SIZES)
      for (const other of SIZES)
        for (const columns of SIZES) {
          const state = { ...startMatmul(LAYER), X: ones(rows, inner), W: ones(columns, other), step: 0 };
          const { mismatch } = matmulFacts(state);
          expect(mismatch === undefined).toBe(inner === other);
          if (mismatch) shown.push(printed(mismatch.numpy), printed(mismatch.torch));
        }
  expect(shown).toHaveLength(2 * 6 * 6 * 30);
  expect(shown).toEqual(stdout.trimEnd().split('\n'));
});

it('are what the libraries print of vectors', () => {
  for (const operands of OPERANDS) {
    const state = { ...startMatmul(LAYER), operands, W: ones(2, 2) };
    const { left, right } = shapesOf(state);
    const { mismatch } = matmulFacts(state);
    for (const [library, words] of [
      ['numpy', mismatch?.numpy],
      ['torch', mismatch?.torch],
    ] as const) {
      const make = (shape: readonly number[]) => `${library}.ones((${shape.join(', ')},))`;
      const { outcome } = new Session().run(`import ${library}\n${make(left)} @ ${make(right)}`);
      expect(outcome).toMatchObject({ kind: 'raised', exception: { ...words } });
    }
  }
});
