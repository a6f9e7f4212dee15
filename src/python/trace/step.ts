/** What a trace is: plain data that can be sent to another thread or written as JSON. */
import type { Description } from '../objects/object.ts';
import type { SlotResult } from './slot-value.ts';

/** A value as it was at one moment. A value that did not change between two moments has one snapshot for both. */
export type Snapshot = Description & {
  readonly type: string;
  /** `repr(value)`; left out for a parameter with random numbers. */
  readonly repr?: string;
  readonly str?: string;
  /** Present where `repr` or `str` is longer than the trace's limit: they then end in the middle. */
  readonly cut?: true;
  /** Of an array or a tensor: the number of the buffer it looks into, from 1. Names with one number share memory. */
  readonly memory?: number;
  /** Where in the buffer its first element is, in elements. */
  readonly offset?: number;
};

export type Variable = Snapshot & { readonly name: string };

/** What an expression of the outline came to. */
export type ExpressionValue = readonly [expression: number, value: Snapshot];

/** One statement as it was executed once. A loop's header is a step for each iteration and one for its end. */
export type Step = {
  /** The first line of the statement, from 1. */
  readonly line: number;
  /** `<module>`, a function's name, `<lambda>`, `<genexpr>`. */
  readonly func: string;
  /** 0 in the module. */
  readonly depth: number;
  /** The second visit to a `with` line, when its block is left. */
  readonly exit?: true;
  /** Variables of the frame that are new or read differently than before, also through another name. */
  readonly changed: readonly Variable[];
  /** Variables that read as before, but look into another buffer than before: `b = a.copy()` after `b = a`. */
  readonly moved?: readonly Variable[];
  readonly deleted?: readonly string[];
  /** What was printed while the statement was the innermost one running. */
  readonly out?: string;
  /** `ValueError: message`, where an exception left the statement. */
  readonly raised?: string;
  /** The value of the call that ended with this step; not in the module. */
  readonly returned?: Snapshot;
  /** What its expressions came to, in the order of evaluation; left out once the trace's bytes are used up. */
  readonly values?: readonly ExpressionValue[];
  /** What the slots asked for on this line gave, in the order in which they were asked for. */
  readonly slots?: readonly SlotResult[];
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
