/** What becomes of the shapes in an expression, step by step, in both libraries. Plain data. */

export type Library = 'NumPy' | 'PyTorch';
export type Sizes = readonly number[];
export type AxisNames = readonly (string | undefined)[];

/** An array of the expression: as it is written, its shape, and the names of its axes as far as they are known. */
export type Operand = { readonly text: string; readonly sizes: Sizes; readonly names: AxisNames };

/**
 * How a step makes its shape: `matmul` sums the inner axes away, `broadcast` aligns axes from the right, `reverse` transposes,
 * `reduce` takes one axis together; `same` keeps the shape; `other` is whatever a function does.
 */
export type Rule = 'matmul' | 'broadcast' | 'reverse' | 'reduce' | 'same' | 'other';

/** One operation on arrays that ran. */
export type ShapeStep = {
  readonly rule: Rule;
  readonly operator: string;
  readonly operands: readonly Operand[];
  readonly result: Operand;
};

/** An operation that raised. */
export type ShapeFailure = {
  readonly text: string;
  readonly operands: readonly Operand[];
  readonly rule: Rule;
  readonly operator: string;
  /** Which axes of the operands meet and differ; the sizes are undefined where an operand has no such axis. */
  readonly clashes: readonly (readonly [left: number | undefined, right: number | undefined])[];
};

/** A change of the expression that was run and gives a shape. */
export type ShapeRepair = { readonly expression: string; readonly piece: string; readonly sizes: Sizes };

/** One library's answer for the expression. */
export type LibraryCheck = {
  readonly library: Library;
  readonly steps: readonly ShapeStep[];
} & (
  | { readonly kind: 'shape'; readonly sizes: Sizes }
  /** It runs, and what comes out is no array. */
  | { readonly kind: 'other'; readonly type: string }
  | {
      readonly kind: 'raised';
      readonly type: string;
      readonly message: string;
      readonly failure: ShapeFailure | undefined;
      readonly repairs: readonly ShapeRepair[];
    }
  /** It is not Python, is not offered here, or is too large to run here. */
  | { readonly kind: 'not-run'; readonly message: string; readonly isTooLarge?: boolean }
);

/** What both libraries make of it; one is left out where the expression names the other (`np.…`, `torch.…`). */
export type ShapeCheck = { readonly expression: string; readonly libraries: readonly LibraryCheck[] };
