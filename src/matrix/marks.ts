/**
 * The marks that one cell can carry besides its value. Each has a shape of its own in matrix.css (an outline, an underline, a
 * dashed box), so that none is shown by colour alone, and a word for screen readers.
 */
export type CellMark = 'changed' | 'active' | 'result' | 'ghost' | 'silent' | 'waiting';

/** The word that a screen reader hears after the cell's value. */
export const MARK_WORDS: Readonly<Record<CellMark, string>> = {
  changed: 'changed',
  active: 'in use',
  result: 'just computed',
  ghost: 'repeated',
  silent: 'silent',
  waiting: 'not computed yet',
};
