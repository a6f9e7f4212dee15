/** What a reader types for a number, a shape or a list, brought into the form of Python. */

/** Minus signs and dashes that keyboards, phones and pages put in. */
const MINUS = /[\u2010-\u2015\u2212\u207b\ufe58\ufe63\uff0d]/g;

/** Returns the text with signs that Python does not know replaced by its own: `−3 · √2` is `-3 * sqrt(2)`. */
export function pythonText(text: string): string {
  return text
    .replaceAll('²', '**2')
    .replaceAll('³', '**3')
    .normalize('NFKC')
    .replaceAll(MINUS, '-')
    .replaceAll(/[×·⋅∙]/g, '*')
    .replaceAll('^', '**')
    .replaceAll(/[÷∕⁄]/g, '/')
    .replaceAll(/√\s*(\d+(?:\.\d+)?)/g, 'sqrt($1)')
    .replaceAll('√', 'sqrt')
    .replaceAll('π', 'pi')
    .replaceAll(/[\u00a0\u2009\u202f]/g, ' ')
    .trim();
}

/** A number alone, with its sign, point and power of ten. */
const LITERAL = /^[-+]?\s*(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;

/** Returns one number as Python writes it; a comma between digits is a decimal point, as nothing else can be meant. */
export function numberText(text: string): string {
  return pythonText(text).replace(/^([-+]?\s*\d+),(\d+)$/, '$1.$2');
}

/**
 * Returns the texts of the cells of a list such as `[[1, 1/3], [sqrt(2), 4]]`, row by row, as they were typed. What stands in
 * round brackets is one cell. Shapes are not checked.
 */
export function listCells(text: string): string[] {
  const cells = [''];
  let depth = 0;
  for (const character of pythonText(text).replaceAll(/[[\]]/g, '')) {
    depth += character === '(' ? 1 : character === ')' ? -1 : 0;
    if (character === ',' && depth === 0) cells.push('');
    else cells.push(`${cells.pop() ?? ''}${character}`);
  }
  return cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
}

/** Returns the decimals that were typed of a number that stands alone; undefined for an expression. */
export function typedDecimals(text: string): number | undefined {
  if (!LITERAL.test(text)) return undefined;
  const [, fraction = '', exponent = '0'] = /^[^.e]*\.?(\d*)(?:e([-+]?\d+))?$/i.exec(text) ?? [];
  return Math.max(0, fraction.length - Number(exponent));
}

/** What is said of a text that gives no number. */
export const NUMBER_MEND = 'Write a number, such as 0.5, 1/3 or sqrt(2).';

/**
 * Returns the lengths of a shape written as `(4, 2)`, `4, 2`, `[4, 2]`, `4 x 2`, `4×2` or `(4,)`; `error` for one of the
 * words for it; undefined where the text is neither.
 */
export function shapeText(text: string): readonly number[] | 'error' | undefined {
  const plain = pythonText(text).toLowerCase();
  if (/^(?:an? )?(?:error|it raises|raises|fails)\b/.test(plain)) return 'error';
  const inside = plain
    .replace(/^(?:torch\.size|np\.shape)/, '')
    .replace(/^\((.*)\)$/, '$1')
    .replace(/^\[(.*)\]$/, '$1')
    .trim();
  if (inside === '') return plain === '' ? undefined : [];
  const parts = inside.replace(/,$/, '').split(/\s*(?:,|x|\*|;|\s)\s*/);
  return parts.every((part) => /^\d+$/.test(part)) ? parts.map(Number) : undefined;
}
