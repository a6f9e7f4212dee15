/** What the page and the worker that runs programs say to each other. All of it is plain data. */
import type { TokenLine } from '../highlight/token.ts';
import type { Prediction } from '../predict/prediction.ts';
import type { Run } from '../run/run.ts';
import type { ListingSource } from '../source/listing-source.ts';
import type { Explanation } from './explanation.ts';
import type { Literal } from './literals.ts';

/** A text to run. */
export interface Question {
  readonly source: ListingSource;
  readonly text: string;
  /** Whether broadcasting that makes a value larger than both operands is an error. */
  readonly strict?: boolean;
  /** The marker of a stop for predictions, where that is asked for as well. */
  readonly predict?: string;
}

/** What is known of a text after it has run: enough to make a view of it. */
export interface Answer {
  readonly text: string;
  readonly run: Run;
  readonly lines: readonly TokenLine[];
  readonly literals: readonly Literal[];
  /** The line of each note by its marker; a note whose statement is gone is left out. */
  readonly notes: readonly (readonly [marker: string, line: number])[];
  /** Present where the program ended with an exception. */
  readonly explanation?: Explanation;
  /** Present where it was asked for, and the stop is still in the text. */
  readonly prediction?: Prediction;
  /** How long the program ran. */
  readonly milliseconds: number;
}

/** From the page: a program to run, or a question about the figures of a section. */
export interface ToWorker<Asked = Question> {
  readonly id: number;
  readonly question: Asked;
  readonly milliseconds: number;
}

/** From the worker: that it can be asked, an answer, or the message of an error of ours. */
export type FromWorker<Answered = Answer> =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answered }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };
