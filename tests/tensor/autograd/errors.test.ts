/** Which operation an error of autograd names, beside what is wrong. */
import { describe, expect, it } from 'vitest';
import {
  AutogradError,
  type AutogradProblem,
  backward,
  gradientsOf,
  operations as o,
  Variable,
} from '../../../src/tensor/autograd/index.ts';
import { type DType, type Nested, ones, tensor } from '../../../src/tensor/index.ts';
import { refused } from '../refusal.ts';

const constant = (nested: Nested) => new Variable(tensor(nested, { dtype: 'float32' }));
const leaf = (nested: Nested) => constant(nested).requireGrad();
const integers = (nested: Nested) => new Variable(tensor(nested, { dtype: 'int64' }));

function failed(run: () => unknown): AutogradError {
  try {
    run();
  } catch (error) {
    if (error instanceof AutogradError) return error;
    throw error;
  }
  throw new Error('nothing failed');
}

function twice(y: Variable): void {
  backward([y]);
  backward([y]);
}

describe('an error', () => {
  it.each<[string, AutogradProblem['kind'], () => unknown]>([
    ['backward', 'not-scalar', () => backward([o.mul(leaf([1, 2]), 2)])],
    ['backward', 'no-graph', () => backward([constant(1)])],
    ['backward', 'freed', () => twice(o.sum(o.square(leaf([1, 2]))))],
    ['backward', 'freed', () => twice(o.sum(o.index(leaf([1, 2]), [integers([0, 1]).value])))],
    [
      'backward',
      'freed',
      () => {
        const y = o.clone(leaf([1, 2]));
        o.assignAt(y, [integers([0]).value], constant([3]));
        twice(o.sum(y));
      },
    ],
    [
      'backward',
      'modified',
      () => {
        const y = o.exp(leaf([1, 2]));
        o.add.inPlace(y, 1);
        backward([o.sum(y)]);
      },
    ],
    ['grad', 'input-without-grad', () => gradientsOf([leaf(1)], [constant(1)])],
    ['grad', 'unused-input', () => gradientsOf([o.mul(leaf(1), 1)], [leaf(1)])],
    ['grad', 'assigned-gradient-dtype', () => Object.assign(leaf(1), { grad: integers(1) })],
    ['grad', 'assigned-gradient-shape', () => Object.assign(leaf(1), { grad: constant([1]) })],
    ['requires_grad', 'not-leaf', () => o.mul(leaf(1), 1).requireGrad(false)],
    ['requires_grad', 'not-floating', () => integers(1).requireGrad()],
    ['retain_grad', 'retain-without-grad', () => constant(1).retainGrad()],
    ['in-place', 'leaf-in-place', () => o.add.inPlace(leaf(1), 1)],
    ['in-place', 'many-views-in-place', () => o.add.inPlace(o.unbind(leaf([1]))[0] as Variable, 1)],
    ['in-place', 'in-place-shape', () => o.add.inPlace(constant([1]), constant([1, 2]))],
    ['index_put_', 'index-put-dtype', () => o.assignAt(constant([1]), [integers([0]).value], integers([1]))],
    ['floor_divide', 'not-implemented', () => backward([o.floorDivide(leaf(1), 2)])],
  ])('of %s tells its name: %s', (operation, kind, run) => {
    const error = failed(run);
    expect([error.name, error.operation, error.problem.kind]).toEqual(['AutogradError', operation, kind]);
  });

  it.each<[DType, string, string]>([
    ['uint8', 'unsigned char', 'Byte'],
    ['int32', 'int', 'Int'],
    ['int64', 'long int', 'Long'],
    ['bool', 'bool', 'Bool'],
  ])('calls %s %s and %s, as PyTorch does', (dtype, scalar, type) => {
    const of = new Variable(ones([1], dtype));
    expect(failed(() => Object.assign(leaf([1]), { grad: of })).message).toContain(
      `a gradient with dtype '${scalar}' to a tensor with dtype 'float'`,
    );
    expect(failed(() => o.add.inPlace(of, constant([0.5]))).message).toBe(
      `result type Float can't be cast to the desired output type ${type}`,
    );
  });

  const matrix = leaf([
    [1, 2, 3],
    [4, 5, 6],
  ]);
  it.each<[string, () => unknown, object]>([
    ['select', () => o.select(matrix, 2, 0), { kind: 'axis', axis: 2, rank: 2 }],
    ['slice', () => o.slice(matrix, 2, {}), { kind: 'axis', axis: 2, rank: 2 }],
    ['unbind', () => o.unbind(matrix, 2), { kind: 'axis', axis: 2, rank: 2 }],
    ['dim', () => o.squeeze(matrix, 2), { kind: 'axis', axis: 2, rank: 2 }],
    ['cumprod', () => o.cumprod(matrix, 2), { kind: 'axis', axis: 2, rank: 2 }],
    ['t', () => o.t(leaf([[[1]]])), { kind: 'rank', operand: 0, expected: 'at most 2' }],
    ['matmul', () => o.matmul(constant(2), matrix), { kind: 'rank', operand: 0, expected: '1 or more' }],
    ['matmul', () => o.matmul(matrix, constant(2)), { kind: 'rank', operand: 1, expected: '1 or more' }],
    [
      'matmul',
      () => o.matmul(constant([[[1]], [[2]]]), constant([[[1]], [[2]], [[3]]])),
      { kind: 'broadcast', axis: 0, sizes: [2, 3] },
    ],
    [
      'maskedSelect',
      () => o.maskedSelect(matrix, tensor([true, false])),
      { kind: 'broadcast', axis: 1, sizes: [3, 2] },
    ],
    ['index', () => o.index(matrix, [0, 5]), { kind: 'out-of-bounds', index: 5, axis: 1, size: 3 }],
    ['index', () => o.index(matrix, [null, 0, 5]), { kind: 'out-of-bounds', index: 5, axis: 1, size: 3 }],
    [
      'index',
      () => o.index(matrix, [{ start: 0, stop: 1 }, 5]),
      { kind: 'out-of-bounds', index: 5, axis: 1, size: 3 },
    ],
    [
      'index',
      () => o.index(matrix, [integers([0]).value, 5]),
      { kind: 'out-of-bounds', index: 5, axis: 1, size: 3 },
    ],
    [
      'index',
      () => o.index(matrix, [integers(0).value, integers(5).value]),
      { kind: 'out-of-bounds', index: 5, axis: 1, size: 3 },
    ],
    ['index', () => o.index(matrix, [0, 0, 0]), { kind: 'too-many-indices', rank: 2, given: 3 }],
  ])('of the core in %s is about the tensor given', (operation, run, problem) => {
    const error = refused(run);
    expect([error.operation, error.problem]).toEqual([operation, problem]);
    if (operation === 't') expect(error.shapes).toEqual([[1, 1, 1]]);
  });
});
