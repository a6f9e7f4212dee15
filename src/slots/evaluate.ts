/** The single place that knows what a slot's expression is worth: the book's own Python runs it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Outcome, Session } from '../python/index.ts';
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

/** The definition of `describe_slot`, which turns a value into the JSON of a `SlotResult`. */
export function describeSource(): string {
  return readFileSync(new URL('describe.py', import.meta.url), 'utf8');
}

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
 * @param folder the section's folder
 * @param figures the name of the Python file there that the expressions build on
 */
export function sectionEvaluator(folder: string, figures: string): Evaluator {
  let session: Session | undefined;
  return (slot) => {
    session ??= openSession(join(folder, figures), figures);
    const { outcome, stdout } = session.run(question(slot));
    if (outcome.kind !== 'finished') throw new UnknownSlotError(endOf(outcome));
    return JSON.parse(stdout);
  };
}

function openSession(path: string, figures: string): Session {
  const session = new Session({ limits: LIMITS });
  for (const text of [readFileSync(path, 'utf8'), describeSource()]) {
    const { outcome } = session.run(text);
    if (outcome.kind !== 'finished') throw new UnknownSlotError(`${figures} does not run. ${endOf(outcome)}`);
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
