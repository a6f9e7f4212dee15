/** What the engines say when the stack is exhausted: V8 and WebKit, Firefox, and V8 while it compiles a regular expression. */
const EXHAUSTED = /^Maximum call stack size exceeded|^too much recursion|: Stack overflow$/;

/**
 * Returns whether JavaScript ran out of stack. Any other RangeError is a mistake of the evaluator's and must not pass for one.
 */
export function isStackOverflow(error: unknown): boolean {
  return error instanceof Error && EXHAUSTED.test(error.message);
}
