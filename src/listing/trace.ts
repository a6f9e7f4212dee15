/** What happened when a program ran, as plain data: the same whether a test, the build or a browser ran it. */
import type { ExpressionText, StatementText } from '../python/index.ts';
import type { SlotResult } from '../slots/index.ts';

export type Expression = ExpressionText;
export type Statement = StatementText;

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
