/** What a reader sees of a program: everything that a page needs to step through one, and no Python. */
export type { Token, TokenLine } from './highlight/token.ts';
export type { LineResult } from './predict/line-result.ts';
export type { Prediction, WrongProgram } from './predict/prediction.ts';
export type { NotRun, Ran, Run, Trace } from './run/run.ts';
export { BLANK_PROGRAM } from './source/blank-program.ts';
export type { ListingSource, ReferenceTemplate } from './source/listing-source.ts';
export { consoleAt, outcomeAt, stateAt, typesAt, variablesAt } from './view/at-step.ts';
export type { ListingView, NoteView, Panel } from './view/listing-view.ts';
export { originOf } from './view/origin.ts';
export { shapeText } from './view/shape-text.ts';
export type { SharedMemory } from './view/shared-memory.ts';
export type { Broadcast, Origin, State, Work } from './view/state.ts';
export { SILENT_BROADCAST, silentBroadcastText, stopAtSilentBroadcast } from './view/strict.ts';
export { alignTwins, type TwinRow, type TwinSide } from './view/twins.ts';
export type { GridView, ValueView } from './view/value-view.ts';
export { bookText, listingView } from './view/view-listing.ts';
