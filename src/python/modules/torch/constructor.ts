/** `torch.Tensor(…)`, the constructor of old: sizes or data, always float32. */
import { Variable } from '../../../tensor/autograd/index.ts';
import { type Shape, zeros } from '../../../tensor/index.ts';
import { members, toIndex, typeError, typeName, type Value } from '../../objects/index.ts';
import { toTensor } from './convert.ts';
import { asTorch } from './errors.ts';
import { Size } from './size.ts';
import { isTensor, tensorType, wrap } from './tensor.ts';

members(tensorType, isTensor)
  .constructs('*data', (_type, { items }) => {
    const [first] = items;
    if (items.length === 1 && first !== undefined && typeof first !== 'bigint')
      return asTorch(() => legacy(first));
    const shape = items.length === 0 ? [0] : items.map((size) => Number(toIndex(size)));
    return asTorch(() => wrap(new Variable(zeros<Shape>(shape, 'float32'))));
  })
  .constant('__array_priority__', 1000n);

/** `torch.Tensor(data)`: always float32. */
function legacy(data: Value): Value {
  if (data instanceof Size) return wrap(new Variable(zeros<Shape>(data.items.map(Number), 'float32')));
  if (typeof data === 'string') throw typeError("new(): invalid data type 'str'");
  if (data === null || typeof data !== 'object')
    throw typeError(`new(): data must be a sequence (got ${typeName(data)})`);
  return wrap(new Variable(toTensor(data, 'float32')));
}
