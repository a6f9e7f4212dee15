/** The state of one run of a program: its budget, its output, its modules. */
import type { Budget } from '../limits.ts';
import type { PyException } from '../objects/exceptions.ts';
import type { PyModule } from '../objects/module.ts';
import type { Value } from '../objects/object.ts';
import type { Expression } from '../parse/ast.ts';
import type { Frame } from './frame.ts';

/** What the evaluator tells about as it goes; see `trace/recorder.ts`. */
export type Observer = {
  /** A statement is about to run, or (`again`) a loop comes back to its line for the next turn. */
  line(frame: Frame, line: number, again?: boolean): void;
  /** The second visit to a `with` line, when its block is left. */
  leaving(frame: Frame, line: number): void;
  /** A comprehension on a single line is about to take its next turn. */
  turn(frame: Frame, line: number): void;
  entered(frame: Frame): void;
  /** The frame is left with a value, or by an exception (then the value is None). */
  left(frame: Frame, value: Value): void;
  raised(frame: Frame, exception: PyException): void;
  printed(text: string): void;
  /** An expression has got its value. */
  evaluated(frame: Frame, node: Expression, value: Value): void;
};

export type Run = {
  readonly budget: Budget;
  /** Undefined where no trace is wanted, or once it is full. */
  observer: Observer | undefined;
  readonly builtins: ReadonlyMap<string, Value>;
  readonly write: (text: string) => void;
  readonly importModule: (name: string) => PyModule | undefined;
  /** Python calls under way. */
  depth: number;
  /** The frame that is running, for `super()` and its like. */
  frame: Frame | undefined;
  /** Collections that are being made and that no variable holds yet, such as a comprehension's. */
  readonly building: Value[][];
  /** The exception that the innermost `except` is dealing with. */
  handling: PyException | null;
};
