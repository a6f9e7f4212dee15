/** An exception in this book's words, with changes that were tried and run. Plain JSON. */

export interface Explanation {
  /** The first line of the statement that raised. */
  readonly line: number;
  /** Where in that line, as it is written, the operation stands; empty where it is not known. */
  readonly operation: string;
  /** What the operation was given. */
  readonly operands: readonly ExplainedOperand[];
  /** For two operands of arrays: their axes side by side, aligned at the last, and where they clash. */
  readonly axes: readonly AlignedAxis[];
  readonly repairs: readonly Repair[];
}

export interface ExplainedOperand {
  readonly text: string;
  /** Absent for what is no array. */
  readonly shape?: readonly number[];
  readonly dtype?: string;
  readonly type: string;
  /** The line that made it, where it is a variable. */
  readonly madeAt?: number;
}

/** One axis of two operands; a length is undefined where an operand has no such axis. */
export interface AlignedAxis {
  readonly left: number | undefined;
  readonly right: number | undefined;
  readonly clashes: boolean;
}

/** A small change with which the statement runs. */
export interface Repair {
  readonly kind: RepairKind;
  readonly edit: TextEdit;
  /** The changed piece of the program, as it then is: `W.T`. */
  readonly piece: string;
  /** The shape of the statement's result with the change, where it is an array. */
  readonly shape?: readonly number[];
}

type RepairKind =
  | 'transpose'
  | 'column'
  | 'keepdims'
  | 'float'
  | 'item'
  | 'any'
  | 'all'
  | 'reshape'
  | 'no-grad'
  | 'detach';

/** Replaces a stretch of the text, given by offsets. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

export function applyEdit(text: string, { from, to, insert }: TextEdit): string {
  return text.slice(0, from) + insert + text.slice(to);
}
