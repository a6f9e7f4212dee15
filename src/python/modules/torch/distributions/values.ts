/** How distributions read their parameters: numbers become tensors, and all are stretched to one shape. */
import { operations as graph, Variable } from '../../../../tensor/autograd/index.ts';
import { broadcastShapes, type DType, full, type Shape, type Tensor } from '../../../../tensor/index.ts';
import { asFloat, type Value, valueError } from '../../../objects/index.ts';
import { defaultDType } from '../creation.ts';
import { isTensor } from '../tensor.ts';

/** Returns a 0-d tensor of a number. */
export const tensorFrom = (value: Value, dtype: DType): Tensor => full([], asFloat(value) ?? 0, dtype);

/** Returns the parameters as tensors of one shape; `isNumber` tells whether all of them were numbers. */
export function readTogether(...given: readonly Value[]): { values: Variable[]; isNumber: boolean } {
  const wrong = given.find((each) => !isTensor(each) && asFloat(each) === undefined);
  if (wrong !== undefined)
    throw valueError(
      'Input arguments must all be instances of numbers.Number, torch.Tensor or objects implementing __torch_function__.',
    );
  const tensors = given.filter(isTensor);
  const dtype = tensors[0]?.tensor.dtype ?? defaultDType();
  const values = given.map((each) =>
    isTensor(each) ? each.variable : new Variable(tensorFrom(each, dtype)),
  );
  const shape = values.reduce<Shape>(
    (all, { value }) => broadcastShapes<Shape, Shape>(all, value.shape) as Shape,
    [],
  );
  const stretched = values.map((each) =>
    each.value.shape.join() === shape.join() ? each : graph.expand(each, [...shape]),
  );
  return { values: stretched, isNumber: tensors.length === 0 };
}
