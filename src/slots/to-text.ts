import type { Cells, SlotValue } from '../python/index.ts';

/** A hyphen that is a number's sign, not the one inside an exponent or a word. */
const SIGN = /(?<![\w.)\]])-(?=[\d.]|inf\b)/g;

/** Numbers in `text` with the minus sign of typography. */
export function withMinusSigns(text: string): string {
  return text.replace(SIGN, '\u2212');
}

function cellsToText(cells: Cells): string {
  return `[${cells.map((cell) => (typeof cell === 'string' ? cell : cellsToText(cell))).join(', ')}]`;
}

/** Returns a value as prose shows it: Python's own digits, true minus signs, arrays in brackets with commas. */
export function slotToText({ type, text, cells, dtype }: SlotValue): string {
  if (type === 'str') return text;
  const isArray = cells !== undefined && dtype !== undefined;
  return withMinusSigns(isArray ? cellsToText(cells) : text);
}
