/** What happened when a program ran, as plain JSON: the same whether the build, a worker or a test ran it. */
import type {
  ExceptionRecord,
  ExpressionText,
  StatementText,
  Step,
  WarningRecord,
} from '../../python/index.ts';
import type { SlotResult } from '../../slots/index.ts';

export type Run = Ran | NotRun;

/** A program that ran: to its end, until an exception, or until it was cut short. */
export interface Ran {
  readonly kind: 'ran';
  readonly trace: Trace;
  /** The exception that ended the program, or null. */
  readonly exception: ExceptionRecord | null;
  /** CPython's text for the exception; empty where there is none. */
  readonly traceback: string;
  /** Present where the program was warned. */
  readonly warnings?: readonly WarningRecord[];
  /** Present where nothing is known after the last step of the trace. */
  readonly cut?: Cut;
}

/** A program that did not start: it is not Python, or this Python does not offer what it needs. */
export interface NotRun {
  readonly kind: 'not-run';
  readonly reason: 'syntax' | Exclude<CutReason, 'trace'>;
  /** `SyntaxError`, `IndentationError` or `TabError`; empty for the other reasons. */
  readonly type: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly stdout: string;
}

/**
 * `refused`: this Python does not offer it. `limit`: the program used up its time or its memory. `trace`: the program ran
 * to its end, and is too long to be shown whole.
 */
type CutReason = 'refused' | 'limit' | 'trace';

/** Why a run ended before its program did, and where. */
export interface Cut {
  readonly reason: CutReason;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** The program's text in numbered parts, and its steps. */
export interface Trace {
  readonly stdout: string;
  readonly statements: readonly StatementText[];
  readonly expressions: readonly ExpressionText[];
  readonly steps: readonly TraceStep[];
  /** What the slots of each noted line are worth after it has run for the last time. */
  readonly slots: readonly LineSlots[];
}

/** One execution of a statement, with what is shown of it. */
export type TraceStep = Pick<
  Step,
  | 'line'
  | 'func'
  | 'depth'
  | 'exit'
  | 'changed'
  | 'moved'
  | 'deleted'
  | 'out'
  | 'raised'
  | 'returned'
  | 'values'
>;

export type LineSlots = readonly [
  line: number,
  results: readonly (readonly [slot: string, result: SlotResult])[],
];
