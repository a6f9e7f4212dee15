/** What a trace is: plain data that can be sent to another thread or written as JSON. */
import type { Description } from '../objects/object.ts';
import type { SlotResult } from './slot-value.ts';

/** A value as it was at one moment. */
export type Snapshot = { readonly type: string; readonly repr?: string; readonly str?: string } & Description;
export type Variable = Snapshot & { readonly name: string };

/** One call that a statement made: what went in and what came out. */
export type CallRecord = {
  /** As written: `np.dot`, `W.T.reshape`. */
  readonly text: string;
  /** Where the function lives: `numpy.dot`, `numpy.ndarray.reshape`, `__main__.layer`. */
  readonly function: string;
  /** The object of a method call. */
  readonly receiver?: Snapshot;
  readonly args: readonly Snapshot[];
  readonly keywords: readonly Variable[];
  /** Left out where the call raised. */
  result?: Snapshot;
};

/** The turn of each loop around a statement, outermost first. */
export type LoopTurn = { readonly line: number; readonly iteration: number };

/** One statement as it was executed once. A loop's header is a step for each turn and one for its end. */
export type Step = {
  readonly line: number;
  /** `<module>`, a function's name, `<lambda>`, `<genexpr>`. */
  readonly func: string;
  /** 0 in the module. */
  readonly depth: number;
  /** The second visit to a `with` line, when its block is left. */
  exit?: true;
  /** Variables of the frame that are new or read differently than before. */
  changed: readonly Variable[];
  deleted?: readonly string[];
  out?: string;
  raised?: string;
  returned?: Snapshot;
  /** Variables that the statement read, as they were then. */
  reads: readonly Variable[];
  calls: readonly CallRecord[];
  loops: readonly LoopTurn[];
  /** What each expression of the outline came to, in the order of evaluation. */
  values?: (readonly [expression: number, value: Snapshot])[];
  /** What the slots asked for on this line gave, in the order in which they were asked for. */
  slots?: readonly SlotResult[];
};

export type ExceptionRecord = {
  readonly type: string;
  readonly message: string;
  /** The innermost line of the program, and the function it is in. */
  readonly line: number;
  readonly func: string;
  /** The line of the module that led there. */
  readonly module_line: number;
};
