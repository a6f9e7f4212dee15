/** What an author wrote about a stop for predictions: plain JSON, part of a note. */

/** A line before which a reader may say what it will print. */
export interface PredictionSource {
  /** Whether it is among the first stops; the others come when a reader wants all. */
  readonly isDefault: boolean;
  readonly wrong: readonly WrongLine[];
}

/** A program that differs from the listing in one statement, as a misconception would have it. */
export interface WrongLine {
  /** What somebody believes whose program this is: "bias forgotten". Code stands in backticks. */
  readonly belief: string;
  /** The marker of the statement that is replaced. */
  readonly marker: string;
  /** What stands in its place. */
  readonly code: string;
}
