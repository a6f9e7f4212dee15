/** Broadcasting: two or three arrays added, their shapes aligned from the right, each axis judged. Pure. */
import {
  add,
  broadcastShapes,
  expand,
  fromFlat,
  type Shape,
  ShapeError,
  sizeOf,
  type Tensor,
} from '../../tensor/index.ts';
import { numpyBroadcastMismatch, type Raised, torchBroadcastMismatch } from '../../tensor/messages/index.ts';
import type { Literal } from '../base/index.ts';

/** An array given as a list or as rows. */
type Given = readonly number[] | readonly (readonly number[])[];
export type BroadcastingFigures = { readonly left: Given; readonly right: Given };

export type BroadcastingState = {
  readonly left: Shape;
  readonly right: Shape;
  /** A third operand, added to the sum of the others where `three` is on. */
  readonly third: Shape;
  readonly three: boolean;
  /** The cell of the result that is pointed at, in reading order. */
  readonly cell: number;
};

/** Results of more cells than this are judged and not drawn. */
const MOST_CELLS = 64;
/** The largest place of a picked cell that an address holds. */
export const MOST_PLACES = MOST_CELLS - 1;

export function startBroadcasting({ left, right }: BroadcastingFigures): BroadcastingState {
  return { left: shapeOf(left), right: shapeOf(right), third: [], three: false, cell: 0 };
}

/** An operand as it acts: its own array, and stretched to the result. */
export type Operand = {
  readonly name: string;
  readonly array: Tensor;
  /** As large as the result; missing where there is none, or it is too large to draw. */
  readonly stretched: Tensor | undefined;
};

/** How one axis fits, counted in the result. */
export type Axis = {
  /** The size in each operand; `undefined` where it has no such axis. */
  readonly sizes: readonly (number | undefined)[];
  readonly result: number | undefined;
  readonly rule: 'equal' | 'stretched' | 'missing' | 'both' | 'differ';
};

export type BroadcastingFacts = {
  readonly operands: readonly Operand[];
  readonly axes: readonly Axis[];
  /** The shape of the result; missing where the shapes do not broadcast. */
  readonly shape: Shape | undefined;
  /** The result; missing too where it is too large to draw. */
  readonly result: Tensor | undefined;
  readonly refusal: Refusal | undefined;
  /** The additions in which both operands have more elements afterwards than before. */
  readonly grown: readonly Pair[];
};

/** Two shapes that are added, and what comes out. */
type Pair = { readonly left: Shape; readonly right: Shape; readonly result: Shape };

/** The addition that both libraries refuse. */
export type Refusal = {
  readonly left: Shape;
  readonly right: Shape;
  readonly axis: number;
  readonly sizes: readonly [left: number, right: number];
  readonly numpy: Raised;
  readonly torch: Raised;
};

export function broadcastingFacts(state: BroadcastingState, figures: BroadcastingFigures): BroadcastingFacts {
  const shapes = shapesOf(state);
  const sums = added(shapes);
  const shape = 'refusal' in sums ? undefined : sums.shape;
  const isDrawn = shape !== undefined && sizeOf(shape) <= MOST_CELLS;
  const operands = shapes.map((each, k): Operand => {
    const array = arrayOf(k, each, figures);
    const stretched = isDrawn ? expand<Shape>(array, shape) : undefined;
    return { name: NAMES[k] ?? '', array, stretched };
  });
  const [first, ...others] = operands.map(({ array }) => array);
  return {
    operands,
    axes: axesOf(shapes, shape),
    shape,
    result:
      isDrawn && first
        ? others.reduce<Tensor>((sum, each) => add<Shape, Shape>(sum, each), first)
        : undefined,
    refusal: 'refusal' in sums ? sums.refusal : undefined,
    grown: sums.pairs.filter(
      ({ left, right, result }) => sizeOf(left) < sizeOf(result) && sizeOf(right) < sizeOf(result),
    ),
  };
}

const NAMES = ['a', 'b', 'c'] as const;

/** Returns the shapes that take part. */
export function shapesOf({ left, right, third, three }: BroadcastingState): readonly Shape[] {
  return three ? [left, right, third] : [left, right];
}

/** Returns the nearest valid state: the picked cell exists. */
export function repairBroadcasting(state: BroadcastingState): BroadcastingState {
  const sums = added(shapesOf(state));
  const size = 'refusal' in sums ? 1 : Math.min(MOST_CELLS, sizeOf(sums.shape));
  return { ...state, cell: Math.min(size - 1, Math.max(0, state.cell)) };
}

type Sums = { readonly pairs: readonly Pair[] } & ({ readonly shape: Shape } | { readonly refusal: Refusal });

/** a + b + c, added from the left as both libraries do: the first pair that does not fit is the one refused. */
function added(shapes: readonly Shape[]): Sums {
  const pairs: Pair[] = [];
  let [sum = []] = shapes;
  for (const right of shapes.slice(1)) {
    try {
      const result = broadcastShapes<Shape, Shape>(sum, right);
      pairs.push({ left: sum, right, result });
      sum = result;
    } catch (error) {
      if (!(error instanceof ShapeError) || error.problem.kind !== 'broadcast') throw error;
      const { axis, sizes } = error.problem;
      const words = {
        numpy: numpyBroadcastMismatch([sum, right]),
        torch: torchBroadcastMismatch(sizes, axis),
      };
      return { pairs, refusal: { left: sum, right, axis, sizes, ...words } };
    }
  }
  return { pairs, shape: sum };
}

function axesOf(shapes: readonly Shape[], shape: Shape | undefined): readonly Axis[] {
  const rank = Math.max(...shapes.map(({ length }) => length));
  return Array.from({ length: rank }, (_, axis): Axis => {
    const sizes = shapes.map((each) => each[axis - rank + each.length]);
    return { sizes, result: shape?.[axis], rule: ruleOf(sizes) };
  });
}

function ruleOf(sizes: Axis['sizes']): Axis['rule'] {
  const there = sizes.filter((size) => size !== undefined);
  const others = new Set(there.filter((size) => size !== 1));
  if (others.size > 1) return 'differ';
  const isMissing = there.length < sizes.length;
  const isStretched = others.size === 1 && there.includes(1);
  return isMissing && isStretched ? 'both' : isMissing ? 'missing' : isStretched ? 'stretched' : 'equal';
}

/** Returns the figures' own numbers where the shape is theirs; else numbers that tell by their digits where they stand. */
function arrayOf(operand: number, shape: Shape, figures: BroadcastingFigures): Tensor {
  const given = operand === 0 ? figures.left : operand === 1 ? figures.right : [];
  const own = shapeOf(given);
  const isOwn = operand < 2 && own.length === shape.length && own.every((size, axis) => size === shape[axis]);
  if (isOwn) return fromFlat(given.flat(), shape);
  // Larger arrays are only judged: their numbers are never drawn.
  if (sizeOf(shape) > MOST_CELLS) return fromFlat([0], []);
  return fromFlat(
    Array.from({ length: sizeOf(shape) }, (_, k) => (k + 1) * 100 ** operand),
    shape,
  );
}

function shapeOf(given: Given): Shape {
  const [first] = given;
  return typeof first === 'object' ? [given.length, first.length] : [given.length];
}

/** Returns the arrays by the names of the widget. */
export function broadcastingLiterals(
  state: BroadcastingState,
  figures: BroadcastingFigures,
): readonly Literal[] {
  return broadcastingFacts(state, figures).operands.flatMap(({ name, array }) => {
    const rows = array.toNested();
    return array.rank > 2 || !Array.isArray(rows) ? [] : [{ name, value: rows as Given }];
  });
}
