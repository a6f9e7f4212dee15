import { allocate } from './dtype.ts';
import { rowMajorData } from './row-major.ts';
import { fromData, type Tensor } from './tensor.ts';

/** For each axis an int64 vector of the indices of the elements that are not 0, in row-major order. */
export function nonzero(t: Tensor): Tensor<[number]>[] {
  const data = rowMajorData(t);
  const places: number[] = [];
  for (let i = 0; i < data.length; i++) if (data[i] !== 0) places.push(i);
  let step = t.size;
  return t.shape.map((size) => {
    const block = step;
    step /= size;
    const indices = allocate('int64', places.length);
    for (let i = 0; i < places.length; i++) indices[i] = Math.floor(((places[i] as number) % block) / step);
    return fromData(indices, [places.length], 'int64');
  });
}
