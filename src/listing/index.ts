/** What a reader sees of a program. */
export { prepareAll } from '../python/index.ts';
export { colourNames } from './colour-names.ts';
export type { Token, TokenKind, TokenLine } from './highlight/token.ts';
export { highlightLines, highlightPython } from './highlight.ts';
export {
  type AuthorFile,
  type Library,
  type ListingView,
  listingView,
  type Panel,
  type StepView,
  slotsByLine,
} from './listing-view.ts';
export { readMarkers, withoutMarkers } from './markers.ts';
export { type Notebook, notebookOf } from './notebook.ts';
export { type Reference, type ReferenceEntry, readReference } from './reference.ts';
export type { State } from './states.ts';
export type { Expression, Snapshot, Statement, Step, Trace, Variable } from './trace.ts';
export { traceProgram } from './trace-program.ts';
export { alignTwins, type Difference, type TwinRow, type TwinSide } from './twins.ts';
export type { GridView, Mark, TextView, ValueView } from './value-view.ts';
export type { Work } from './work.ts';
