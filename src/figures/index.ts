/** The reader's numbers: which figures of a section can be changed, and what follows from a change. It brings no Python. */
export {
  type AdjustableFigure,
  entryKey,
  type FigureEntry,
  type ReaderNumbers,
  withReaderNumbers,
} from './adjustable.ts';
