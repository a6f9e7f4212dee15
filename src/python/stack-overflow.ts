/**
 * Whether JavaScript ran out of stack. Firefox has an error of its own for that, and V8 calls it a SyntaxError where a regular
 * expression is compiled with no room left.
 */
export function isStackOverflow(error: unknown): boolean {
  return (
    error instanceof RangeError ||
    (error instanceof Error && /^too much recursion|: Stack overflow$/.test(error.message))
  );
}
