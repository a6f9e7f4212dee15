/** An exception as a library raises it. */
export type Raised<T extends string = string> = { readonly type: T; readonly message: string };

/** Returns a shape as NumPy's C code writes it in messages: `(2,3)`, `(4,)`. Leading −1s are left out, as `reshape` does. */
export function tightShape(shape: readonly number[]): string {
  const firstKnown = Math.max(
    0,
    shape.findIndex((size) => size >= 0),
  );
  const text = shape
    .slice(firstKnown)
    .map((size) => (size < 0 ? 'newaxis' : size))
    .join(',');
  return shape.length === 1 ? `(${text},)` : `(${text})`;
}

/** Returns a shape as PyTorch writes it in messages: `[2, 3]`. */
export function listedShape(shape: readonly number[]): string {
  return `[${shape.join(', ')}]`;
}

/** Returns a shape as PyTorch writes the operands of a product: `2x3`. */
export function crossedShape(shape: readonly number[]): string {
  return shape.join('x');
}
