/** What happened when a program ran, as plain JSON: the same whether the build, a worker or a test ran it. */
import type { ExpressionText, StatementText, Step } from '../../python/index.ts';
import type { SlotResult } from '../../slots/index.ts';

export type Run = Ran | NotRun;

/** A program that ran: to its end, until an exception, or until its trace was cut short. */
export interface Ran {
  readonly kind: 'ran';
  readonly trace: Trace;
  /** The exception that ended the program, or null. */
  readonly exception: Failure | null;
  /** Present where the program was ended by a limit, or its trace became too large. */
  readonly cut?: Cut;
}

/** A program that could not start: it is not Python, or needs what this Python does not offer. */
export interface NotRun {
  readonly kind: 'not-run';
  /** `limit`: ended before its first step. */
  readonly reason: 'syntax' | 'refused' | 'limit';
  /** `SyntaxError`, `IndentationError` or `TabError`; empty otherwise. */
  readonly type: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly stdout: string;
}

export interface Failure {
  /** `ValueError`. */
  readonly type: string;
  readonly message: string;
  /** The first line of the statement that raised it. */
  readonly line: number;
  /** CPython's text for an exception that nobody caught. */
  readonly traceback?: string;
}

/** Where and why nothing more is known of a run. */
export interface Cut {
  /** The number of steps that are known. */
  readonly steps: number;
  readonly message: string;
}

/** The program's text in numbered parts, and its steps. */
export interface Trace {
  readonly stdout: string;
  readonly statements: readonly StatementText[];
  readonly expressions: readonly ExpressionText[];
  readonly steps: readonly Step[];
  /** What the slots of each noted line are worth after it has run for the last time. */
  readonly slots: readonly LineSlots[];
}

export type LineSlots = readonly [
  line: number,
  results: readonly (readonly [slot: string, result: SlotResult])[],
];
