/** Judges answers that are pieces of a program: they are run. */
import { type AnswerValue, answerValue } from '../answer/answer-value.ts';
import { equalResults } from '../answer/compare.ts';
import { slipWithResult } from '../answer/explain-slip.ts';
import { pythonText } from '../answer/typed-text.ts';
import type { FailingInput, Verdict } from '../answer/verdict.ts';
import type { ExerciseSource } from '../source/exercise-source.ts';
import { filledHole } from './draw-exercise.ts';
import type { Drawn } from './drawn.ts';
import { type ExerciseSession, openSession } from './open-session.ts';

const NOT_DRAWN: Verdict = { kind: 'unread', problem: 'The numbers of this exercise cannot be drawn.' };
/** More than this is no answer. */
const MOST_CHARACTERS = 4_000;

function sessionOf(source: ExerciseSource, { seed, attempt }: Drawn): ExerciseSession | undefined {
  return openSession(source, seed, attempt);
}

/** Runs the lines in the reader's order. */
export function judgeOrder(
  source: ExerciseSource,
  drawn: Drawn,
  lines: readonly string[],
  order: readonly number[],
): Verdict {
  const session = sessionOf(source, drawn);
  if (session === undefined) return NOT_DRAWN;
  const ordered = order.map((place) => lines[place] ?? '');
  const result = session.result({ expression: `draw.run_lines(${JSON.stringify(ordered)}, **given)` });
  const given = answerValue(result);
  const ran = 'error' in result ? result.error.message : result.text;
  if (equalResults(drawn.answer, given)) return { kind: 'right', ran };
  const slip = slipWithResult(drawn.slips, given);
  return { kind: 'wrong', ran, ...(slip !== undefined && { slip }) };
}

/** Runs the program with the reader's text in its hole. */
export function judgeHole(source: ExerciseSource, drawn: Drawn, text: string): Verdict {
  const filled = pythonText(text);
  if (filled === '') return { kind: 'unread', problem: 'The hole is still empty. Write a piece of Python.' };
  if (filled.length > MOST_CHARACTERS) return { kind: 'unread', problem: 'That is too long for the hole.' };
  const session = sessionOf(source, drawn);
  if (session === undefined) return NOT_DRAWN;
  const value = session.value(filledHole(JSON.stringify(filled)));
  const ran = shown(value);
  if (value.kind === 'raised' && /^(?:Syntax|Indentation)Error/.test(value.text))
    return { kind: 'unread', problem: `With that in the hole it is no Python: ${value.text}.` };
  if (equalResults(drawn.answer, value)) return { kind: 'right', ran };
  const slip = slipWithText(session, filled) ?? slipWithResult(drawn.slips, value);
  return { kind: 'wrong', ran, ...(slip !== undefined && { slip }) };
}

/** Returns the slip whose text the reader wrote, apart from spaces. */
function slipWithText(session: ExerciseSession, text: string): string | undefined {
  const plain = (code: string) => code.replaceAll(/\s/g, '');
  const names = session.texts('list(slips)') ?? [];
  return names.find((name) => plain(session.text(`slips[${JSON.stringify(name)}]`) ?? '') === plain(text));
}

/** Defines the reader's function and calls it with each input. */
export function judgeFunction(
  source: ExerciseSource,
  drawn: Drawn,
  signature: string,
  text: string,
): Verdict {
  if (text.length > MOST_CHARACTERS) return { kind: 'unread', problem: 'That is too long for one function.' };
  const session = sessionOf(source, drawn);
  if (session === undefined) return NOT_DRAWN;
  const name = signature.replace(/\(.*/, '');
  const problem = defineFunction(session, text, name);
  if (problem !== undefined) return { kind: 'unread', problem };
  const expected = drawn.answer.kind === 'results' ? drawn.answer.results : [];
  const given = expected.map((_, k) => session.value(`${name}(*inputs[${k}])`));
  const failing = expected.flatMap((result, k) => {
    const other = given[k];
    return other !== undefined && equalResults(result, other) ? [] : [k];
  });
  if (failing.length === 0) return { kind: 'right' };
  const slip = slipWithResult(drawn.slips, { kind: 'results', results: given });
  return {
    kind: 'wrong',
    ...(slip !== undefined && { slip }),
    failing: smallestInput(session, name, signature, failing),
  };
}

/** Runs a text that should define the function `name`. Returns a sentence saying what is wrong; undefined if it defines it. */
function defineFunction(session: ExerciseSession, text: string, name: string): string | undefined {
  const { outcome } = session.run(text);
  switch (outcome.kind) {
    case 'finished':
      return session.text(`callable(${name})`) === 'True' ? undefined : `There is no function ${name} in it.`;
    case 'raised':
      return `Line ${outcome.exception.module_line} raises ${outcome.exception.type}: ${outcome.exception.message}.`;
    case 'syntax-error':
      return `Line ${outcome.line} is no Python: ${outcome.message}.`;
    case 'refused':
      return `Line ${outcome.line}: ${outcome.message}.`;
    case 'limit':
      return `It does not come to an end: ${outcome.message}.`;
    default:
      return outcome satisfies never;
  }
}

/** Returns the failing input with the fewest numbers in it. */
function smallestInput(
  session: ExerciseSession,
  name: string,
  signature: string,
  failing: readonly number[],
): FailingInput {
  const sizes = failing.map((k) => [k, sizeOf(session, k)] as const);
  const [smallest = 0] = sizes.toSorted(([, a], [, b]) => a - b)[0] ?? [];
  const parameters = /\((.*)\)/.exec(signature)?.[1]?.split(/\s*,\s*/) ?? [];
  return {
    args: parameters.map((parameter, k) => ({
      name: parameter,
      shape: session.text(`getattr(inputs[${smallest}][${k}], 'shape', '')`) ?? '',
      text: session.text(`inputs[${smallest}][${k}]`) ?? '',
    })),
    expected: resultText(session, `answer(*inputs[${smallest}])`),
    got: resultText(session, `${name}(*inputs[${smallest}])`),
  };
}

function sizeOf(session: ExerciseSession, input: number): number {
  return Number(session.text(`sum(getattr(each, 'size', 1) for each in inputs[${input}])`) ?? 0);
}

function resultText(session: ExerciseSession, expression: string): string {
  const value = session.value(expression);
  return value.kind === 'raised' ? value.text : (session.text(expression) ?? '');
}

/** Returns a value as Python would write it, on one line. */
function shown(value: AnswerValue): string {
  switch (value.kind) {
    case 'text':
    case 'raised':
      return value.text;
    case 'shape':
      return value.shape.length === 1 ? `(${value.shape[0]},)` : `(${value.shape.join(', ')})`;
    case 'numbers':
      return value.shape.length === 0 ? String(value.cells[0]) : `[${value.cells.join(', ')}]`;
    case 'results':
      return value.results.map(shown).join('; ');
    default:
      return value satisfies never;
  }
}
