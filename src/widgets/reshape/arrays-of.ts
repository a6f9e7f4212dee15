/** The four arrays of a state, made by the tensor core, with where each of their cells lies in memory. */
import {
  copy as copyOf,
  fromFlat,
  index,
  permute,
  ravel,
  reshape,
  type Shape,
  ShapeError,
  type Tensor,
  transpose,
  viewAs,
} from '../../tensor/index.ts';
import {
  numpyReshapeRefusal,
  type Raised,
  torchReshapeRefusal,
  torchStepRefusal,
  torchViewRefusal,
} from '../../tensor/messages/index.ts';
import { indexOf } from '../arrays/places.ts';
import type { ArrayName, ReshapeState } from './model.ts';

export type Shown = {
  readonly tensor: Tensor;
  /** Whether it shares the memory that all was made from. */
  readonly sharing: 'memory' | 'view' | 'copy';
  readonly indexOf: (cell: number) => readonly number[];
  /** Where a cell lies in its own memory, in elements. */
  readonly positionOf: (cell: number) => number;
};

/** A shape that both libraries refuse; `from` names the array that does not come about. */
type Refusal = {
  readonly from: 'grid' | 'result';
  readonly size: number;
  readonly requested: Shape;
  readonly numpy: Raised;
  readonly torch: Raised;
};

export type Arrays = Readonly<Partial<Record<ArrayName, Shown>>> & {
  readonly memory: Shown;
  readonly refusal?: Refusal;
  /** What PyTorch refuses where NumPy does not: a step below 0, or `.view` of what only a copy can be. */
  readonly torchOnly?: Raised;
};

export function arraysOf(state: ReshapeState): Arrays {
  const memory = fromFlat(state.values, [state.values.length]);
  const show = (tensor: Tensor): Shown => ({
    tensor,
    sharing: tensor === memory ? 'memory' : tensor.storage === memory.storage ? 'view' : 'copy',
    indexOf: (cell) => indexOf(cell, tensor.shape),
    positionOf: (cell) =>
      indexOf(cell, tensor.shape).reduce(
        (place, each, axis) => place + each * (tensor.strides[axis] ?? 0),
        tensor.offset,
      ),
  });
  const grid = attempted('grid', memory, state.shape);
  if ('refusal' in grid) return { memory: show(memory), refusal: grid.refusal };
  const result = resultOf(state, grid.tensor);
  if ('refusal' in result) return { memory: show(memory), grid: show(grid.tensor), refusal: result.refusal };
  const made = rowOf(state, grid.tensor, result.tensor);
  const isOwn = made.storage !== memory.storage;
  const row = isOwn && state.copy.length === made.size ? fromFlat(state.copy, [made.size]) : made;
  const torchOnly = torchRefusal(state, result.tensor);
  return {
    memory: show(memory),
    grid: show(grid.tensor),
    result: show(result.tensor),
    row: show(row),
    ...(torchOnly && { torchOnly }),
  };
}

/** Returns what the row holds when it is made now. */
export function fresh(state: ReshapeState): readonly number[] {
  return arraysOf({ ...state, copy: [] }).row?.tensor.toFlat() ?? [];
}

/** Returns the shape with its −1 worked out; `undefined` where it does not hold `size` numbers. */
export function resolvedShape(shape: Shape, size: number): Shape | undefined {
  const made = attempted('grid', fromFlat(new Array<number>(size).fill(0), [size]), shape);
  return 'refusal' in made ? undefined : made.tensor.shape;
}

type Made = { readonly tensor: Tensor } | { readonly refusal: Refusal };

function attempted(from: Refusal['from'], array: Tensor, requested: Shape): Made {
  try {
    return { tensor: reshape<Shape>(array, requested) };
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    const { problem } = error;
    if (problem.kind !== 'reshape' && problem.kind !== 'two-unknown-sizes') throw error;
    const [numpy, torch] = [numpyReshapeRefusal(problem), torchReshapeRefusal(problem)];
    return { refusal: { from, size: array.size, requested, numpy, torch } };
  }
}

function resultOf(state: ReshapeState, grid: Tensor): Made {
  switch (state.operation) {
    case 'reshape':
      return attempted('result', grid, state.to);
    case 'transpose':
      return { tensor: transpose(grid) };
    case 'permute':
      return { tensor: permute(grid, state.order) };
    case 'flatten':
      return { tensor: ravel(grid) };
    case 'slice': {
      const slices = state.steps.map((step, axis) => ({
        // From the end a start would be another question: a step back takes the whole axis.
        start: step < 0 ? null : (state.starts[axis] ?? 0),
        step,
      }));
      return { tensor: index(grid, slices) };
    }
    default:
      return state.operation satisfies never;
  }
}

/** NumPy's `.flatten()` always copies; `.reshape(-1)` copies only where no strides describe the row. */
function rowOf(state: ReshapeState, grid: Tensor, result: Tensor): Tensor {
  return state.operation === 'flatten' ? ravel(copyOf(grid)) : ravel(result);
}

function torchRefusal({ operation, steps }: ReshapeState, result: Tensor): Raised | undefined {
  if (operation === 'slice' && steps.some((step) => step < 0)) return torchStepRefusal;
  try {
    viewAs(result, [-1]);
    return undefined;
  } catch (error) {
    if (error instanceof ShapeError && error.problem.kind === 'view') return torchViewRefusal;
    // An empty result has no −1 to work out; nothing is refused that NumPy takes.
    if (error instanceof ShapeError && error.problem.kind === 'reshape') return undefined;
    throw error;
  }
}
