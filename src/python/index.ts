/** Python for the page: run a program, get its output, how it ended, and what happened line by line. */
export { comparedParts } from './compared-parts.ts';
export { DEFAULT_LIMITS, type LimitKind, type Limits } from './limits.ts';
export type {
  ArrowsMark,
  AxesData,
  BarsMark,
  FigureData,
  ImageMark,
  Limits as AxisLimits,
  LineMark,
  Mark,
  MarkColor,
  PointsMark,
  RuleMark,
} from './modules/matplotlib/figure-data.ts';
export { prepare, prepareAll } from './modules/registry.ts';
export type { SnapshotData } from './objects/object.ts';
export type { Outcome } from './outcome.ts';
export { runProgram } from './run.ts';
export { type RunOptions, type RunResult, Session, type WarningRecord } from './session.ts';
export type { ExpressionText, ProgramText, StatementText } from './trace/program-text.ts';
export { toRecording } from './trace/recording.ts';
export type { Cells, Slot, SlotException, SlotResult, SlotValue } from './trace/slot-value.ts';
export type { ExceptionRecord, ExpressionValue, Snapshot, Step, Variable } from './trace/step.ts';
export { DEFAULT_TRACE_LIMITS, type TraceCut, type TraceLimits } from './trace/trace-limits.ts';
