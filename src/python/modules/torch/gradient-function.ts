/** `grad_fn`: the node of the graph that made a tensor, as programs see it. */
import type { Variable } from '../../../tensor/autograd/index.ts';
import { members, PyObject, PyTuple, PyType } from '../../objects/index.ts';

/** `grad_fn`: prints as `<AddBackward0 object at 0x…>` and leads on through `next_functions`. */
class GradientFunction extends PyObject {
  readonly node: NonNullable<Variable['gradFn']>;

  constructor(node: NonNullable<Variable['gradFn']>) {
    super();
    this.node = node;
  }

  override get type(): PyType {
    return nodeType(this.node.name);
  }
}

const nodeTypes = new Map<string, PyType>();
const nodeObjects = new WeakMap<object, GradientFunction>();

function nodeType(name: string): PyType {
  const known = nodeTypes.get(name);
  if (known !== undefined) return known;
  const type = new PyType({ name, bases: [] });
  nodeTypes.set(name, type);
  members(type, (value): value is GradientFunction => value instanceof GradientFunction)
    .method('name', '', (self) => self.node.name)
    .getter(
      'next_functions',
      (self) =>
        new PyTuple(
          self.node.next.map(
            (edge) => new PyTuple(edge === null ? [null, 0n] : [nodeObject(edge.node), BigInt(edge.output)]),
          ),
        ),
    );
  return type;
}

export function nodeObject(node: NonNullable<Variable['gradFn']>): GradientFunction {
  const known = nodeObjects.get(node);
  if (known !== undefined) return known;
  const made = new GradientFunction(node);
  nodeObjects.set(node, made);
  return made;
}
