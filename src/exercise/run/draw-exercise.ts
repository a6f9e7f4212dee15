/** Draws the numbers of an exercise. */
import { type SlotResult, slotKey } from '../../slots/index.ts';
import type { AnswerValue } from '../answer/answer-value.ts';
import { decimalsOf, sameForReaders } from '../answer/compare.ts';
import { type ExerciseSource, HOLE } from '../source/exercise-source.ts';
import { askedOf, mixed } from './asked.ts';
import type { Drawn } from './drawn.ts';
import { ExerciseProblem } from './exercise-problem.ts';
import { type ExerciseSession, MOST_ATTEMPTS, openSession } from './open-session.ts';

/** The seed of the numbers that stand in the book. */
export const BOOK_SEED = 1;
/** Numbers with more decimals than this are drawn again. */
const MOST_DECIMALS = 4;

/**
 * Returns the exercise as a seed draws it. Numbers are drawn again while `need` asks for it, while two of the answer and the
 * slips are the same for a reader, and while the answer has more than four decimals.
 *
 * @throws {ExerciseProblem} where the program fails, leaves something else than the exercise's kind needs, or draws nothing
 * that serves
 */
export function drawExercise(source: ExerciseSource, seed: number): Drawn {
  let reason = '"need" never holds';
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const session = openSession(source, seed, attempt);
    if (session === undefined) continue;
    const values = valuesOf(source, session);
    const doubt = unsuitable(source, values);
    if (doubt === undefined) return drawnFrom(source, session, values, attempt);
    reason = doubt;
  }
  throw new ExerciseProblem(`After ${MOST_ATTEMPTS} draws there is none that serves: ${reason}.`, seed);
}

/** The answer of a program and what its slips give. */
interface Values {
  readonly answer: AnswerValue;
  readonly slips: readonly (readonly [name: string, value: AnswerValue])[];
}

function valuesOf(source: ExerciseSource, session: ExerciseSession): Values {
  const { seed } = session;
  const names = session.texts('list(slips)');
  if (names === undefined)
    throw new ExerciseProblem('The program leaves no dict "slips" of names and values.', seed);
  const read = valueReader(source, session);
  const answer = read('answer');
  if (answer.kind === 'raised')
    throw new ExerciseProblem(`The program leaves no "answer" that can be given: ${answer.text}.`, seed);
  return { answer, slips: names.map((name) => [name, read(`slips[${JSON.stringify(name)}]`)]) };
}

/** How the value of an answer or a slip is found, given the expression that names it. */
export function valueReader(
  { kind }: ExerciseSource,
  session: ExerciseSession,
): (expression: string) => AnswerValue {
  switch (kind) {
    case 'hole':
      return (expression) => session.value(filledHole(expression));
    case 'function': {
      const { length } = session.texts('[str(k) for k in range(len(inputs))]') ?? [];
      return (expression) => ({
        kind: 'results',
        results: Array.from({ length }, (_, k) => session.value(`(${expression})(*inputs[${k}])`)),
      });
    }
    case 'number':
    case 'vector':
    case 'matrix':
    case 'shape':
    case 'dtype':
    case 'choice':
    case 'predict':
    case 'order':
      return (expression) => session.value(expression);
    default:
      return kind satisfies never;
  }
}

/** Returns the expression that evaluates the program with a text in its hole. */
export function filledHole(text: string): string {
  return `draw.value_of(code.replace(${JSON.stringify(HOLE)}, ${text}), **given)`;
}

/** Why a draw cannot be used, or undefined. */
function unsuitable({ kind }: ExerciseSource, { answer, slips }: Values): string | undefined {
  const all = [['the answer', answer] as const, ...slips];
  for (const [k, [name, value]] of all.entries()) {
    const same = all.slice(k + 1).find(([, other]) => sameForReaders(value, other));
    if (same !== undefined) return `${name} and ${same[0]} give the same`;
  }
  // A slip for a hole is its text, not the value of that text.
  if (kind === 'hole') return undefined;
  const isLong = answer.kind === 'numbers' && answer.cells.some((cell) => decimalsOf(cell) > MOST_DECIMALS);
  return isLong ? `the answer has more than ${MOST_DECIMALS} decimals` : undefined;
}

function drawnFrom(
  source: ExerciseSource,
  session: ExerciseSession,
  { answer, slips }: Values,
  attempt: number,
): Drawn {
  const slots = source.slots.map((slot): [string, SlotResult] => [slotKey(slot), session.result(slot)]);
  const asked = askedOf(source, session, answer);
  const why = whyOf(source, session);
  return {
    seed: session.seed,
    attempt,
    slots,
    asked,
    answer,
    answerText: session.text('answer') ?? '',
    slips,
    ...(why !== undefined && { why }),
    identity: JSON.stringify([slots, asked, answer]),
  };
}

/** Returns which of the reasons holds for the numbers drawn. */
function whyOf({ why }: ExerciseSource, session: ExerciseSession): Drawn['why'] {
  if (why === undefined) return undefined;
  const problem = (text: string) => new ExerciseProblem(text, session.seed);
  const names = session.texts('list(reasons)');
  if (names === undefined)
    throw problem('The program leaves no dict "reasons" of names and truth values, which "## why" needs.');
  const unknown = names.find((name) => why.reasons.every((reason) => reason.name !== name));
  if (unknown !== undefined)
    throw problem(`The reason "${unknown}" has no words. Expected "## reason ${unknown}".`);
  const holding = session.texts('[name for name in reasons if reasons[name]]') ?? [];
  const [holds, ...others] = holding;
  if (holds === undefined || others.length > 0)
    throw problem(`Expected exactly one reason that holds; found ${holding.join(', ') || 'none'}.`);
  return { offered: mixed(names, session), holds };
}
