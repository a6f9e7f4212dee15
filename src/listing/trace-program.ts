/** Runs a program in the book's own Python and gives what happened as plain data. */
import { AuthorError } from '../diagnostics/index.ts';
import { type Outcome, runProgram } from '../python/index.ts';
import { type Slot, type SlotResult, slotKey } from '../slots/index.ts';
import type { Trace } from './trace.ts';

/**
 * @param source the program without its markers, once `prepareAll` was awaited
 * @param slots for each line those to evaluate once it has run
 * @param file the program's name in messages
 * @throws {AuthorError} where the program is not Python, or not the book's
 */
export function traceProgram(
  source: string,
  slots: ReadonlyMap<number, readonly Slot[]>,
  file: string,
): Trace {
  const { stdout, outcome, steps, outline } = runProgram(source, {
    trace: true,
    expressions: true,
    slots,
  });
  const answers: Record<string, Record<string, SlotResult>> = {};
  for (const { line, slots: results = [] } of steps)
    answers[line] = Object.fromEntries(
      (slots.get(line) ?? []).flatMap((slot, k) => {
        const result = results[k];
        return result === undefined ? [] : [[slotKey(slot), result] as const];
      }),
    );
  return {
    source,
    stdout,
    exception: exceptionOf(outcome, file),
    statements: outline?.statements ?? [],
    expressions: outline?.expressions ?? [],
    steps,
    slots: answers,
  };
}

function exceptionOf(outcome: Outcome, file: string): Trace['exception'] {
  switch (outcome.kind) {
    case 'finished':
      return null;
    case 'raised':
      return outcome.exception;
    case 'syntax-error':
      throw new AuthorError(
        { file, line: outcome.line, column: outcome.column },
        `${outcome.type}: ${outcome.message}. Mend the program.`,
      );
    case 'refused':
      throw new AuthorError({ file, line: outcome.line, column: outcome.column }, outcome.message);
    case 'limit':
      throw new AuthorError({ file, line: 1, column: 1 }, outcome.message);
    default:
      return outcome satisfies never;
  }
}
