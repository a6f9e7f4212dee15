/** What happened when a program ran, as plain data: the same whether a test, the build or a browser ran it. */
import type { SlotResult } from '../slots/index.ts';

export type Data = number | boolean | string | readonly Data[];

/** A value as it was at one moment. */
export interface Snapshot {
  readonly type: string;
  readonly repr?: string;
  readonly str?: string;
  readonly dtype?: string;
  readonly shape?: readonly number[];
  /** In elements. */
  readonly stride?: readonly number[];
  /** Nested lists; nan and inf as text; left out past 64 entries. */
  readonly data?: Data;
  readonly requires_grad?: boolean;
  readonly grad_fn?: string;
  readonly grad?: string;
  /** A parameter that still has the random numbers it was made with. */
  readonly random?: boolean;
}

export interface Variable extends Snapshot {
  readonly name: string;
}

/** Line and column, from 1. */
export type Position = readonly [line: number, column: number];

/** An expression as it is written; `inputs` are the places of its operands in the list of all expressions. */
export interface Expression {
  readonly kind:
    | 'name'
    | 'literal'
    | 'unary'
    | 'binary'
    | 'compare'
    | 'attribute'
    | 'subscript'
    | 'call'
    | 'text';
  readonly text: string;
  readonly from: Position;
  readonly to: Position;
  readonly inputs: readonly number[];
  /** Of unary, binary and compare. */
  readonly operator?: string;
  /** An attribute's name, or the pattern of a subscript: `[i]`, `[:, j]`. */
  readonly name?: string;
  /** What is called, as it is written: `np.dot`. Methods have `method`, and their object is the first input. */
  readonly function?: string;
  readonly method?: string;
  readonly keywords?: readonly string[];
  /** The formats of an f-string's values, empty where there is none. */
  readonly specs?: readonly string[];
}

/** A statement as it is written; one over several lines ends at `end`, a compound one's body is apart. */
export interface Statement {
  readonly line: number;
  readonly end: number;
  /** CPython's name of it in lower case: `assign`, `expr`, `for`, `with`, `functiondef` … */
  readonly kind: string;
  readonly body?: readonly [from: number, to: number];
  readonly targets?: readonly string[];
  /** Patterns of the targets that are subscripts. */
  readonly items?: readonly string[];
}

/** One execution of a statement. */
export interface Step {
  readonly line: number;
  /** `<module>` or a function's name. */
  readonly func: string;
  readonly depth: number;
  /** Variables that are new or differ after it, also through another name. */
  readonly changed: readonly Variable[];
  /** What each of its expressions came to, in the order of evaluation. */
  readonly values?: readonly (readonly [expression: number, value: Snapshot])[];
  readonly out?: string;
  readonly raised?: string;
  readonly returned?: Snapshot;
  /** The second visit to a `with` line, when it is left. */
  readonly exit?: boolean;
}

export interface Failure {
  readonly type: string;
  readonly message: string;
  readonly line: number;
}

export interface Trace {
  readonly source: string;
  readonly stdout: string;
  readonly exception: Failure | null;
  readonly statements: readonly Statement[];
  readonly expressions: readonly Expression[];
  readonly steps: readonly Step[];
  /** What the slots of each note are worth after its line has run for the last time, by line and slot. */
  readonly slots: Readonly<Record<string, Readonly<Record<string, SlotResult>>>>;
}
