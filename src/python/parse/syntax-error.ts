import type { Place } from './ast.ts';
import type { Source } from './source.ts';

export type SyntaxErrorType = 'SyntaxError' | 'IndentationError' | 'TabError';

/** A program that CPython would not start; `message` is CPython's own. */
export class PythonSyntaxError extends Error {
  override readonly name = 'PythonSyntaxError';
  readonly type: SyntaxErrorType;
  readonly line: number;
  readonly column: number;

  constructor(message: string, place: Place, type: SyntaxErrorType = 'SyntaxError') {
    super(message);
    this.type = type;
    this.line = place.line;
    this.column = place.column;
  }
}

/** Returns a syntax error at an offset of the source. */
export function syntaxError(
  source: Source,
  offset: number,
  message: string,
  type: SyntaxErrorType = 'SyntaxError',
): PythonSyntaxError {
  return new PythonSyntaxError(message, source.place(offset), type);
}
