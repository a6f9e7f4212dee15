/** What NumPy has and the book has not is refused by name, with the nearest offered name or a reason. */
import { describe, expect, it } from 'vitest';
import { prepareAll, runProgram } from '../../../src/python/index.ts';

await prepareAll();

function refusal(code: string): string {
  const { outcome } = runProgram(`import numpy as np\na = np.arange(3)\n${code}`);
  return outcome.kind === 'refused' ? outcome.message : outcome.kind;
}

describe('what is not offered', () => {
  it.each([
    ['np.fft', "np.fft is not part of this book's NumPy"],
    ['np.random.zipf(2)', "np.random.zipf is not part of this book's NumPy"],
    ['np.packbits(a)', "np.packbits is not part of this book's NumPy"],
    ['np.cross(a, a, axis=0)', "cross(axis=) is not part of this book's NumPy"],
    ['np.meshgrid(a, a, sparse=True)', "meshgrid(sparse=) is not part of this book's NumPy"],
    ['np.nan_to_num(a, copy=False)', "nan_to_num(copy=) is not part of this book's NumPy"],
    ['np.take(a, [9], mode="wrap")', "take(mode=) is not part of this book's NumPy"],
    ['np.copyto(a, 1, where=a > 1)', "copyto(where=) is not part of this book's NumPy"],
    ['np.linalg.eig(np.array([[0, -1], [1, 0]]))', "complex eigenvalues are not part of this book's NumPy"],
    ['a.view()', "ndarray.view is not part of this book's NumPy"],
    ['np.zeros(2, dtype="complex128")', "the dtype complex128 is not part of this book's NumPy"],
    ['np.array([None])', "arrays of None are not part of this book's NumPy"],
    ['np.array([2**70])', "arrays of integers beyond 64 bits are not part of this book's NumPy"],
    ['np.array(["a", "b"]).sum()', "this is not part of this book's NumPy for arrays of text"],
  ])('%s', (code, message) => {
    expect(refusal(code)).toBe(message);
  });

  it('cannot be caught, so that no program mistakes it for NumPy', () => {
    expect(refusal('try:\n    np.fft\nexcept Exception:\n    pass')).toContain('np.fft');
  });

  it('leaves names that exist nowhere to AttributeError', () => {
    const { outcome } = runProgram('import numpy as np\nnp.softmacks');
    expect(outcome).toMatchObject({
      exception: { type: 'AttributeError', message: "module 'numpy' has no attribute 'softmacks'" },
    });
  });
});

describe('print options and error state', () => {
  const show = 'print(np.array([1 / 3]))\nprint(np.array([1.0]) / 0)';

  it('end with the program that set them', () => {
    runProgram('import numpy as np\nnp.set_printoptions(precision=2)\nnp.seterr(all="raise")');
    const { stdout, outcome } = runProgram(`import numpy as np\n${show}`);
    expect([stdout, outcome.kind]).toEqual(['[0.33333333]\n[inf]\n', 'finished']);
  });

  it('warn with the line, once a line', () => {
    const { warnings } = runProgram('import numpy as np\nfor i in range(3):\n    np.log(0)\nnp.log(0)');
    const message = 'divide by zero encountered in log';
    expect(warnings).toEqual([
      { category: 'RuntimeWarning', message, line: 3 },
      { category: 'RuntimeWarning', message, line: 4 },
    ]);
  });
});

describe('arrays beyond the budget', () => {
  it.each([
    'np.zeros((100000, 100000))',
    'np.full((100000, 100000), 7)',
    'np.eye(100000)',
    'np.arange(10**12)',
    'np.linspace(0, 1, 10**9)',
    'np.ones((50000, 1)) + np.ones(50000)',
    'np.outer(np.ones(50000), np.ones(50000))',
    'np.tile(a, 10**9)',
    'np.repeat(a, 10**9)',
  ])('%s stops the program before the memory is taken', (code) => {
    const { outcome } = runProgram(`import numpy as np\na = np.arange(3)\nx = ${code}`);
    expect(outcome).toMatchObject({ kind: 'limit', limit: 'memory' });
  });
});
