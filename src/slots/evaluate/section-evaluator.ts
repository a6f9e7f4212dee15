/** What the slots of a section's text are worth: the book's own Python evaluates them over the names of its figures. */
import { type Outcome, Session, type Slot, type SlotResult } from '../../python/index.ts';

/** A slot has no value, because it or the figures cannot be run. The message says why. */
export class UnknownSlotError extends Error {
  override name = 'UnknownSlotError';
}

/** Gives the result of a slot, a value or the exception it raised. */
export type Evaluator = (slot: Slot) => SlotResult;

/** Enough for the slots of a long section, and an end to a program that has none. */
const LIMITS = { steps: 20_000_000, milliseconds: 120_000 };

/**
 * Returns the evaluator of one section. The figures run once; a slot that changed them would be seen by the slots after
 * it, and by the test that compares each with what real Python says in names of its own.
 *
 * @param figures the Python program whose names the expressions use; it and they run without waiting, after `prepareAll`
 * @param name how messages call that program
 */
export function sectionEvaluator(figures: string, name: string): Evaluator {
  let session: Session | undefined;
  return (slot) => {
    session ??= openSession(figures, name);
    const result = session.evaluate(slot);
    if ('kind' in result) throw new UnknownSlotError(endOf(result));
    if ('error' in result && NOT_EVALUATED.has(result.error.type))
      throw new UnknownSlotError(`${result.error.type}: ${result.error.message}`);
    return result;
  };
}

/** A slot that cannot be run at all, as opposed to one that raises, which a text may announce. */
const NOT_EVALUATED = new Set(['SyntaxError', 'Refused']);

function openSession(figures: string, name: string): Session {
  const session = new Session({ limits: LIMITS });
  const { outcome } = session.run(figures);
  if (outcome.kind !== 'finished') throw new UnknownSlotError(`${name} does not run. ${endOf(outcome)}`);
  return session;
}

function endOf(outcome: Exclude<Outcome, { kind: 'finished' }>): string {
  switch (outcome.kind) {
    case 'raised': {
      const { type, message, module_line: line } = outcome.exception;
      return `Line ${line} raises ${type}: ${message}`;
    }
    case 'syntax-error':
      return `${outcome.type} in line ${outcome.line}: ${outcome.message}`;
    case 'refused':
      return `Line ${outcome.line}: ${outcome.message}`;
    case 'limit':
      return outcome.message;
    default:
      return outcome satisfies never;
  }
}
