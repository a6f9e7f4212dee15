/** The tensor's attributes and what it answers about itself: sizes, strides, its place in memory. */
import { operations as graph, type Variable } from '../../../tensor/autograd/index.ts';
import { isFloat, type Tensor } from '../../../tensor/index.ts';
import { members, PyTuple } from '../../objects/index.ts';
import type { Arguments } from './arguments.ts';
import { define } from './define.ts';
import { CPU } from './device.ts';
import { dtypeObject, itemSize } from './dtype.ts';
import { runtimeError } from './errors.ts';
import { warnOnce } from './session.ts';
import { ownAxis } from './shapes.ts';
import { sizeOfShape } from './size.ts';
import { isTensor, type TensorObject, tensorType, wrap } from './tensor.ts';

members(tensorType, isTensor)
  .getter('shape', ({ tensor }) => sizeOfShape(tensor.shape))
  .getter('dtype', ({ tensor }) => dtypeObject(tensor.dtype))
  .getter('device', () => CPU)
  .getter('ndim', ({ tensor }) => BigInt(tensor.rank))
  .getter('itemsize', ({ tensor }) => BigInt(itemSize(tensor.dtype)))
  .getter('nbytes', ({ tensor }) => BigInt(tensor.size * itemSize(tensor.dtype)))
  .getter('is_cuda', () => false)
  .getter('is_cpu', () => true)
  .getter('T', (self) => {
    warnOfT(self.tensor.rank);
    return wrap(graph.reverseAxes(self.variable));
  })
  .getter('mT', (self) => wrap(matrixTransposed(self)))
  .getter('H', (self) => {
    const { rank } = self.tensor;
    if (rank !== 2 && rank !== 0)
      throw runtimeError(`tensor.H is only supported on matrices (2-D tensors). Got ${rank}-D tensor.`);
    return wrap(rank === 0 ? self.variable : graph.transpose(self.variable, 0, 1));
  });

/** PyTorch says so once in a program. */
function warnOfT(rank: number): void {
  if (rank === 0)
    warnOnce('Tensor.T is deprecated on 0-D tensors. This function is the identity in these cases.');
  else if (rank !== 2)
    warnOnce(
      'The use of `x.T` on tensors of dimension other than 2 to reverse their shape is deprecated and it will throw an error in a future release. Consider `x.mT` to transpose batches of matrices or `x.permute(*torch.arange(x.ndim - 1, -1, -1))` to reverse the dimensions of a tensor.',
    );
}

function matrixTransposed({ variable }: TensorObject): Variable {
  const { rank } = variable.value;
  if (rank === 0) return variable;
  if (rank < 2)
    throw runtimeError(
      `tensor.mT is only supported on matrices or batches of matrices. Got ${rank}-D tensor.`,
    );
  return graph.transpose(variable, -2, -1);
}

const tensorOf = (given: Arguments): Tensor => given.object('input').tensor;

for (const name of ['dim', 'ndimension'])
  define(name, 'Tensor input', (given) => BigInt(tensorOf(given).rank), 'method');
define('numel', 'Tensor input', (given) => BigInt(tensorOf(given).size));
define('nelement', 'Tensor input', (given) => BigInt(tensorOf(given).size), 'method');
define('element_size', 'Tensor input', (given) => BigInt(itemSize(tensorOf(given).dtype)), 'method');
define('storage_offset', 'Tensor input', (given) => BigInt(tensorOf(given).offset), 'method');
define(
  'is_contiguous',
  'Tensor input, *, memory_format memory_format=None',
  (given) => tensorOf(given).isContiguous,
  'method',
);
define('is_floating_point', 'Tensor input', (given) => isFloat(tensorOf(given).dtype));
define('is_complex', 'Tensor input', () => false);
define('get_device', 'Tensor input', () => -1n);
define('data_ptr', 'Tensor input', (given) => addressOf(tensorOf(given)), 'method');
define(
  'size',
  ['Tensor input, int dim=None', 'Tensor input, name dim'],
  (given) => {
    given.refuseNames();
    const { shape } = tensorOf(given);
    const dim = given.optionalInt('dim');
    return dim === undefined ? sizeOfShape(shape) : BigInt(shape[ownAxis(dim, shape.length)] as number);
  },
  'method',
);
define(
  'stride',
  ['Tensor input, int dim=None', 'Tensor input, name dim'],
  (given) => {
    const { strides } = tensorOf(given);
    const dim = given.optionalInt('dim');
    return dim === undefined
      ? new PyTuple(strides.map(BigInt))
      : BigInt(strides[ownAxis(dim, strides.length)] as number);
  },
  'method',
);

/** Made-up places in memory: equal for tensors that begin at the same element, further on for later ones. */
const addresses = new WeakMap<object, number>();
let nextAddress = 0x5581_0000_0040;
function addressOf({ storage, offset, dtype }: Tensor): bigint {
  let start = addresses.get(storage);
  if (start === undefined) {
    start = nextAddress;
    nextAddress += Math.ceil((storage.length * 8) / 64) * 64 + 64;
    addresses.set(storage, start);
  }
  return BigInt(start + offset * itemSize(dtype));
}
