/** Python for the page: run a program, get its output, how it ended, and what happened line by line. */
export { comparedParts } from './compared-parts.ts';
export { DEFAULT_LIMITS, type Limits } from './limits.ts';
export type {
  ArrowsMark,
  AxesData,
  FigureData,
  ImageMark,
  Limits as AxisLimits,
  LineMark,
  Mark,
  MarkColor,
} from './modules/matplotlib/figure-data.ts';
export { prepare, prepareAll } from './modules/registry.ts';
export type { Outcome } from './outcome.ts';
export { runProgram } from './run.ts';
export { type RunResult, Session, type WarningRecord } from './session.ts';
export type { ExpressionText, StatementText } from './trace/program-text.ts';
export { toRecording } from './trace/recording.ts';
export type { Cells, Slot, SlotException, SlotResult, SlotValue } from './trace/slot-value.ts';
export type { ExceptionRecord, Snapshot, Step, Variable } from './trace/step.ts';
export type { TraceLimits } from './trace/trace-limits.ts';
