/** Python that exists but is not offered here. It ends the program: no `except` of the program can catch it. */
export class Refusal extends Error {
  override readonly name = 'NotOffered';
  line: number | undefined;
  column: number | undefined;

  /** `what` reads as a sentence, such as "`match` is not part of this book's Python yet". */
  constructor(what: string, line?: number, column?: number) {
    super(what);
    this.line = line;
    this.column = column;
  }
}

/** A refusal of something in the language or in a built-in type. */
export function refuse(construct: string, line?: number, column?: number): never {
  throw new Refusal(`${construct} is not part of this book's Python yet`, line, column);
}
