/** Functions of two operands that PyTorch offers with a number first. */
import { expect, test } from 'vitest';
import { prepareAll, runProgram } from '../../../src/python/index.ts';

await prepareAll();

// As PyTorch 2.6 prints them.
test.each([
  ['torch.bitwise_and(3, torch.tensor([1, 2, 4]))', 'tensor([1, 2, 0])'],
  ['torch.bitwise_or(3, torch.tensor([1, 2, 4]))', 'tensor([3, 3, 7])'],
  ['torch.bitwise_xor(5, torch.tensor([1, 2, 3]))', 'tensor([4, 7, 6])'],
])('%s', (call, text) => {
  expect(runProgram(`import torch\nprint(${call})`).stdout).toBe(`${text}\n`);
});
