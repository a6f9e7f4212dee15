import fc from 'fast-check';

/** A number as a slider, a drag or a field can give it: small and round, or large. */
export const quantity = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: -50, max: 50 }).map((tenths) => tenths / 10 || 0) },
  { weight: 1, arbitrary: fc.integer({ min: -1_000_000, max: 1_000_000 }) },
  { weight: 1, arbitrary: fc.constant(1e-9) },
);
export const point = fc.tuple(quantity, quantity);

/** What must never be shown: NaN, −0, a hyphen for a minus, a machine's exponent. */
export const UNSHOWABLE = /NaN|Infinity|[−-]0(?![.\d])|-\d|\de[+-]?\d/;

/** The text without code, whose minus is Python's own hyphen: `r.reshape(-1)`, `g[::-1]`. */
export function withoutCode(text: string): string {
  return text.replaceAll(/(reshape|view|transpose)\([^)]*\)|\[[^\]]*::[^\]]*\]/g, '');
}
