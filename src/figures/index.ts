/** The reader's numbers: which figures of a section can be changed, and what follows from a change. It brings no Python. */
export {
  type AdjustableFigure,
  type FigureEntry,
  type ReaderNumbers,
  withReaderNumbers,
} from './adjustable.ts';
export {
  asReaderNumbers,
  type BoundedEntry,
  entriesByKey,
  keptNumbers,
  NUMBERS_PART,
  type NumberList,
  numbersQuery,
  readKeptNumbers,
  readNumbersQuery,
  withNumberAt,
} from './number-list.ts';
export type {
  FormulaPlace,
  LatexPart,
  MatrixDrawing,
  MatrixPlace,
  Place,
  RaisesPlace,
} from './place.ts';
export type { SectionFigures } from './section-figures.ts';
export {
  filledLatex,
  type Numbers,
  numbersOf,
  type Shown,
  type ShownError,
  type SlotResults,
  shownAt,
} from './shown.ts';
export { slotsOf } from './slots-of.ts';
