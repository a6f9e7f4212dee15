/** An exercise with its numbers drawn: what is asked, the answer, and what each misconception gives. Plain JSON. */
import type { SlotResult } from '../../slots/index.ts';
import type { AnswerValue } from '../answer/answer-value.ts';

export interface Drawn {
  readonly seed: number;
  /** How often the numbers were drawn again for this seed. */
  readonly attempt: number;
  /** By `slotKey`. */
  readonly slots: readonly (readonly [slot: string, result: SlotResult])[];
  readonly asked: Asked;
  readonly answer: AnswerValue;
  /** The answer as Python writes it: a number, an array, a text. */
  readonly answerText: string;
  readonly slips: readonly (readonly [name: string, value: AnswerValue])[];
  /** The reasons to choose from, in the order in which they are offered, and the one that holds. */
  readonly why?: { readonly offered: readonly string[]; readonly holds: string };
  /** The same for two draws that a reader cannot tell apart. */
  readonly identity: string;
}

/** What the reader answers with. */
export type Asked =
  | { readonly form: 'number'; readonly code?: string }
  /** A vector or a matrix whose shape is chosen first. */
  | { readonly form: 'grid'; readonly code?: string }
  | { readonly form: 'shape'; readonly code?: string }
  /** A text, such as what a program prints. */
  | { readonly form: 'text'; readonly code?: string }
  | { readonly form: 'choice'; readonly options: readonly string[]; readonly code?: string }
  /** Lines in the order in which they are offered; `order` lists them as the program should have them. */
  | { readonly form: 'order'; readonly lines: readonly string[]; readonly order: readonly number[] }
  | { readonly form: 'hole'; readonly code: string }
  | { readonly form: 'function'; readonly signature: string };
