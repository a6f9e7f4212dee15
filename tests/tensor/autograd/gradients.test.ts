/** The gradient of every operation against finite differences, over shapes that include broadcasting. */
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { operations as o, type Variable } from '../../../src/tensor/autograd/index.ts';
import { greater, type Shape, tensor } from '../../../src/tensor/index.ts';
import {
  anyShape,
  broadcastable,
  expectSlopes,
  leafOf,
  positive,
  probability,
  small,
  someShape,
} from './finite-differences.ts';

type Leaves = fc.Arbitrary<Variable[]>;
type Case = readonly [
  name: string,
  leaves: Leaves,
  f: (...leaves: [Variable, Variable, Variable]) => Variable,
];

const one = (shapes: fc.Arbitrary<Shape>, domain?: (x: number) => number): Leaves =>
  shapes.chain((shape) => leafOf(shape, domain)).map((leaf) => [leaf]);
const pairOf = (
  shapes: fc.Arbitrary<[Shape, Shape]>,
  first?: (x: number) => number,
  second = first,
): Leaves => shapes.chain(([a, b]) => fc.tuple(leafOf(a, first), leafOf(b, second)));
const fixed = (...shapes: Shape[]): Leaves => fc.tuple(...shapes.map((shape) => leafOf(shape)));

function check(cases: readonly Case[]): void {
  it.each(cases)('%s', (_, leaves, f) => {
    fc.assert(
      fc.property(leaves, (given) => expectSlopes((each) => f(...(each as Parameters<typeof f>)), given)),
      { numRuns: 20 },
    );
  });
}

/** The results along each axis, counted from the front and from the back, side by side. */
const alongEach = (f: (x: Variable, axis: number) => Variable) => (x: Variable) => {
  const axes = x.value.shape.flatMap((_, axis) => [axis, axis - x.value.rank]);
  return o.cat(axes.map((axis) => o.flatten(f(x, axis))));
};
const indices = (nested: number[] | number[][]) => tensor(nested, { dtype: 'int64' });
const positives = ({ value }: Variable) => greater<Shape, Shape>(value, 0);

describe('functions of one element', () => {
  const names = {
    anywhere: [
      'neg',
      'abs',
      'square',
      'reciprocal',
      'exp',
      'expm1',
      'sin',
      'cos',
      'atan',
      'sinh',
      'cosh',
      'tanh',
    ],
    activations: ['sigmoid', 'relu', 'leakyReLU', 'elu', 'silu', 'softplus', 'logSigmoid', 'hardtanh'],
    constant: ['sign', 'floor', 'ceil', 'trunc', 'round'],
    above0: ['sqrt', 'rsqrt', 'log', 'log1p', 'log2', 'log10'],
    near0: ['asin', 'acos', 'tan', 'deg2rad', 'rad2deg'],
  } as const;
  const everywhere = [...names.anywhere, ...names.activations, ...names.constant];
  check([
    ...everywhere.map((name): Case => [name, one(anyShape), (x) => o[name](x)]),
    ...names.above0.map((name): Case => [name, one(anyShape, positive), (x) => o[name](x)]),
    ...names.near0.map((name): Case => [name, one(anyShape, small), (x) => o[name](x)]),
    ...[-2, -1, -0.5, 0, 0.5, 1, 2, 3, 1.7].map(
      (n): Case => [`power ${n}`, one(anyShape, positive), (x) => o.pow(x, { python: 'float', value: n })],
    ),
    ['power of 2', one(anyShape), (x) => o.pow(2, x)],
    ['clamp', one(anyShape), (x) => o.clamp(x, -1, 1)],
    ['clamp below', one(anyShape), (x) => o.clampMin(x, 0.5)],
    ['clamp above', one(anyShape), (x) => o.clampMax(x, 0.5)],
  ]);
});

describe('functions of two, broadcast', () => {
  const names = ['add', 'sub', 'rsub', 'mul', 'div'] as const;
  check([
    ...names.map((name): Case => [name, pairOf(broadcastable), (x, y) => o[name](x, y)]),
    ['add scaled', pairOf(broadcastable), (x, y) => o.add(x, y, 2.5)],
    ['power', pairOf(broadcastable, positive, small), (x, y) => o.pow(x, y)],
    ['remainder', pairOf(broadcastable, positive), (x, y) => o.remainder(x, o.add(y, 3.3))],
    ['maximum', pairOf(broadcastable, small, positive), (x, y) => o.maximum(x, y)],
    ['minimum', pairOf(broadcastable, small, positive), (x, y) => o.minimum(x, y)],
    ['where', pairOf(broadcastable), (x, y) => o.where(x, positives(x), y)],
    ['clamp between tensors', pairOf(broadcastable, small, positive), (x, y) => o.clamp(x, o.neg(y), y)],
    ['squared error', pairOf(broadcastable), (x, y) => o.mseLoss(x, y)],
    ['absolute error', pairOf(broadcastable, small, positive), (x, y) => o.l1Loss(x, y, 'sum')],
    ['binary cross entropy', one(anyShape, probability), (x) => o.binaryCrossEntropy(x, o.square(x))],
    [
      'the same of scores',
      pairOf(anyShape.map((s) => [s, s])),
      (x, y) => o.binaryCrossEntropyWithLogits(x, y),
    ],
  ]);
});

describe('reductions', () => {
  const whole = ['sum', 'mean', 'prod', 'max', 'min', 'median', 'vectorNorm'] as const;
  const lines = ['sum', 'mean', 'prod', 'amax', 'amin', 'logsumexp', 'vectorNorm'] as const;
  const ranked = ['maxAlong', 'minAlong', 'medianAlong', 'sort'] as const;
  const running = ['cumsum', 'cumprod', 'softmax', 'logSoftmax'] as const;
  const spreads = fc.constantFrom<Shape>([2], [3, 2], [2, 3, 2]);
  const orders = [0.5, 1, 1.5, 3, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  check([
    ...whole.map((name): Case => [`${name} of all`, one(anyShape), (x) => o[name](x)]),
    ...lines.map(
      (name): Case => [`${name} along`, one(someShape), alongEach((x, dim) => o[name](x, { dim }))],
    ),
    ...ranked.map((name): Case => [name, one(someShape), alongEach((x, dim) => o[name](x, dim).values)]),
    ...running.map((name): Case => [name, one(someShape), alongEach((x, dim) => o[name](x, dim))]),
    ...orders.map(
      (ord): Case => [`norm ${ord}`, one(someShape), alongEach((x, dim) => o.vectorNorm(x, { ord, dim }))],
    ),
    ['sum along two axes', fixed([2, 3, 2]), (x) => o.sum(x, { dim: [0, -1], keepdim: true })],
    ['product with zeros', fixed([2, 3]), (x) => o.prod(o.floor(x), { dim: 1 })],
    ['variance', one(spreads), (x) => o.variance(x)],
    ['variance of a population along', one(spreads), (x) => o.variance(x, { dim: 0, correction: 0 })],
    ['standard deviation', one(spreads), (x) => o.std(x, { dim: 0, keepdim: true })],
    ['matrix norm 1', fixed([2, 3]), (x) => o.matrixNorm(x, 1)],
    ['matrix norm inf', fixed([2, 2, 3]), (x) => o.matrixNorm(x, Number.POSITIVE_INFINITY)],
    ['matrix norm -1', fixed([2, 3]), (x) => o.matrixNorm(x, -1)],
    ['matrix norm fro', fixed([2, 2, 3]), (x) => o.matrixNorm(x, 'fro')],
    ['topk', fixed([2, 3]), (x) => o.topk(x, 2).values],
    ['normalize', fixed([2, 3]), (x) => o.normalize(x)],
    ['cosine similarity', fixed([2, 3], [1, 3]), (x, y) => o.cosineSimilarity(x, y)],
    ['negative log-likelihood', fixed([2, 3]), (x) => o.nllLoss(x, indices([2, -100]))],
    ['cross entropy', fixed([3, 3]), (x) => o.crossEntropy(x, indices([2, 0, 0]))],
  ]);
});

describe('products', () => {
  const shapes: readonly [Shape, Shape][] = [
    [[3], [3]],
    [[2, 3], [3]],
    [[3], [3, 2]],
    [
      [2, 3],
      [3, 2],
    ],
    [
      [2, 2, 3],
      [3, 2],
    ],
    [
      [2, 3],
      [2, 3, 2],
    ],
    [[2, 2, 3], [3]],
    [[3], [2, 3, 2]],
    [
      [2, 2, 3],
      [2, 3, 2],
    ],
    [
      [1, 2, 3],
      [2, 3, 2],
    ],
    [
      [2, 2, 3],
      [1, 3, 2],
    ],
    [
      [2, 1, 2, 3],
      [2, 3, 2],
    ],
  ];
  check([
    ...shapes.map(([a, b]): Case => [`[${a}] @ [${b}]`, fixed(a, b), (x, y) => o.matmul(x, y)]),
    ...[[3], [2, 3], [2, 2, 3]].map(
      (input): Case => [`linear of [${input}]`, fixed(input, [2, 3], [2]), (x, w, b) => o.linear(x, w, b)],
    ),
    ['bmm', fixed([2, 2, 3], [2, 3, 2]), (x, y) => o.bmm(x, y)],
    ['outer', fixed([2], [3]), (x, y) => o.outer(x, y)],
    ['cross', fixed([2, 3], [3]), (x, y) => o.cross(x, y)],
    ['det', fixed([2, 3, 3]), (x) => o.det(x)],
    ['det of a singular matrix', fixed([2, 3]), (x) => o.det(o.matmul(o.t(x), x))],
    ['inverse', fixed([2, 2]), (x) => o.inv(dominant(x))],
    ['solve for a vector', fixed([2, 2], [2]), (x, y) => o.solve(dominant(x), y)],
    ['solve for a matrix', fixed([2, 2], [2, 3]), (x, y) => o.solve(dominant(x), y)],
    ['trace', fixed([2, 3]), (x) => o.trace(x)],
  ]);
});

/** A matrix far from singular. */
const dominant = (x: Variable) => o.add(o.div(x, 4), o.diag(o.add(o.mul(o.index(x, [0]), 0), 3)));

describe('views and selections', () => {
  check([
    ['reshape', fixed([2, 3]), (x) => o.reshape(o.reverseAxes(x), [2, 3])],
    ['view', fixed([2, 3]), (x) => o.view(x, [3, 2])],
    ['flatten', one(anyShape), (x) => o.flatten(x)],
    ['permute', fixed([2, 3, 2]), (x) => o.permute(x, [2, 0, 1])],
    ['transpose', fixed([2, 3, 2]), (x) => o.transpose(x, 0, -1)],
    ['t', fixed([2, 3]), (x) => o.t(x)],
    ['expand', fixed([3]), (x) => o.expand(x, [2, 3])],
    ['unsqueeze', fixed([3]), (x) => o.unsqueeze(x, -1)],
    ['squeeze', fixed([1, 3, 1]), (x) => o.squeeze(x)],
    ['squeeze one', fixed([1, 3, 1]), (x) => o.squeeze(x, 0)],
    ['select', fixed([2, 3]), (x) => o.select(x, -1, 1)],
    ['slice', fixed([2, 3]), (x) => o.slice(x, 1, { step: 2 })],
    ['diagonal', fixed([3, 3]), (x) => o.diagonal(x, 1)],
    ['unbind', fixed([2, 3]), (x) => o.mul(...(o.unbind(x) as [Variable, Variable]))],
    ['split', fixed([3, 2]), (x) => o.split(x, [1, 2])[1] as Variable],
    ['index', fixed([3, 3]), (x) => o.index(x, [{ start: 1 }, indices([0, 2, 2])])],
    ['mask', fixed([3, 3]), (x) => o.index(x, [positives(x)])],
    [
      'gather',
      fixed([2, 3]),
      (x) =>
        o.gather(
          x,
          1,
          indices([
            [0, 0],
            [2, 1],
          ]),
        ),
    ],
    ['index select', fixed([2, 3]), (x) => o.indexSelect(x, 1, indices([2, 2, 0]))],
    ['take', fixed([2, 3]), (x) => o.take(x, indices([5, 0, 5]))],
    ['masked select', fixed([2, 3]), (x) => o.maskedSelect(x, positives(x))],
    ['masked fill', fixed([2, 3], []), (x, y) => o.maskedFill(x, positives(x), y)],
    ['flip', fixed([2, 3]), (x) => o.flip(x, [1])],
    ['repeat', fixed([2, 3]), (x) => o.repeat(x, [2, 1, 2])],
    ['repeat each', fixed([2, 3]), (x) => o.repeatInterleave(x, 2, 1)],
    ['roll', fixed([2, 3]), (x) => o.roll(x, 2)],
    ['diagonal matrix', fixed([3]), (x) => o.diag(x, -1)],
    ['tril', fixed([3, 3]), (x) => o.tril(x)],
    ['triu', fixed([3, 3]), (x) => o.triu(x, 1)],
    ['cat', fixed([2, 3], [2, 1]), (x, y) => o.cat([x, y, x], 1)],
    ['stack', fixed([2, 3], [2, 3]), (x, y) => o.stack([x, y], -1)],
    ['clone', one(anyShape), (x) => o.clone(x)],
  ]);
});

describe('writing in place', () => {
  /** Writes on a copy, because a leaf refuses. */
  const onCopy = (write: (copy: Variable, other: Variable) => unknown) => (x: Variable, y: Variable) => {
    const copy = o.mul(x, 2);
    write(copy, y);
    return o.mul(copy, copy);
  };
  check([
    ['add', fixed([2, 3], [3]), onCopy((x, y) => o.add.inPlace(x, y))],
    ['multiply', fixed([2, 3], [3]), onCopy((x, y) => o.mul.inPlace(x, y))],
    ['divide', fixed([2, 3], [3]), onCopy((x, y) => o.div.inPlace(x, y))],
    ['exp of a column', fixed([2, 3], []), onCopy((x) => o.exp.inPlace(o.index(x, [{}, 1])))],
    ['a row from a vector', fixed([2, 3], [3]), onCopy((x, y) => o.assignAt(x, [1], y))],
    ['a column from a number', fixed([2, 3], []), onCopy((x, y) => o.assignAt(x, ['...', 0], y))],
    ['places from a vector', fixed([3], [2]), onCopy((x, y) => o.assignAt(x, [indices([2, 0])], y))],
    [
      'a view of a view',
      fixed([2, 3], [2]),
      onCopy((x, y) => o.mul.inPlace(o.index(o.t(x), [{ start: 1 }]), y)),
    ],
  ]);
});
