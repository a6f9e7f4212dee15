/** Evaluates slots over figures that a reader has changed: total, so that a page can ask with any numbers. */
import { type Outcome, Session, type SlotResult } from '../../python/index.ts';
import { parseSlot, SlotSyntaxError } from '../parse-slot.ts';
import { dependentSlots } from './dependencies.ts';

/** A question about slots, as plain JSON. */
export interface SlotsQuestion {
  /** The figures file with the reader's numbers in it. */
  readonly text: string;
  /** The slots by their spelling. */
  readonly slots: readonly string[];
  /** Slots that are evaluated too where they depend on one of the names whose numbers have changed. */
  readonly dependent?: { readonly slots: readonly string[]; readonly on: readonly string[] };
}

export interface SlotsAnswer {
  readonly results: readonly (readonly [slot: string, result: SlotResult])[];
  /** Why nothing could be evaluated, where the figures do not run. */
  readonly problem?: string;
}

/** Returns a function that answers questions; the figures run anew only where their text is another. */
export function slotEvaluator(): (question: SlotsQuestion, milliseconds: number) => SlotsAnswer {
  let last:
    | { readonly text: string; readonly session: Session; readonly problem: string | undefined }
    | undefined;
  return ({ text, slots, dependent }, milliseconds) => {
    if (last?.text !== text) {
      const session = new Session({ limits: { milliseconds } });
      last = { text, session, problem: problemOf(session.run(text).outcome) };
    }
    const { session, problem } = last;
    if (problem !== undefined) return { results: [], problem };
    const { slots: others = [], on = [] } = dependent ?? {};
    const wanted = new Set([...slots, ...dependentSlots(text, on, others)]);
    return { results: [...wanted].map((slot) => [slot, resultOf(slot, session)]) };
  };
}

function resultOf(text: string, session: Session): SlotResult {
  try {
    const result = session.evaluate(parseSlot(text));
    return 'kind' in result ? { error: { type: 'Stopped', message: result.message } } : result;
  } catch (error) {
    if (!(error instanceof SlotSyntaxError)) throw error;
    return { error: { type: 'SyntaxError', message: error.message } };
  }
}

function problemOf(outcome: Outcome): string | undefined {
  switch (outcome.kind) {
    case 'finished':
      return undefined;
    case 'raised':
      return `${outcome.exception.type}: ${outcome.exception.message}`;
    case 'syntax-error':
    case 'refused':
    case 'limit':
      return outcome.message;
    default:
      return outcome satisfies never;
  }
}
