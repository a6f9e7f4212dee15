/** Answers a question about a text, in the worker or, where none can start, on the page's own thread. */
import { programTokens } from '../highlight/index.ts';
import { predictionOf } from '../predict/prediction.ts';
import { bookSlots } from '../run/book-slots.ts';
import { runListing } from '../run/run-listing.ts';
import { stopAtSilentBroadcast } from '../view/strict.ts';
import { explainError, type Judge } from './explain-error.ts';
import { literalsOf } from './literals.ts';
import { notePlaces } from './note-places.ts';
import type { Answer, Question } from './protocol.ts';

/** A page shows no more steps than this, and takes no longer than a frame or two to draw what is known of them. */
const TRACE_LIMITS = { steps: 10_000 };

/**
 * Returns everything that is known of a text once it has run; the modules that it imports must have been fetched.
 *
 * @param milliseconds how long the program may run
 */
export function answerTo({ source, text, strict = false, predict }: Question, milliseconds: number): Answer {
  const notes = notePlaces(source, text);
  const started = performance.now();
  const plain = runListing(text, bookSlots(source, notes), {
    limits: { milliseconds },
    traceLimits: TRACE_LIMITS,
  });
  const ended = performance.now();
  const judge: Judge = (run, of) => (strict ? stopAtSilentBroadcast(run, source, of) : run);
  const run = judge(plain, text);
  const explanation = explainError(run, text, judge);
  const stop = source.notes.find(({ marker }) => marker === predict)?.prediction;
  const prediction =
    predict !== undefined && stop !== undefined
      ? predictionOf({ text, run: plain, lines: notes }, predict, stop.wrong)
      : undefined;
  return {
    text,
    run,
    lines: programTokens(text, new Map(source.hues)),
    literals: literalsOf(text),
    notes: [...notes],
    ...(explanation !== undefined && { explanation }),
    ...(prediction !== undefined && { prediction }),
    milliseconds: ended - started,
  };
}
