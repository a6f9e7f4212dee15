/** A program's text, and the place of each character in it. */
import type { Place } from './ast.ts';

export class Source {
  readonly text: string;
  readonly #lineStarts: readonly number[];

  constructor(text: string) {
    this.text = text;
    const starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#lineStarts = starts;
  }

  /** Line and column, both from 1. */
  place(offset: number): Place {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#lineStarts[low] ?? 0) + 1 };
  }

  get lineCount(): number {
    return this.#lineStarts.length;
  }

  /** Returns the text of a line, from 1, without its end. */
  line(number: number): string {
    const start = this.#lineStarts[number - 1];
    if (start === undefined) return '';
    const end = this.#lineStarts[number];
    return this.text.slice(start, end === undefined ? undefined : end - 1);
  }

  lineStart(number: number): number {
    return this.#lineStarts[number - 1] ?? this.text.length;
  }

  slice(from: number, to: number): string {
    return this.text.slice(from, to);
  }
}
