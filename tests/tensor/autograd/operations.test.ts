/** Values and gradients that PyTorch 2.6 gives, float32, where recorded expressions do not reach. */
import { describe, expect, it } from 'vitest';
import { backward, gradientsOf, operations as o, Variable } from '../../../src/tensor/autograd/index.ts';
import { arange, type Nested, reshape, type Shape, tensor } from '../../../src/tensor/index.ts';
import { expectSame, graphOf } from './recorded.ts';

const constant = (nested: Nested) => new Variable(tensor(nested, { dtype: 'float32' }));
const leaf = (nested: Nested) => constant(nested).requireGrad();
const integers = (nested: Nested) => tensor(nested, { dtype: 'int64' });

/** Compares `actual` with a float32 tensor of these elements. */
function expectTensor(actual: Variable | null, nested: Nested, what: string): void {
  const { shape, dtype, ...expected } = tensor(nested, { dtype: 'float32' });
  if (actual === null) throw new Error(`${what} is missing`);
  expectSame(actual.value, { shape: [...shape], dtype, data: [...expected.storage.data] }, what);
}

/** Sends 1, 2, 3, … back from the elements of `y`. */
function sendCounted(y: Variable): void {
  const { shape, size } = y.value;
  const weights = reshape<Shape>(arange(1, size + 1, 1, 'float32'), shape);
  backward([y], { gradients: [new Variable(weights)] });
}

const inf = Number.POSITIVE_INFINITY;
const half = [0.5, -1.5, 2];
const withZero = [-1, 0, 2];
const square = [
  [0, 2],
  [3, 4],
];
const stack = [
  [
    [1, 2],
    [3, -4],
  ],
  [
    [0.5, -1],
    [2, 7],
  ],
];
const [first, second] = [
  [1, 2, 4],
  [0.5, 4, -1],
];
const chances = [
  [0.5, 1, 2],
  [3, -1, 0.25],
];

describe('the gradient of one tensor', () => {
  it.each<[string, (x: Variable) => Variable, Nested, Nested, Nested]>([
    ['x ** 0', (x) => o.pow(x, 0), withZero, [1, 1, 1], [0, 0, 0]],
    [
      'prod of all',
      (x) => o.prod(x),
      square,
      0,
      [
        [24, 0],
        [0, 0],
      ],
    ],
    [
      'prod(0)',
      (x) => o.prod(x, { dim: 0 }),
      square,
      [0, 8],
      [
        [3, 8],
        [0, 4],
      ],
    ],
    [
      'prod(1)',
      (x) => o.prod(x, { dim: 1 }),
      square,
      [0, 12],
      [
        [2, 0],
        [8, 6],
      ],
    ],
    ['logsumexp(0)', (x) => o.logsumexp(x, { dim: 0 }), [1000, 0], 1000, [1, 0]],
    [
      'repeat_interleave(2)',
      (x) => o.repeatInterleave(x, 2),
      [
        [1, 2],
        [3, 4],
      ],
      [1, 1, 2, 2, 3, 3, 4, 4],
      [
        [3, 7],
        [11, 15],
      ],
    ],
    ['roll(1)', (x) => o.roll(x, 1), [5, 6, 7], [7, 5, 6], [2, 3, 1]],
    ['div rounded down', (x) => o.divRounded(x, 2, 'floor'), [-3.5, 3.5], [-2, 1], [0, 0]],
    ['div rounded to 0', (x) => o.divRounded(x, 2, 'trunc'), [-3.5, 3.5], [-1, 1], [0, 0]],
    [
      'var(correction=0)',
      (x) => o.variance(x, { correction: 0 }),
      [1, 2, 4],
      1.5555555820465088,
      [-0.8888888359069824, -0.22222217917442322, 1.1111111640930176],
    ],
    [
      'vector_norm(0.5)',
      (x) => o.vectorNorm(x, { ord: 0.5 }),
      half,
      11.196151733398438,
      [4.73205041885376, -2.732050657272339, 2.36602520942688],
    ],
    [
      'vector_norm(0.5) with a zero',
      (x) => o.vectorNorm(x, { ord: 0.5 }),
      withZero,
      5.828427791595459,
      [-2.4142136573791504, 0, 1.7071068286895752],
    ],
    ['vector_norm(1)', (x) => o.vectorNorm(x, { ord: 1 }), withZero, 3, [-1, 0, 1]],
    [
      'vector_norm(1.5)',
      (x) => o.vectorNorm(x, { ord: 1.5 }),
      half,
      2.9314587116241455,
      [0.4129933714866638, -0.7153255343437195, 0.8259867429733276],
    ],
    [
      'vector_norm(1.5) with a zero',
      (x) => o.vectorNorm(x, { ord: 1.5 }),
      withZero,
      2.447260856628418,
      [-0.6392340064048767, 0, 0.9040133953094482],
    ],
    [
      'vector_norm(2)',
      (x) => o.vectorNorm(x),
      withZero,
      2.2360680103302,
      [-0.4472135901451111, 0, 0.8944271802902222],
    ],
    [
      'vector_norm(3)',
      (x) => o.vectorNorm(x, { ord: 3 }),
      half,
      2.257178783416748,
      [0.04906909912824631, -0.44162189960479736, 0.7851055860519409],
    ],
    [
      'vector_norm(3) with a zero',
      (x) => o.vectorNorm(x, { ord: 3 }),
      withZero,
      2.0800838470458984,
      [-0.23112042248249054, 0, 0.9244816899299622],
    ],
    [
      "matrix_norm('fro')",
      (x) => o.matrixNorm(x, 'fro'),
      stack,
      [5.4772257804870605, 7.36545991897583],
      [
        [
          [0.18257418274879456, 0.3651483654975891],
          [0.5477225184440613, -0.7302967309951782],
        ],
        [
          [0.1357688456773758, -0.2715376913547516],
          [0.5430753827095032, 1.9007638692855835],
        ],
      ],
    ],
    [
      'matrix_norm(1)',
      (x) => o.matrixNorm(x, 1),
      stack,
      [6, 8],
      [
        [
          [0, 1],
          [0, -1],
        ],
        [
          [0, -2],
          [0, 2],
        ],
      ],
    ],
    [
      'matrix_norm(-1)',
      (x) => o.matrixNorm(x, -1),
      stack,
      [4, 2.5],
      [
        [
          [1, 0],
          [1, 0],
        ],
        [
          [2, 0],
          [2, 0],
        ],
      ],
    ],
    [
      'matrix_norm(inf)',
      (x) => o.matrixNorm(x, inf),
      stack,
      [7, 9],
      [
        [
          [0, 0],
          [1, -1],
        ],
        [
          [0, 0],
          [2, 2],
        ],
      ],
    ],
    [
      'matrix_norm(-inf)',
      (x) => o.matrixNorm(x, -inf),
      stack,
      [3, 1.5],
      [
        [
          [1, 1],
          [0, 0],
        ],
        [
          [2, -2],
          [0, 0],
        ],
      ],
    ],
    [
      "nll_loss(reduction='none')",
      (x) => o.nllLoss(x, integers([2, 0]), 'none'),
      chances,
      [-2, -3],
      [
        [0, 0, -1],
        [-2, 0, 0],
      ],
    ],
    [
      "nll_loss(reduction='sum')",
      (x) => o.nllLoss(x, integers([2, 0]), 'sum'),
      chances,
      -5,
      [
        [0, 0, -1],
        [-1, 0, 0],
      ],
    ],
    [
      'nll_loss',
      (x) => o.nllLoss(x, integers([2, 0])),
      chances,
      -2.5,
      [
        [0, 0, -0.5],
        [-0.5, 0, 0],
      ],
    ],
    ['softplus', (x) => o.softplus(x), [0, 100], [0.6931471824645996, 100], [0.5, 2]],
    ['vector_norm(0.5) of zeros', (x) => o.vectorNorm(x, { ord: 0.5 }), [0, 0], 0, [0, 0]],
    ['vector_norm(1.5) of zeros', (x) => o.vectorNorm(x, { ord: 1.5 }), [0, 0], 0, [0, 0]],
    [
      'det of a transposed matrix',
      (x) => o.det(o.transpose(x, 0, 1)),
      [
        [2, 1, 0.5],
        [-1, 3, 1],
        [0.25, -0.5, 4],
      ],
      29.125,
      [
        [12.5, 4.25, -0.25],
        [-4.25, 7.875, 1.25],
        [-0.5, -2.5, 7],
      ],
    ],
    [
      'det of a stack, one of it singular',
      (x) => o.det(x),
      [
        [
          [2, 1],
          [1, 3],
        ],
        [
          [1, 2],
          [2, 4],
        ],
      ],
      [5, 0],
      [
        [
          [3, -1],
          [-1, 2],
        ],
        [
          [0, 0],
          [0, 0],
        ],
      ],
    ],
  ])('of %s', (_, f, from, value, gradient) => {
    const x = leaf(from);
    const y = f(x);
    sendCounted(y);
    expectTensor(y, value, 'value');
    expectTensor(x.grad, gradient, 'gradient');
  });
});

describe('the gradients of two tensors', () => {
  type Two = (x: Variable, y: Variable) => Variable;
  const third = 0.3333333432674408;
  it.each<[string, Two, [Nested, Nested], Nested, Nested, Nested]>([
    [
      "mse_loss(reduction='none')",
      (x, y) => o.mseLoss(x, y, 'none'),
      [first, second],
      [0.25, 4, 25],
      [1, -8, 30],
      [-1, 8, -30],
    ],
    [
      "mse_loss(reduction='sum')",
      (x, y) => o.mseLoss(x, y, 'sum'),
      [first, second],
      29.25,
      [1, -4, 10],
      [-1, 4, -10],
    ],
    [
      'mse_loss',
      (x, y) => o.mseLoss(x, y),
      [first, second],
      9.75,
      [third, -1.3333333730697632, 3.3333334922790527],
      [-third, 1.3333333730697632, -3.3333334922790527],
    ],
    [
      "l1_loss(reduction='none')",
      (x, y) => o.l1Loss(x, y, 'none'),
      [first, second],
      [0.5, 2, 5],
      [1, -2, 3],
      [-1, 2, -3],
    ],
    [
      "l1_loss(reduction='sum')",
      (x, y) => o.l1Loss(x, y, 'sum'),
      [first, second],
      7.5,
      [1, -1, 1],
      [-1, 1, -1],
    ],
    [
      'l1_loss',
      (x, y) => o.l1Loss(x, y),
      [first, second],
      2.5,
      [third, -third, third],
      [-third, third, -third],
    ],
    [
      'solve of a stack with one vector',
      (a, b) => o.solve(a, b),
      [
        [
          [
            [2, 1],
            [1, 3],
          ],
          [
            [1, 0],
            [2, 4],
          ],
        ],
        [1, 2],
      ],
      [
        [0.2, 0.6],
        [1, 0],
      ],
      [
        [
          [-0.04, -0.12],
          [-0.12, -0.36],
        ],
        [
          [-1, 0],
          [-1, 0],
        ],
      ],
      [1.2, 1.6],
    ],
  ])('of %s', (_, f, from, value, ofX, ofY) => {
    const [x, y] = from.map(leaf) as [Variable, Variable];
    const z = f(x, y);
    sendCounted(z);
    expectTensor(z, value, 'value');
    expectTensor(x.grad, ofX, 'the first');
    expectTensor(y.grad, ofY, 'the second');
  });
});

describe('zeros', () => {
  it('keep the sign that PyTorch gives them', () => {
    const zero = constant([-0]);
    expect(o.clamp(zero, 0, 1).value.toFlat()).toEqual([-0]);
    expect(o.hardtanh(zero, 0, 6).value.toFlat()).toEqual([-0]);
    const x = leaf([1, 2]);
    const gradients = [constant([-0, -0])];
    backward([o.flip(x, [0])], { gradients });
    expect(x.grad?.value.toFlat()).toEqual([-0, -0]);
    const y = leaf([1, 2]);
    backward([o.index(y, [integers([0, 1])])], { gradients });
    expect(y.grad?.value.toFlat()).toEqual([0, 0]);
  });
});

describe('powers that PyTorch computes by simpler functions', () => {
  it.each([
    [3, [0.3857142925262451], [0.05738484486937523]],
    [-2, [0.5285714268684387], [3.5792551040649414]],
    [-0.5, [0.5285714268684387], [1.3754605054855347]],
    [0.5, [-0, -inf], [-0, Number.NaN]],
  ])('to the power %d have its last digit', (exponent, from, expected) => {
    expect(o.pow(constant(from), exponent).value.toFlat()).toEqual(expected);
  });
});

describe('a function of integers', () => {
  it('is float32', () => {
    expect(o.exp(new Variable(integers([1]))).value.dtype).toBe('float32');
  });
});

describe('the graph of matmul', () => {
  const counted = (shape: Shape) =>
    new Variable(
      reshape<Shape>(arange(1, shape.reduce((product, size) => product * size, 1) + 1, 1, 'float32'), shape),
    );
  const grown = (shape: Shape) => counted(shape).requireGrad();
  it.each<[string, () => Variable, string]>([
    [
      'a stack by a matrix',
      () => o.matmul(grown([2, 3, 2, 2]), counted([2, 2])),
      'UnsafeViewBackward0(MmBackward0(ViewBackward0(leaf),-))',
    ],
    [
      'a stack with gaps by a matrix',
      () => o.matmul(o.slice(grown([4, 3, 2, 2]), 0, { step: 2 }), counted([2, 2])),
      'UnsafeViewBackward0(BmmBackward0(UnsafeViewBackward0(CloneBackward0(ExpandBackward0(SliceBackward0(leaf)))),-))',
    ],
    [
      'an empty stack by a matrix',
      () => o.matmul(o.transpose(grown([3, 0, 2]), 0, 1), counted([2, 2])),
      'UnsafeViewBackward0(MmBackward0(ViewBackward0(TransposeBackward0(leaf)),-))',
    ],
    [
      'a vector by a stack',
      () => o.matmul(counted([3]), grown([2, 3, 2])),
      'UnsafeViewBackward0(BmmBackward0(-,ViewBackward0(ExpandBackward0(leaf))))',
    ],
    [
      'two single matrices',
      () => o.matmul(grown([1, 1, 3]), grown([1, 3, 1])),
      'UnsafeViewBackward0(BmmBackward0(ViewBackward0(ExpandBackward0(leaf)),ViewBackward0(ExpandBackward0(leaf))))',
    ],
    [
      'several by a single matrix',
      () => o.matmul(counted([2, 2, 2]), grown([1, 2, 2])),
      'UnsafeViewBackward0(MmBackward0(-,SqueezeBackward1(leaf)))',
    ],
    [
      'a single matrix by several',
      () => o.matmul(grown([1, 2, 2]), counted([2, 2, 2])),
      'CloneBackward0(TransposeBackward0(UnsafeViewBackward0(MmBackward0(-,TBackward0(SqueezeBackward1(leaf))))))',
    ],
    [
      'a single matrix by several, gradients for both',
      () => o.matmul(grown([1, 1, 3]), grown([2, 3, 1])),
      'TransposeBackward0(UnsafeViewBackward0(MmBackward0(ViewBackward0(TransposeBackward0(leaf)),TBackward0(SqueezeBackward1(leaf)))))',
    ],
    [
      'part of each matrix of a stack by a matrix',
      () => o.matmul(o.slice(grown([2, 3, 2]), 2, { stop: 1 }), counted([1, 2])),
      'UnsafeViewBackward0(MmBackward0(ReshapeAliasBackward0(SliceBackward0(leaf)),-))',
    ],
    [
      'more axes by a single matrix',
      () => o.matmul(counted([2, 2, 2, 2]), grown([1, 2, 2])),
      'UnsafeViewBackward0(BmmBackward0(-,ReshapeAliasBackward0(ExpandBackward0(leaf))))',
    ],
    [
      'a single matrix by more axes',
      () => o.matmul(grown([1, 2, 2]), counted([2, 2, 2, 2])),
      'UnsafeViewBackward0(BmmBackward0(ReshapeAliasBackward0(ExpandBackward0(leaf)),-))',
    ],
  ])('of %s', (_, product, graph) => {
    expect(graphOf(product().gradFn)).toBe(graph);
  });
});

describe('indices', () => {
  const cube = new Variable(reshape<Shape>(arange(0, 8), [2, 2, 2]));
  const matrix = constant([
    [1, 2, 3],
    [4, 5, 6],
  ]);
  it.each<[string, Parameters<typeof o.index>[1], Nested]>([
    ['a slice from 1 beside an integer', [{ start: 1, stop: 2 }, 0], [4]],
    ['a slice with a step beside an integer', [{ start: 0, stop: 2, step: 2 }, 0], [1]],
    ['a new axis before the rest', [null, '...', 0], [[1, 4]]],
    [
      'a mask of both axes after the rest',
      [
        '...',
        tensor([
          [true, false, true],
          [false, true, false],
        ]),
      ],
      [1, 3, 5],
    ],
    [
      'a mask of one axis after the rest',
      ['...', tensor([true, false, true])],
      [
        [1, 3],
        [4, 6],
      ],
    ],
  ])('take %s', (_, indices, expected) => {
    expect(o.index(matrix, indices).value.toNested()).toEqual(expected);
  });

  it('count an index tensor as one axis, however many it has', () => {
    expect(o.index(cube, [integers([[0], [1]]), '...', 0]).value.toNested()).toEqual([[[0, 2]], [[4, 6]]]);
    expect(o.index(cube, [integers([[0], [1]]), 0]).value.toNested()).toEqual([[[0, 1]], [[4, 5]]]);
  });
});

describe('a graph', () => {
  it('is walked from what was recorded last, which decides the last digits of a sum', () => {
    const a = leaf(1);
    const [one, two] = [o.mul(a, 1), o.mul(a, -1e8)];
    const both = o.add(one, two);
    backward([o.add(o.mul(a, 1e8), both)]);
    expect(a.grad?.value.item()).toBe(1);
  });

  it('gives each output of a node its own gradient', () => {
    const [p, q] = o.unbind(leaf([1, 2])) as [Variable, Variable];
    const sum = o.add(o.mul(p, 2), o.mul(q, 3));
    expect(gradientsOf([sum], [p, q]).map((each) => each?.value.item())).toEqual([2, 3]);
  });

  it('is left alone beyond the inputs asked for', () => {
    const y = o.mul(leaf(2), 2);
    y.retainGrad();
    const w = o.mul(y, 3);
    expect(gradientsOf([o.mul(w, w)], [w]).map((each) => each?.value.item())).toEqual([24]);
    expect(y.grad).toBeNull();
  });

  it('counts what it adds to a gradient as a write', () => {
    const w = leaf([1, 2]);
    for (const _ of [1, 2]) backward([o.sum(o.mul(w, 3))]);
    expect(w.grad?.version.writes).toBe(1);
  });
});

describe('a view whose base was written to', () => {
  it('passes on what reaches its repeated elements, added up', () => {
    const v = leaf([1, 2, 3]);
    const y = o.clone(v);
    const wide = o.expand(o.view(y, [3, 1]), [3, 2]);
    o.mul.inPlace(y, 2);
    backward([o.sum(wide)]);
    expect(v.grad?.value.toFlat()).toEqual([4, 4, 4]);
  });

  it('keeps nothing, so that backward may run twice', () => {
    const v = leaf([1, 2, 3]);
    const y = o.clone(v);
    const tail = o.slice(y, 0, { start: 1 });
    o.add.inPlace(y, 1);
    const sum = o.sum(tail);
    backward([sum]);
    backward([sum]);
    expect(v.grad?.value.toFlat()).toEqual([0, 2, 2]);
  });

  it('may be written to where a stretched axis has one element', () => {
    const u = constant([1, 1, 1]);
    o.add.inPlace(o.expand(u, [1, 3]), 1);
    expect(u.value.toFlat()).toEqual([2, 2, 2]);
  });
});
