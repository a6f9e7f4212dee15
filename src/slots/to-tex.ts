import type { Cells, SlotValue } from '../python/index.ts';
import { needsBrackets } from './brackets.ts';
import { isMatrix } from './cells.ts';
import type { Guard } from './template.ts';

/** Returns a number's text as TeX: infinity and powers of ten as mathematics writes them. */
function numberToTex(text: string): string {
  const exponent = /^(-?[\d.]+)e([+-])0*(\d+)$/.exec(text);
  if (exponent) return `${exponent[1]} \\times 10^{${exponent[2] === '-' ? '-' : ''}${exponent[3]}}`;
  if (/^-?inf$/.test(text)) return text.replace('inf', '\\infty');
  return /^-?[\d.,]+%?$/.test(text) ? text.replaceAll(',', '{,}').replace('%', '\\%') : wordsToTex(text);
}

function wordsToTex(text: string): string {
  return `\\text{${text.replaceAll(/[\\{}$&#^_~%]/g, (character) => SPECIAL[character] ?? `\\${character}`)}}`;
}

const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};

function listToTex(cells: Cells, [open, close] = ['[', ']']): string {
  return `${open}${cells.map(cellToTex).join(',\\ ')}${close}`;
}

function cellToTex(cell: string | Cells): string {
  return typeof cell === 'string' ? numberToTex(cell) : listToTex(cell);
}

/**
 * Returns a value as TeX: numbers, vectors `[0.16,\ 0.43]`, tuples, two-dimensional arrays as bracketed matrices; in brackets
 * where its place needs them.
 */
export function slotToTex(value: SlotValue, guard?: Guard): string {
  return needsBrackets(value, guard) ? `(${bareTex(value)})` : bareTex(value);
}

function bareTex({ type, text, cells }: SlotValue): string {
  if (cells === undefined) return type === 'str' ? wordsToTex(text) : numberToTex(text);
  if (type === 'tuple' || type === 'Size') return listToTex(cells, ['(', cells.length === 1 ? ',)' : ')']);
  if (isMatrix(cells)) {
    const rows = cells.map((row) => row.map(numberToTex).join(' & '));
    return `\\begin{bmatrix}${rows.join(' \\\\ ')}\\end{bmatrix}`;
  }
  return listToTex(cells);
}
