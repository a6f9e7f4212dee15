/** What an author wrote of an exercise, compiled: plain JSON that the page fetches. */
import type { Slot, TemplateNode } from '../../slots/index.ts';

/** What a reader is asked to give. */
export type Kind =
  | 'number'
  | 'vector'
  | 'matrix'
  | 'shape'
  | 'dtype'
  | 'choice'
  /** The result of a program, shown beside its `code`: a number, a grid or a text. */
  | 'predict'
  /** The `lines` of a program, to put in an order. */
  | 'order'
  /** What stands in the hole of `code`. */
  | 'hole'
  | 'function';

export const KINDS: readonly Kind[] = [
  'number',
  'vector',
  'matrix',
  'shape',
  'dtype',
  'choice',
  'predict',
  'order',
  'hole',
  'function',
];

/** The mark in a program's text that is replaced by the reader's answer. */
export const HOLE = '____';

/** A reason to choose for a right answer. Whether it holds is computed by the program, for the numbers drawn. */
interface Reason {
  readonly name: string;
  readonly text: readonly TemplateNode[];
  /** What is said to a reader who chooses it where it does not hold; empty where it always does. */
  readonly words: readonly TemplateNode[];
}

/** A second step of an exercise, once the answer is right: which reason holds. */
export interface Why {
  readonly question: readonly TemplateNode[];
  readonly reasons: readonly Reason[];
}

export interface ExerciseSource {
  /** Unique in its section: `norm`. */
  readonly name: string;
  readonly title: string;
  readonly kind: Kind;
  /** Draws the numbers and leaves `answer` and `slips`, and for some kinds `code`, `lines`, `inputs`, `given`. */
  readonly program: string;
  readonly question: readonly TemplateNode[];
  readonly hint: readonly TemplateNode[];
  /** How the answer is found, in words; the worked sums follow it. Empty where they say all. */
  readonly work: readonly TemplateNode[];
  /** Where the section tells of it: links. */
  readonly back: readonly TemplateNode[];
  /** What is said to each misconception. */
  readonly slips: readonly (readonly [name: string, words: readonly TemplateNode[]])[];
  /** Absent where no reason is asked for. The program then leaves no `reasons`. */
  readonly why?: Why;
  /** The slots of all these texts. */
  readonly slots: readonly Slot[];
  /** Of kind `choice`: whether the options are pieces of a program. */
  readonly optionsAreCode: boolean;
  /** Of kind `function`: its first line without `def`, such as `layer(X, W, b)`. */
  readonly signature?: string;
}
