/** How much a program has printed when each of its steps is over. */
import type { TraceStep } from '../run/run.ts';

/**
 * Returns the number of characters printed after each step. A statement that calls a function of the program prints when the
 * call has returned, so what it prints counts from the last step of that function on.
 */
export function printedAfter(steps: readonly TraceStep[]): number[] {
  const pending: { readonly depth: number; readonly length: number }[] = [];
  let printed = 0;
  return steps.map(({ depth, out = '' }, index) => {
    const next = steps[index + 1]?.depth ?? -1;
    if (next > depth) pending.push({ depth, length: out.length });
    else printed += out.length;
    while ((pending.at(-1)?.depth ?? -1) >= next && pending.length > 0) printed += pending.pop()?.length ?? 0;
    return printed;
  });
}
