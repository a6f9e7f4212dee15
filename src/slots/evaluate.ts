/** The single place that knows what a slot's expression is worth: the book's own Python runs it. */
import { type Outcome, Session } from '../python/index.ts';
import { DESCRIBE } from './describe.ts';
import type { Slot } from './parse-slot.ts';
import type { SlotResult } from './value.ts';

/** A slot has no value, because it or the figures cannot be run. The message says why. */
export class UnknownSlotError extends Error {
  override name = 'UnknownSlotError';
}

/** Gives the result of a slot, a value or the exception it raised. */
export type Evaluator = (slot: Slot) => SlotResult;

/** Enough for the slots of a long section, and an end to a program that has none. */
const LIMITS = { steps: 20_000_000, milliseconds: 120_000 };

/** The statements that print what a slot is worth; an exception of the expression is a result like any other. */
function question({ expression, format = '' }: Slot): string {
  return [
    'try:',
    `    described_slot = (${expression})`,
    'except Exception as error:',
    '    described_slot = error',
    `print(describe_slot(described_slot, ${JSON.stringify(format)}))`,
  ].join('\n');
}

/**
 * The evaluator of one section. The figures run once; a slot that changed them would be seen by the slots after it,
 * and by the test that compares each with what real Python says in names of its own.
 *
 * @param figures the Python program whose names the expressions use; it and they run without waiting, after `prepareAll`
 * @param name how messages call that program
 */
export function sectionEvaluator(figures: string, name: string): Evaluator {
  let session: Session | undefined;
  return (slot) => {
    session ??= openSession(figures, name);
    const { outcome, stdout } = session.run(question(slot));
    if (outcome.kind !== 'finished') throw new UnknownSlotError(endOf(outcome));
    return JSON.parse(stdout);
  };
}

function openSession(figures: string, name: string): Session {
  const session = new Session({ limits: LIMITS });
  for (const text of [figures, DESCRIBE]) {
    const { outcome } = session.run(text);
    if (outcome.kind !== 'finished') throw new UnknownSlotError(`${name} does not run. ${endOf(outcome)}`);
  }
  return session;
}

function endOf(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'finished':
      return '';
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
