import type { Hue } from '../../explain/index.ts';

/** The kinds of token that the style sheet tells apart; hue is kept for what a quantity is. */
export type TokenKind = 'keyword' | 'string' | 'comment';

/** A piece of a line of code that looks the same throughout. */
export interface Token {
  readonly text: string;
  readonly kind?: TokenKind;
  /** The colour of the variable that it names. */
  readonly hue?: Hue;
}

/** The tokens of one line, in order; their texts joined are the line without its line feed. */
export type TokenLine = readonly Token[];
