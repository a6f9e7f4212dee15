/** A slot's value as MathML: what `to-tex.ts` writes for KaTeX, as elements. */
import type { Cells, SlotValue } from '../python/index.ts';
import { isMatrix } from './cells.ts';
import type { FilledElement } from './template.ts';

/** The rest of a word space, after the space that a comma has of itself. */
const WORD_SPACE: FilledElement = { tag: 'mspace', attributes: [['width', '0.15em']] };

/** Returns a number, a bracketed list or tuple, a matrix, or text, as one element. */
export function slotToMathMl({ type, text, cells }: SlotValue): FilledElement {
  if (cells === undefined) return type === 'str' ? element('mtext', text) : numberElement(text);
  if (type === 'tuple' || type === 'Size') return listElement(cells, ['(', cells.length === 1 ? ',)' : ')']);
  return isMatrix(cells) ? matrixElement(cells) : listElement(cells, ['[', ']']);
}

/** Returns a matrix in brackets. */
export function matrixElement(cells: readonly (readonly string[])[]): FilledElement {
  const rows = cells.map((row) => element('mtr', ...row.map((cell) => element('mtd', numberElement(cell)))));
  const table = { ...element('mtable', ...rows), attributes: [['class', 'm-matrix']] as const };
  return element('mrow', element('mo', '['), table, element('mo', ']'));
}

function numberElement(text: string): FilledElement {
  const [, mantissa, sign, exponent] = /^(-?[\d.]+)e([+-])0*(\d+)$/.exec(text) ?? [];
  if (mantissa !== undefined && exponent !== undefined) {
    const power = numberElement(`${sign === '-' ? '-' : ''}${exponent}`);
    const raised = element('msup', element('mn', '10'), power);
    return element('mrow', numberElement(mantissa), element('mo', '×'), raised);
  }
  const digits = text.replace(/^-/, '');
  if (digits !== 'inf' && !/^[\d.,]+%?$/.test(digits)) return element('mtext', text);
  return element('mn', text.replace('-', '−').replace('inf', '∞'));
}

function listElement(cells: Cells, [open, close]: readonly [string, string]): FilledElement {
  const entries = cells.flatMap((cell, k) => [
    ...(k === 0 ? [] : [element('mo', ','), WORD_SPACE]),
    typeof cell === 'string' ? numberElement(cell) : listElement(cell, ['[', ']']),
  ]);
  return element('mrow', fence(open), ...entries, fence(close));
}

/** Returns a bracket that keeps its size. */
function fence(text: string): FilledElement {
  return { ...element('mo', text), attributes: [['stretchy', 'false']] };
}

function element(tag: string, ...children: (string | FilledElement)[]): FilledElement {
  return { tag, children };
}
