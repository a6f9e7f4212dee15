/** Reads a number as people type it, for the fields of the widgets and for nothing else: no formula is evaluated. */

/** The farthest from zero that a number field takes. */
export const LIMIT = 1e6;

export type ReadNumber =
  | { readonly kind: 'number'; readonly value: number }
  /** It was farther from zero than `LIMIT`, and `value` is the limit. */
  | { readonly kind: 'held'; readonly value: number }
  | { readonly kind: 'refused' };

const MINUS_SIGNS = /[\u2212\u2010-\u2015\uFE58\uFE63\uFF0D]/g;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const DECIMAL = String.raw`(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?`;
const NUMBER = new RegExp(`^([+-]?${DECIMAL})(?:/(${DECIMAL}))?$`, 'i');

/**
 * Parses a number that a reader typed: a decimal with a point or a comma, a fraction such as 1/3, a power of ten as 1e6 or
 * 1 × 10⁶, with any sign that looks like a minus. Everything else is refused: nothing, two numbers, a division by zero.
 */
export function readNumber(text: string): ReadNumber {
  const plain = text
    .trim()
    .replace(/\s*[×*]\s*10\s*(?=[⁰¹²³⁴⁵⁶⁷⁸⁹⁻^])\^?/, 'e')
    .replace(/⁻/g, '-')
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String(SUPERSCRIPTS.indexOf(digit)))
    .replace(MINUS_SIGNS, '-')
    .replace(/^([+-])\s+/, '$1')
    .replace(/\s*\/\s*/, '/')
    .replaceAll(',', '.');
  const [, top, bottom = '1'] = NUMBER.exec(plain) ?? [];
  const value = Number(top) / Number(bottom);
  if (top === undefined || Number.isNaN(value) || Number(bottom) === 0) return { kind: 'refused' };
  if (Math.abs(value) > LIMIT) return { kind: 'held', value: Math.sign(value) * LIMIT };
  return { kind: 'number', value: value || 0 };
}
