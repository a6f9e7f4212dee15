/** `torch.Size`: a tuple with a name of its own. */
import type { Shape } from '../../../tensor/index.ts';
import {
  asIndex,
  members,
  PyTuple,
  PyType,
  repr,
  toArray,
  tupleType,
  typeError,
  typeName,
  type Value,
} from '../../objects/index.ts';

export const sizeType = new PyType({
  name: 'Size',
  module: 'torch',
  bases: [tupleType],
  describe: (self) => ({ data: (self as Size).items.map(Number) }),
});

export class Size extends PyTuple {
  override get type(): PyType {
    return sizeType;
  }

  override derive(items: readonly Value[]): PyTuple {
    return new Size(items);
  }
}

export const sizeOfShape = (shape: Shape): Size => new Size(shape.map(BigInt));

members(sizeType, (value): value is Size => value instanceof Size)
  .constructs('iterable=()', (_type, iterable) => {
    const items = toArray(iterable);
    return new Size(
      items.map((item, place) => {
        const index = asIndex(item);
        if (index === undefined)
          throw typeError(`torch.Size() takes an iterable of 'int' (item ${place} is '${typeName(item)}')`);
        return index;
      }),
    );
  })
  .method('numel', '', (self) => self.items.reduce((product: bigint, size) => product * (size as bigint), 1n))
  .special(
    '__repr__',
    (self: Size) => `torch.Size([${self.items.map((item: Value) => repr(item)).join(', ')}])`,
  );
