/** A program's text, painted character by character with kinds and hues, and cut into the tokens of its lines. */
import type { Hue } from '../../explain/index.ts';
import type { Token, TokenKind, TokenLine } from './token.ts';

/** A stretch of the text, from an offset up to another. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export class Paint {
  readonly #text: string;
  readonly #kinds: (TokenKind | undefined)[];
  readonly #hues: (Hue | undefined)[];

  /** @param text with lines that end in line feeds */
  constructor(text: string) {
    this.#text = text;
    this.#kinds = new Array(text.length);
    this.#hues = new Array(text.length);
  }

  /** Gives a stretch a kind, or takes its kind away. */
  kind({ from, to }: Span, kind: TokenKind | undefined): void {
    this.#kinds.fill(kind, from, to);
  }

  hue({ from, to }: Span, hue: Hue): void {
    this.#hues.fill(hue, from, to);
  }

  /**
   * Returns the tokens of each line; a line feed at the end begins none. Text inside strings and comments has no hue; space
   * between tokens has no kind.
   */
  lines(): TokenLine[] {
    const lines: TokenLine[] = [];
    let offset = 0;
    for (const line of this.#text.replace(/\n$/, '').split('\n')) {
      lines.push(this.#tokens(offset, offset + line.length));
      offset += line.length + 1;
    }
    return lines;
  }

  #tokens(from: number, to: number): Token[] {
    const tokens: Token[] = [];
    let start = from;
    for (let at = from; at < to; at += 1) {
      if (at + 1 < to && this.#look(at) === this.#look(at + 1)) continue;
      const kind = this.#kindAt(at);
      const hue = kind === undefined ? this.#hues[at] : undefined;
      tokens.push({ text: this.#text.slice(start, at + 1), ...(kind && { kind }), ...(hue && { hue }) });
      start = at + 1;
    }
    return tokens;
  }

  #look(at: number): string {
    const kind = this.#kindAt(at);
    return kind ?? this.#hues[at] ?? '';
  }

  #kindAt(at: number): TokenKind | undefined {
    const kind = this.#kinds[at];
    return kind === 'keyword' && this.#text.charAt(at).trim() === '' ? undefined : kind;
  }
}
