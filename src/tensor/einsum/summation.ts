/** The sums of products that share letters. */
import { allocate, type DType } from '../dtype.ts';
import { workAt } from '../meter/index.ts';
import { rowMajorData } from '../row-major.ts';
import { type Shape, sizeOf } from '../shape.ts';
import { fromData, type Tensor } from '../tensor.ts';

/** One letter for each axis of each operand, and of the result. */
export type Subscripts = { readonly operands: readonly string[]; readonly result: string };

/** Returns the sums of the products that share the letters of the result. Letters that it lacks are summed over. */
export function einsum({ operands, result }: Subscripts, tensors: readonly Tensor[], dtype: DType): Tensor {
  const sizes = new Map<string, number>();
  operands.forEach((letters, i) => {
    [...letters].forEach((letter, axis) => {
      const size = tensors[i]?.shape[axis] as number;
      if (sizes.get(letter) === undefined || sizes.get(letter) === 1) sizes.set(letter, size);
    });
  });
  const summed = [...sizes.keys()].filter((letter) => !result.includes(letter));
  const order = [...result, ...summed];
  const counts = order.map((letter) => sizes.get(letter) as number);
  const strides = operands.map((letters, i) => stridesFor(order, letters, tensors[i] as Tensor));
  const data = tensors.map(rowMajorData);
  const shape: Shape = [...result].map((letter) => sizes.get(letter) as number);
  const inner = sizeOf(counts.slice(result.length));
  const values = allocate(dtype, sizeOf(shape));
  const round = dtype === 'float32' ? Math.fround : (value: number) => value;
  visit(counts, strides, (turn, places) => {
    let product = data[0]?.[places[0] as number] as number;
    for (let i = 1; i < data.length; i++)
      product = round(product * (data[i]?.[places[i] as number] as number));
    const at = Math.floor(turn / inner);
    values[at] = (values[at] as number) + product;
  });
  return fromData(values, shape, dtype);
}

/** Returns how far each letter of `order` moves in the elements of a tensor; a letter that stands twice walks the diagonal. */
function stridesFor(order: readonly string[], letters: string, { shape }: Tensor): number[] {
  const own = shape.map((size, axis) => (size === 1 ? 0 : sizeOf(shape.slice(axis + 1))));
  return order.map((letter) =>
    [...letters].reduce((sum, each, axis) => (each === letter ? sum + (own[axis] as number) : sum), 0),
  );
}

/** Counts through `counts`, the last fastest, with the place in each tensor. */
function visit(
  counts: readonly number[],
  strides: readonly (readonly number[])[],
  at: (turn: number, places: readonly number[]) => void,
): void {
  const total = sizeOf(counts);
  const places = strides.map(() => 0);
  const turns = counts.map(() => 0);
  for (let turn = 0; turn < total; turn++) {
    workAt(turn);
    at(turn, places);
    for (let axis = counts.length - 1; axis >= 0; axis--) {
      const next = (turns[axis] as number) + 1;
      const done = next === counts[axis];
      turns[axis] = done ? 0 : next;
      strides.forEach((own, i) => {
        const step = own[axis] as number;
        places[i] = (places[i] as number) + (done ? -step * (next - 1) : step);
      });
      if (!done) break;
    }
  }
}
