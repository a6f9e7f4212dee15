/** Reshaping: one stretch of memory seen through several shapes. Every view is a real view of the tensor core. Pure. */
import { numberText } from '../../explain/index.ts';
import { fromFlat, ravel, reshape, type Tensor, transpose } from '../../tensor/index.ts';
import { shapeText, type Twin } from '../base/index.ts';

export type ReshapeFigures = {
  /** What lies in memory, in order. */
  readonly values: readonly number[];
  /** The shape it is seen through: rows and columns. */
  readonly shape: readonly [rows: number, columns: number];
};
export type ReshapeState = ReshapeFigures;

/** One way of seeing the memory: which cell shows which position. */
export type Seen = {
  readonly name: string;
  readonly shape: readonly number[];
  /** How far apart, in elements, neighbours along each axis lie in memory. */
  readonly strides: readonly number[];
  /** Rows of cells; a list of one row when there is one axis. */
  readonly cells: readonly (readonly Cell[])[];
  /** Whether it shares the memory that it was made from. */
  readonly sharing: 'memory' | 'view' | 'copy';
};

export type Cell = {
  readonly text: string;
  /** The value's place in the first array's memory. */
  readonly position: number;
};

export type ReshapeFacts = {
  readonly seen: readonly Seen[];
  readonly size: number;
  /** Whether every value is its own place in memory, so that the place needs no number of its own. */
  readonly plain: boolean;
};

export function reshapeFacts({ values, shape }: ReshapeState): ReshapeFacts {
  const memory = fromFlat(values, [values.length]);
  // The same reshapes of the positions say where each shown value comes from.
  const positions = fromFlat([...values.keys()], [values.length]);
  const see = (name: string, make: (array: Tensor) => Tensor): Seen => {
    const array = make(memory);
    return {
      name,
      shape: array.shape,
      strides: array.strides,
      sharing: array === memory ? 'memory' : array.storage === memory.storage ? 'view' : 'copy',
      cells: cellsOf(array, make(positions)),
    };
  };
  return {
    size: values.length,
    plain: values.every((value, k) => value === k),
    seen: [
      see('In memory', (array) => array),
      see(`.reshape${shapeText(shape)}`, (array) => reshape(array, shape)),
      see(`.reshape${shapeText(shape)}.T`, (array) => transpose(reshape(array, shape))),
      see(`.reshape${shapeText(shape)}.T.ravel()`, (array) => ravel(transpose(reshape(array, shape)))),
    ],
  };
}

export const SHARING: Readonly<Record<Seen['sharing'], string>> = {
  memory: 'the memory itself',
  view: 'a view: the same memory',
  copy: 'a copy: memory of its own',
};

export function reshapeTwin({ seen, size }: ReshapeFacts): Twin {
  const views = seen.filter(({ sharing }) => sharing === 'view').length;
  return {
    sentence:
      `${size} numbers lie in memory in one row. Reshaping and transposing only change how far one steps through them: ` +
      `${views} of the arrays are views. Writing the transposed order out in a row needs a copy.`,
    head: ['Array', 'Shape', 'Strides, in elements', 'Memory', 'Values in order'],
    rows: seen.map(({ name, shape, strides, sharing, cells }) => [
      name,
      shapeText(shape),
      shapeText(strides),
      SHARING[sharing],
      cells
        .flat()
        .map(({ text }) => text)
        .join(' '),
    ]),
  };
}

function cellsOf(array: Tensor, positions: Tensor): readonly (readonly Cell[])[] {
  const columns = array.shape.at(-1) ?? 0;
  const [values, places] = [array.toFlat(), positions.toFlat()];
  const cells = values.map((value, k): Cell => ({ text: numberText(value), position: places[k] ?? k }));
  return Array.from({ length: Math.ceil(cells.length / columns) }, (_, i) =>
    cells.slice(i * columns, (i + 1) * columns),
  );
}
