/** How a program ended, as data. */
import { type LimitKind, LimitReached } from './limits.ts';
import { PyError } from './objects/exceptions.ts';
import { str } from './operations/text.ts';
import { PythonSyntaxError } from './parse/syntax-error.ts';
import { Refusal } from './refusal.ts';
import type { ExceptionRecord } from './trace/step.ts';
import { traceback } from './trace/traceback.ts';

/** How a program ended. */
export type Outcome =
  | { readonly kind: 'finished' }
  | { readonly kind: 'raised'; readonly exception: ExceptionRecord; readonly traceback: string }
  | {
      readonly kind: 'syntax-error';
      readonly type: string;
      readonly message: string;
      readonly line: number;
      readonly column: number;
      readonly traceback: string;
    }
  | { readonly kind: 'refused'; readonly message: string; readonly line: number; readonly column: number }
  | { readonly kind: 'limit'; readonly limit: LimitKind; readonly message: string };

/** Returns the outcome for an error of the evaluator. Any other error is thrown again. */
export function describeEnd(
  error: unknown,
  text: string,
  file: string,
  first: ReadonlyMap<number, number>,
): Outcome {
  const statementAt = (line: number): number => first.get(line) ?? line;
  if (error instanceof PyError) {
    const { exception } = error;
    const [inner] = exception.traceback;
    const module = exception.traceback.findLast((entry) => entry.function === '<module>');
    return {
      kind: 'raised',
      exception: {
        type: exception.type.name,
        message: textOf(error),
        line: statementAt(inner?.line ?? 0),
        func: inner?.function ?? '<module>',
        module_line: statementAt(module?.line ?? 0),
      },
      traceback: traceback(exception, text, file),
    };
  }
  if (error instanceof PythonSyntaxError) {
    const { type, message, line, column } = error;
    const shown = text.split('\n')[line - 1] ?? '';
    const lines = [
      `  File "${file}", line ${line}`,
      `    ${shown.trim()}`,
      `${' '.repeat(4 + Math.max(0, column - 1 - (shown.length - shown.trimStart().length)))}^`,
    ];
    return {
      kind: 'syntax-error',
      type,
      message,
      line,
      column,
      traceback: `${lines.join('\n')}\n${type}: ${message}`,
    };
  }
  if (error instanceof Refusal)
    return { kind: 'refused', message: error.message, line: error.line ?? 1, column: error.column ?? 1 };
  if (error instanceof LimitReached) return { kind: 'limit', limit: error.limit, message: error.message };
  throw error;
}

function textOf(error: PyError): string {
  try {
    return str(error.exception);
  } catch (problem) {
    if (problem instanceof PyError) return `<exception str() failed>`;
    throw problem;
  }
}
