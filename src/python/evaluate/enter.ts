/** Entering a frame, with CPython's own limit on how many may be entered. */
import { pyError } from '../objects/exceptions.ts';
import type { Frame } from './frame.ts';

const MAX_DEPTH = 1000;

/** Makes a frame the running one; gives the one that was. Who enters takes both back in a `finally`. */
export function enter(frame: Frame): Frame | undefined {
  const { run } = frame;
  const caller = run.frame;
  if (run.depth >= MAX_DEPTH) throw pyError('RecursionError', 'maximum recursion depth exceeded');
  run.budget.step();
  run.observer?.entered(frame);
  run.depth++;
  run.frame = frame;
  frame.caller = caller;
  return caller;
}
