/** Tensors spread over grids, joined, and chosen in combinations. */
import { operations as graph, type Variable } from '../../../../tensor/autograd/index.ts';
import type { Shape } from '../../../../tensor/index.ts';
import * as core from '../../../../tensor/index.ts';
import { allocate, asIndex, type PyTuple, typeError } from '../../../objects/index.ts';
import { type Arguments, itemsOf, plain } from '../arguments.ts';
import { define, definePython, tuple } from '../define.ts';
import { runtimeError } from '../errors.ts';
import { warnOnce } from '../session.ts';
import { axisOf } from '../shapes.ts';
import { sizeOfShape } from '../size.ts';
import { isTensor } from '../tensor.ts';

const self = (given: Arguments): Variable => given.variable('input');
const tensorsIn = (values: PyTuple): Variable[] => {
  const [only] = values.items;
  const items = values.items.length === 1 && !isTensor(only ?? null) ? itemsOf(only) : values.items;
  return items.map((each, i) => {
    if (isTensor(each)) return each.variable;
    throw typeError(`expected Tensor as element ${i} in argument 0, but got ${typeof each}`);
  });
};

/** The vectors spread over a grid. */
definePython('meshgrid', '*tensors, indexing=None', (tensors, indexing) => {
  const vectors = tensorsIn(tensors);
  if (indexing === null)
    warnOnce('torch.meshgrid: in an upcoming release, it will be required to pass the indexing argument.');
  if (indexing !== null && indexing !== 'ij' && indexing !== 'xy')
    throw runtimeError(
      `torch.meshgrid: indexing must be one of "xy" or "ij", but received: ${String(indexing)}`,
    );
  for (const { value } of vectors)
    if (value.rank > 1)
      throw runtimeError(
        `torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got: ${value.rank}D`,
      );
  const swapped = indexing === 'xy' && vectors.length >= 2;
  const order = vectors.map((_, i) => (swapped && i < 2 ? 1 - i : i));
  const shape = order.map((i) => (vectors[i] as Variable).value.size);
  return tuple(
    vectors.map((vector, i) => {
      const axis = order.indexOf(i);
      const line = graph.view(
        vector,
        shape.map((_, each) => (each === axis ? vector.value.size : 1)),
      );
      return graph.expand(line, shape);
    }),
  );
});

definePython('cartesian_prod', '*tensors', (tensors) => {
  const vectors = tensorsIn(tensors);
  if (vectors.length === 1) return vectors[0] as Variable;
  const shape = vectors.map(({ value }) => value.size);
  const columns = vectors.map((vector, axis) =>
    graph.reshape(
      graph.expand(
        graph.view(
          vector,
          shape.map((_, each) => (each === axis ? vector.value.size : 1)),
        ),
        shape,
      ),
      [-1],
    ),
  );
  return graph.stack(columns, 1);
});

define('combinations', 'Tensor input, int r=2, bool with_replacement=False', (given) => {
  const x = self(given);
  if (x.value.rank !== 1)
    throw runtimeError('Expect a 1D vector, but got shape ['.concat(`${x.value.shape.join(', ')}]`));
  const [count, r, again] = [x.value.size, given.int('r', 2), given.flag('with_replacement')];
  if (r < 0) throw runtimeError('Expect a non-negative number, but got '.concat(String(r)));
  const found: number[][] = [];
  const choose = (chosen: number[], from: number): void => {
    allocate(1 + chosen.length);
    if (chosen.length === r) found.push(chosen);
    else for (let i = from; i < count; i++) choose([...chosen, i], again ? i : i + 1);
  };
  choose([], 0);
  if (r === 0) return plain(core.zeros<Shape>([0], x.value.dtype));
  return graph.reshape(graph.take(x, core.fromFlat<Shape>(found.flat(), [found.length * r], 'int64')), [
    found.length,
    r,
  ]);
});

definePython('block_diag', '*tensors', (tensors) => {
  const blocks = tensorsIn(tensors).map((each) => {
    const { rank, size } = each.value;
    if (rank > 2)
      throw runtimeError(
        `torch.block_diag: Input tensors must have 2 or fewer dimensions. Input 0 has ${rank} dimensions`,
      );
    return rank < 2 ? graph.reshape(each, [1, size]) : each;
  });
  const width = blocks.reduce((sum, { value }) => sum + (value.shape[1] as number), 0);
  let start = 0;
  const rows = blocks.map((block) => {
    const [height, own] = block.value.shape as [number, number];
    const blank = (columns: number): Variable =>
      plain(core.zeros<Shape>([height, columns], block.value.dtype));
    const row = graph.cat([blank(start), block, blank(width - start - own)], 1);
    start += own;
    return row;
  });
  return graph.cat(rows, 0);
});

definePython('broadcast_tensors', '*tensors', (tensors) => {
  const given = tensorsIn(tensors);
  const shape = given.reduce<Shape>(
    (common, { value }) => core.broadcastShapes<Shape, Shape>(common, value.shape) as Shape,
    [],
  );
  return tuple(given.map((each) => graph.expand(each, shape)));
});
definePython('broadcast_shapes', '*shapes', ({ items }) => {
  const shape = items
    .map((each) =>
      asIndex(each) === undefined
        ? itemsOf(each).map((size) => Number(asIndex(size)))
        : [Number(asIndex(each))],
    )
    .reduce<Shape>((common, each) => {
      try {
        return core.broadcastShapes<Shape, Shape>(common, each) as Shape;
      } catch (error) {
        if (!(error instanceof core.ShapeError)) throw error;
        throw runtimeError('Shape mismatch: objects cannot be broadcast to a single shape');
      }
    }, []);
  return sizeOfShape(shape);
});

/** The places of a triangle of a matrix, in two rows. */
for (const name of ['tril_indices', 'triu_indices'] as const)
  define(
    name,
    'int row, int col, int offset=0, *, dtype dtype=None, layout layout=None, device device=None, bool pin_memory=False',
    (given) => {
      const all = core.ones<Shape>([given.int('row', 0), given.int('col', 0)], 'bool');
      const kept = (name === 'tril_indices' ? core.tril : core.triu)(all, given.int('offset', 0));
      return plain(core.astype(core.stack(core.nonzero(kept), 0), given.dtype() ?? 'int64'));
    },
    'function',
  );

define(
  'vander',
  'Tensor x, int? N=None, bool increasing=False',
  (given) => {
    const x = given.variable('x');
    const columns = given.optionalInt('N') ?? x.value.size;
    const powers = Array.from({ length: columns }, (_, i) =>
      graph.pow(x, given.flag('increasing') ? i : columns - 1 - i),
    );
    return graph.stack(powers, 1);
  },
  'function',
);

define('rot90', 'Tensor input, int k=1, ints dims=[0,1]', (given) => {
  const x = self(given);
  const [first = 0, second = 1] = (given.has('dims') ? given.ints('dims') : [0, 1]).map((dim) =>
    axisOf(dim, x.value.rank),
  );
  const turns = ((given.int('k', 1) % 4) + 4) % 4;
  if (turns === 0) return graph.clone(x);
  if (turns === 2) return graph.flip(x, [first, second]);
  return turns === 1
    ? graph.transpose(graph.flip(x, [second]), first, second)
    : graph.transpose(graph.flip(x, [first]), first, second);
});
