/** The execution state of one step, as data that is drawn. */
import type { Worked } from '../../explain/index.ts';
import type { ValueView } from './value-view.ts';

export interface State {
  /** Its number among the steps of the trace. */
  readonly step: number;
  /** The iteration it belongs to: `i = 1`; a header that finds nothing left says so. */
  readonly iteration?: string;
  readonly reads: readonly ValueView[];
  readonly work: readonly Work[];
  /** What it wrote, and results that it hands on without a name. */
  readonly writes: readonly ValueView[];
  /** Exactly what Python prints. */
  readonly prints: string;
  /** `ValueError: shapes differ`. */
  readonly raises?: string;
  /** What broadcasting stretched, in the order of evaluation. */
  readonly broadcasts: readonly Broadcast[];
}

/** Arrays of different shapes that an operation brought to one shape. */
export interface Broadcast {
  /** The operation, as it is written, and its number among the expressions of the trace; `Z += b` is none. */
  readonly text: string;
  readonly expression?: number;
  /** Its operands with more than one value, as they are written. */
  readonly operands: readonly { readonly text: string; readonly shape: readonly number[] }[];
  /** Those that were stretched. */
  readonly stretched: readonly string[];
  readonly shape: readonly number[];
  /** True where the result has more values than either operand: most often nobody meant that. */
  readonly grows: boolean;
}

/** What one expression of a statement came to, and how. */
export interface Work {
  /** The expression, as it is written. */
  readonly text: string;
  readonly worked: Worked;
}

/** Where a value, or one cell of it, comes from: the statement that wrote it, how, and what went in, recursively. */
export interface Origin {
  /** As the program calls it: `z`, `layer.weight`. */
  readonly name: string;
  /** The cell, as its place in row-major order, where one was asked for. */
  readonly cell?: number;
  /** The name with its place, `z[1]`, and the number or text that it is. */
  readonly label: string;
  readonly value: string;
  /** The step that wrote it, and its statement. */
  readonly step: number;
  readonly line: number;
  readonly statement: string;
  /** The iteration that the step belongs to. */
  readonly iteration?: string;
  /** `argument`: handed to a function by the call in `line`. */
  readonly by: 'statement' | 'argument';
  /** The worked sums of the step, of one cell only the lines that give it. */
  readonly work: readonly Work[];
  /** Of what the step read, each where it comes from in turn. */
  readonly inputs: readonly Origin[];
  /** True if the value is already shown above, or is too long to show. */
  readonly cut: boolean;
}
