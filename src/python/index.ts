/** Python for the page: run a program, get its output, how it ended, and what happened line by line. */
export { DEFAULT_LIMITS, type LimitKind, type Limits } from './limits.ts';
export { type Outcome, type RunOptions, type RunResult, runProgram, type WarningRecord } from './run.ts';
export { toRecording } from './trace/recording.ts';
export type {
  CallRecord,
  ExceptionRecord,
  LoopTurn,
  SlotResult,
  Snapshot,
  Step,
  Variable,
} from './trace/step.ts';
