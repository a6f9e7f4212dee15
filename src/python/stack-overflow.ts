/** Whether JavaScript ran out of stack. Where a regular expression is compiled with no room left, V8 calls it a SyntaxError. */
export function isStackOverflow(error: unknown): boolean {
  return (
    error instanceof RangeError || (error instanceof SyntaxError && error.message.endsWith('Stack overflow'))
  );
}
