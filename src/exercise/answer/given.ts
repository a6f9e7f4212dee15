/** What a reader gives for an answer, before it is read. Plain JSON. */
export type Given =
  /** What was typed: a number, a shape, what stands in a hole, a function. */
  | { readonly kind: 'text'; readonly text: string }
  /** The shape chosen for a grid, before its cells are filled. */
  | { readonly kind: 'shape'; readonly shape: readonly number[] }
  /** A grid: its shape and what was typed in each cell, row by row. */
  | { readonly kind: 'cells'; readonly shape: readonly number[]; readonly cells: readonly string[] }
  | { readonly kind: 'option'; readonly option: number }
  /** The places of the offered lines, in the reader's order. */
  | { readonly kind: 'order'; readonly order: readonly number[] };
