/** Methods that give the tensor another shape without a copy. They would rename the node of a recorded tensor. */
import { operations as graph, type Variable } from '../../../tensor/autograd/index.ts';
import { Refusal, type Value } from '../../objects/index.ts';
import type { Arguments } from './arguments.ts';
import { define } from './define.ts';

for (const [name, view] of [
  ['squeeze_', (of: Variable) => graph.squeeze(of)],
  ['t_', (of: Variable) => graph.t(of)],
] as const)
  define(name, 'Tensor input', (given) => reshaped(given, name, view), 'method');
define(
  'unsqueeze_',
  'Tensor input, int dim',
  (given) => reshaped(given, 'unsqueeze_', (of) => graph.unsqueeze(of, given.int('dim', 0))),
  'method',
);
define(
  'transpose_',
  'Tensor input, int dim0, int dim1',
  (given) =>
    reshaped(given, 'transpose_', (of) => graph.transpose(of, given.int('dim0', 0), given.int('dim1', 0))),
  'method',
);

function reshaped(given: Arguments, name: string, view: (of: Variable) => Variable): Value {
  const object = given.object('input');
  if (object.variable.requiresGrad)
    throw new Refusal(
      `Tensor.${name} of a tensor that requires grad is not part of this book's PyTorch; Tensor.${name.slice(0, -1)} is`,
    );
  object.become(view(object.variable));
  object.variable.version.writes++;
  return object;
}
