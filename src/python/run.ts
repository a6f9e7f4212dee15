import { type RunOptions, type RunResult, Session } from './session.ts';

/**
 * Runs one program from its text to what it printed, how it ended and what happened on the way; never throws once the text
 * was prepared.
 */
export function runProgram(text: string, options: RunOptions = {}): RunResult {
  return new Session(options).run(text);
}
