/** Runs an exercise's program and reads the values that it leaves. */
import { Session, type Slot, type SlotResult } from '../../python/index.ts';
import { raised } from '../../slots/index.ts';
import { type AnswerValue, answerValue } from '../answer/answer-value.ts';
import type { ExerciseSource } from '../source/exercise-source.ts';
import { ExerciseProblem } from './exercise-problem.ts';

/** Seeds of the draws again are between those of two exercises. */
export const MOST_ATTEMPTS = 400;

/** What a program and a reader's answer to it may use. */
const LIMITS = { steps: 200_000, milliseconds: 1_000, elements: 1_000_000, output: 10_000 };

/** The run seed of one attempt at a seed. */
export function runSeed(seed: number, attempt: number): number {
  return seed * MOST_ATTEMPTS + attempt;
}

/** The values that a program left, by expressions over its names. */
export class ExerciseSession {
  readonly #session: Session;
  readonly seed: number;

  constructor(session: Session, seed: number) {
    this.#session = session;
    this.seed = seed;
  }

  /** Runs a text over the same names. */
  run(text: string) {
    return this.#session.run(text);
  }

  /**
   * Returns the value of an expression. Text that is not Python, and an evaluation that takes too long, give an error like any
   * other.
   */
  result(slot: Slot): SlotResult {
    const result = this.#session.evaluate(slot);
    return 'kind' in result ? { error: { type: 'Limit', message: result.message } } : result;
  }

  value(expression: string): AnswerValue {
    return answerValue(this.result({ expression }));
  }

  /** Returns the text of an expression, or undefined where it raises. */
  text(expression: string): string | undefined {
    const result = this.result({ expression });
    return raised(result) ? undefined : result.text;
  }

  /** Returns the items of a list of texts, or undefined where it is none. */
  texts(expression: string): readonly string[] | undefined {
    const result = this.result({ expression });
    if (raised(result) || result.cells === undefined) return undefined;
    return result.cells.every((cell) => typeof cell === 'string') ? result.cells : undefined;
  }
}

/**
 * Runs the program of an exercise; undefined where it wants to draw again.
 *
 * @throws {ExerciseProblem} where the program does not come to its end
 */
export function openSession(
  { program }: ExerciseSource,
  seed: number,
  attempt: number,
): ExerciseSession | undefined {
  const session = new Session({ seed: runSeed(seed, attempt), limits: LIMITS });
  const { outcome } = session.run(program);
  switch (outcome.kind) {
    case 'finished':
      return new ExerciseSession(session, seed);
    case 'raised': {
      const { type, message, module_line } = outcome.exception;
      if (type === 'DrawAgain') return undefined;
      throw new ExerciseProblem(`The program raises ${type}: ${message}.`, seed, module_line);
    }
    case 'syntax-error':
      throw new ExerciseProblem(`${outcome.type}: ${outcome.message}.`, seed, outcome.line);
    case 'refused':
      throw new ExerciseProblem(`${outcome.message}.`, seed, outcome.line);
    case 'limit':
      throw new ExerciseProblem(`The program does not come to an end: ${outcome.message}.`, seed);
    default:
      return outcome satisfies never;
  }
}
