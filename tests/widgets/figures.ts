/** The section's figures as these tests know them; the book's own live with its content. */
export const W = [
  [0.2, -0.5, 0.1],
  [0.8, 0.3, -0.4],
];
export const b = [0.1, -0.1];
export const X = [
  [0.8, 0.3, 0.5],
  [0.1, 0.9, 0.2],
  [0.6, 0.4, 0.7],
  [0.3, 0.8, 0.1],
];
export const LAYER = { X, W, b };
export const TWO_LAYERS = { ...LAYER, W_next: [[1, -2]], b_next: [0.5] };
export const PLANE = { v: [3, 4], a: [3, 2], b: [1, 4], c: 2.5 } as const;
