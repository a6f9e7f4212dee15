/** The colours of marks: those of the book's quantities, which a page may set, with its own values beside them. */
import type { MarkColor } from '../python/index.ts';

/** The book's colours of input, weight, bias, result and activation (src/styles/tokens.css), for light paper. */
const CYCLE = [
  'var(--x, #2a4074)',
  'var(--w, #a93a03)',
  'var(--b, #096f62)',
  'var(--z, #8224cf)',
  'var(--a, #6c1b30)',
];

export const colorOf = (color: MarkColor): string =>
  typeof color === 'number'
    ? (CYCLE[color % CYCLE.length] as string)
    : color === 'black'
      ? 'currentColor'
      : color;

/** Returns a grey for a share from 0, dark, to 1, light. */
export function greyOf(share: number): string {
  const level = Math.round(255 * Math.min(1, Math.max(0, share)));
  return `rgb(${level},${level},${level})`;
}
