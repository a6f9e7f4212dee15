/** Products added to a tensor: `addmv`, `addr`, `baddbmm`. */
import { operations as graph, type Variable } from '../../../../tensor/autograd/index.ts';
import type { Arguments } from '../arguments.ts';
import { define } from '../define.ts';

const self = (given: Arguments): Variable => given.variable('input');

/** `beta · self + alpha · product`. */
const scaled = (x: Variable, by: ReturnType<Arguments['scalar']>): Variable =>
  by === undefined || by.value === 1 ? x : graph.mul(x, by);
for (const [name, second, third, product, node] of [
  ['addmv', 'mat', 'vec', graph.mv, 'AddmvBackward0'],
  ['addr', 'vec1', 'vec2', graph.outer, 'AddrBackward0'],
  ['baddbmm', 'batch1', 'batch2', graph.bmm, 'BaddbmmBackward0'],
  [
    'addbmm',
    'batch1',
    'batch2',
    (a: Variable, b: Variable) => graph.sum(graph.bmm(a, b), { dim: 0 }),
    'AddbmmBackward0',
  ],
] as const) {
  const signature = `Tensor input, Tensor ${second}, Tensor ${third}, *, Number beta=1, Number alpha=1`;
  const compute = (given: Arguments): Variable =>
    graph.add(
      scaled(self(given), given.scalar('beta')),
      scaled(product(given.variable(second), given.variable(third)), given.scalar('alpha')),
    );
  define(name, `${signature}, Tensor out=None`, (given) => {
    const made = compute(given);
    if (made.gradFn !== null) made.gradFn.name = node;
    return made;
  });
  define(`${name}_`, signature, (given) => graph.copyFrom.inPlace(self(given), compute(given)), 'method');
}
