/** What a reader sees of a program, before the choice of a step: lines, notes, where it can be stopped at. */
import type { FilledNode } from '../../slots/index.ts';
import type { TokenLine } from '../highlight/token.ts';
import type { Run } from '../run/run.ts';
import type { Library, ListingSource } from '../source/listing-source.ts';
import type { ProgramContext } from './step-context.ts';

/** The text that ran: the book's program, or a reader's change of it. */
export interface ListingText {
  readonly text: string;
  /** The tokens of each line. */
  readonly lines: readonly TokenLine[];
  /** The line, from 1, of each note by its marker; a note whose statement is gone is left out. */
  readonly notes: ReadonlyMap<string, number>;
}

export interface ListingView {
  readonly source: ListingSource;
  readonly run: Run;
  /** `vectors.py`. */
  readonly file: string;
  readonly library: Library;
  readonly text: string;
  /** One for each line of `text`; a line feed at its end begins none. */
  readonly lines: readonly TokenLine[];
  /** Lines with a note, and lines that do something, in their order. */
  readonly panels: readonly Panel[];
  /** Notes whose statement is gone from the text, in the order of the book. */
  readonly gone: readonly NoteView[];
  /** Where the program can be stopped at, in the order of execution. */
  readonly stops: readonly Stop[];
  readonly stdout: string;
  /** For the functions that look at a step of the view. */
  readonly program: ProgramContext;
}

/** A statement that has a panel: its values, worked sums or entries of the reference. */
export interface Panel {
  /** Its first and its last line. A compound statement ends with its header. */
  readonly line: number;
  readonly end: number;
  readonly note?: NoteView;
  /** The names, in the reference, of what the statement uses; the reference need not have those of a reader's program. */
  readonly reference: readonly string[];
  /** The numbers of the steps in which it ran; empty where it never did. */
  readonly steps: readonly number[];
}

/** An author's note with its slots filled. */
export interface NoteView {
  readonly marker: string;
  readonly title: readonly FilledNode[];
  readonly body: readonly FilledNode[];
  /** `never-ran`: its slots have no values. `gone`: its statement is no longer there. */
  readonly status: 'ran' | 'never-ran' | 'gone';
  /** The claims that do not hold, each by its slot. */
  readonly broken: readonly string[];
  /** The slots that have no value, each with the reason. */
  readonly failed: readonly { readonly slot: string; readonly problem: string }[];
}

/** One execution of a statement. */
export interface Stop {
  /** Its number among the steps of the trace. */
  readonly step: number;
  /** The first line of its statement, which is that of its panel. */
  readonly line: number;
  /** How many characters the program has printed when it is over. */
  readonly printed: number;
}
