/** Runs a fault and its repair, and checks that the one goes wrong and the other does not. */
import { AuthorError } from '../../diagnostics/index.ts';
import { runListing } from '../run/run-listing.ts';
import { type EndingPart, endingOf } from './ending.ts';
import type { FaultSource } from './fault-source.ts';

/** What the two programs of a fault said. */
export interface FaultEndings {
  readonly wrong: readonly EndingPart[];
  readonly right: readonly EndingPart[];
}

/** @throws {AuthorError} for a program that the book cannot run, a repair that raises, and one that changes nothing */
export function runFault({ file, text, repaired, changed }: FaultSource): FaultEndings {
  const wrong = endingOf(runListing(text, new Map()));
  const right = endingOf(runListing(repaired, new Map()));
  const place = { file, line: changed[0] ?? 1, column: 1 };
  const stopped = [...wrong, ...right].find(({ kind }) => kind === 'stops');
  if (stopped !== undefined) throw new AuthorError(place, `The program was stopped: ${stopped.text}`);
  const raised = right.find(({ kind }) => kind === 'raises');
  if (raised !== undefined)
    throw new AuthorError(place, `The repair raises ${raised.type}: ${raised.text}. Expected one that runs.`);
  if (JSON.stringify(wrong) === JSON.stringify(right))
    throw new AuthorError(place, 'The repair changes nothing that is printed, warned of or raised.');
  return { wrong, right };
}
