/** Names: what is refused with a reason, and what exists nowhere. */
import { describe, expect, test } from 'vitest';
import { prepareAll, runProgram } from '../../../src/python/index.ts';

await prepareAll();

const outcomeOf = (expression: string) =>
  runProgram(`import torch\nimport torch.nn as nn\nimport torch.nn.functional as F\n${expression}\n`).outcome;

describe('what PyTorch has and the book does not', () => {
  test.each([
    ['torch.fft', "torch.fft is not part of this book's PyTorch"],
    [
      'from torch.utils.data import IterDataPipe',
      "torch.utils.data.IterDataPipe is not part of this book's PyTorch",
    ],
    ['torch.utils.checkpoint', "torch.utils.checkpoint is not part of this book's PyTorch"],
    ['nn.init.orthogonal_(torch.ones(2, 2))', "nn.init.orthogonal_ is not part of this book's PyTorch"],
    ['torch.cuda.synchronize()', "torch.cuda.synchronize is not part of this book's PyTorch"],
    ['torch.poisson(torch.ones(2))', "torch.poisson is not part of this book's PyTorch"],
    ['torch.ones(2).storage()', "Tensor.storage is not part of this book's PyTorch"],
    ['nn.Conv3d(1, 1, 1)', "nn.Conv3d is not part of this book's PyTorch"],
    ['F.conv3d', "F.conv3d is not part of this book's PyTorch"],
    ['nn.Linear(2, 2).cuda()', "nn.Module.cuda is not part of this book's PyTorch"],
    ['torch.ones(2, device="xpu")', "the device 'xpu' is not part of this book's PyTorch"],
    [
      'nn.MSELoss(size_average=False)',
      "size_average and reduce are not part of this book's PyTorch: use reduction",
    ],
    [
      'torch.linalg.norm(torch.ones(2, 2, requires_grad=True), 2)',
      "the matrix norm 2 of a tensor that requires grad is not part of this book's PyTorch",
    ],
    [
      'torch.ones(2, 2, 2).diagonal()',
      "the diagonals of a stack of matrices are not part of this book's PyTorch",
    ],
    [
      'torch.diag_embed(torch.ones(2, 2))',
      "torch.diag_embed of other than vectors is not part of this book's PyTorch",
    ],
    [
      'torch.linalg.solve(torch.eye(2), torch.eye(2), left=False)',
      "(left=) is not part of this book's PyTorch",
    ],
    ['torch.linalg.matrix_rank(torch.eye(2), tol=2.0)', "(tol=) is not part of this book's PyTorch"],
    ['torch.ones(2).add(1, out=torch.ones(2))', undefined],
    [
      'torch.max(torch.ones(2, 2), 0, out=(torch.ones(2), torch.ones(2)))',
      "max(out=) is not part of this book's PyTorch",
    ],
    ['torch.tensor(2**60)', 'integers beyond 2**53'],
  ])('%s is refused, or raises as PyTorch does', (expression, refusal) => {
    const outcome = outcomeOf(expression);
    if (refusal === undefined) expect(outcome.kind).toBe('raised');
    else expect(outcome).toMatchObject({ kind: 'refused', message: expect.stringContaining(refusal) });
  });
});

test('what has no gradient here is computed where none is recorded', () => {
  const norm = 'torch.linalg.norm(torch.eye(2, requires_grad=True), "nuc")';
  expect(outcomeOf(`with torch.no_grad(): assert ${norm} == 2`).kind).toBe('finished');
});

describe('state of a run', () => {
  const stdoutOf = (program: string) => runProgram(`import torch\nfrom torch import nn\n${program}\n`).stdout;

  test('print options, the default dtype and no_grad do not outlive a program', () => {
    stdoutOf(
      'torch.set_printoptions(precision=1)\ntorch.set_default_dtype(torch.float64)\ntorch.set_grad_enabled(False)',
    );
    expect(stdoutOf('print(torch.tensor([0.25], requires_grad=True) * 1)')).toBe(
      'tensor([0.2500], grad_fn=<MulBackward0>)\n',
    );
  });

  test('a layer starts with the same values in every run, within ±1/√in_features, and they differ', () => {
    const program =
      'l = nn.Linear(4, 3)\nprint(l.weight.abs().max() <= 0.5, len(torch.unique(l.weight)))\nprint(l.weight)';
    expect(stdoutOf(program)).toBe(stdoutOf(program));
    expect(stdoutOf(program)).toMatch(/^tensor\(True\) 12\n/);
  });

  test('a training loop moves the weights down the gradient', () => {
    const program = `
w = torch.tensor([0.0], requires_grad=True)
for _ in range(50):
    loss = ((w * 2 - 3) ** 2).sum()
    loss.backward()
    with torch.no_grad():
        w -= 0.05 * w.grad
    w.grad = None
print(f"{w.item():.3f}")`;
    expect(stdoutOf(program)).toBe('1.500\n');
  });
});
