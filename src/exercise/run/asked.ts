/** What the reader of an exercise answers with, derived from its kind and from what its program left. */
import type { AnswerValue } from '../answer/answer-value.ts';
import { type ExerciseSource, HOLE } from '../source/exercise-source.ts';
import type { Asked } from './drawn.ts';
import { ExerciseProblem } from './exercise-problem.ts';
import type { ExerciseSession } from './open-session.ts';

/** @throws {ExerciseProblem} where the answer is not of the exercise's kind, or the program left too little */
export function askedOf(source: ExerciseSource, session: ExerciseSession, answer: AnswerValue): Asked {
  const { kind } = source;
  const problem = (text: string) => new ExerciseProblem(text, session.seed);
  const needs = <T>(value: T | undefined, what: string): T => {
    if (value !== undefined) return value;
    throw problem(`The program leaves no ${what}, which an exercise of kind "${kind}" needs.`);
  };
  const wrongKind = (expected: string) =>
    problem(`The answer is no ${expected}, as the kind "${kind}" says it is.`);
  const axes = answer.kind === 'numbers' ? answer.shape.length : undefined;
  // A program may be shown with any question; those that ask about one need it.
  const shown = /^code = /m.test(source.program) ? { code: needs(session.text('code'), '"code"') } : {};
  switch (kind) {
    case 'number':
      if (axes !== 0) throw wrongKind('number');
      return { form: 'number', ...shown };
    case 'vector':
      if (axes !== 1) throw wrongKind('array with one axis');
      return { form: 'grid', ...shown };
    case 'matrix':
      if (axes !== 2) throw wrongKind('array with two axes');
      return { form: 'grid', ...shown };
    case 'shape':
      if (answer.kind !== 'shape' && !isError(answer)) throw wrongKind('shape or "error"');
      return { form: 'shape', ...shown };
    case 'dtype':
    case 'choice': {
      if (answer.kind !== 'text') throw wrongKind('text');
      const options = needs(session.texts('[str(answer), *(str(s) for s in slips.values())]'), 'options');
      const offered = kind === 'dtype' ? options.toSorted() : mixed(options, session);
      return { form: 'choice', options: offered, ...shown };
    }
    case 'predict': {
      const code = needs(session.text('code'), '"code"');
      return { form: formOf(answer, wrongKind), code };
    }
    case 'order': {
      const lines = needs(session.texts('lines'), 'list "lines"');
      needs(session.text('given'), 'dict "given"');
      const order = otherPlaces(lines.length, session);
      const offered = order.map((place) => lines[place] ?? '');
      return { form: 'order', lines: offered, order: lines.map((_, place) => order.indexOf(place)) };
    }
    case 'hole': {
      const code = needs(session.text('code'), '"code"');
      needs(session.text('given'), 'dict "given"');
      if (!code.includes(HOLE)) throw problem(`The "code" has no hole. Expected ${HOLE} in it.`);
      return { form: 'hole', code };
    }
    case 'function':
      if (answer.kind !== 'results' || answer.results.length === 0)
        throw problem('The program leaves no "inputs" to try the function on.');
      return { form: 'function', signature: source.signature ?? '' };
    default:
      return kind satisfies never;
  }
}

function isError(answer: AnswerValue): boolean {
  return answer.kind === 'text' && answer.text === 'error';
}

function formOf(answer: AnswerValue, wrongKind: (expected: string) => Error) {
  switch (answer.kind) {
    case 'numbers':
      if (answer.shape.length > 2) throw wrongKind('number, vector or matrix');
      return answer.shape.length === 0 ? 'number' : 'grid';
    case 'shape':
      return 'shape';
    case 'text':
      return 'text';
    case 'raised':
    case 'results':
      throw wrongKind('value');
    default:
      return answer satisfies never;
  }
}

/** Returns the options in an order that the seed decides. */
export function mixed(options: readonly string[], session: ExerciseSession): string[] {
  return shuffledPlaces(options.length, session).map((place) => options[place] ?? '');
}

/** Returns the numbers below `count` in an order that the seed decides. */
function shuffledPlaces(count: number, session: ExerciseSession): number[] {
  const places = session.texts(`[str(k) for k in draw.shuffled(list(range(${count})))]`);
  if (places !== undefined) return places.map(Number);
  throw new ExerciseProblem('The program has no "draw". Expected "from book import draw".', session.seed);
}

/** Returns the same, but not the order in which they stand already. */
function otherPlaces(count: number, session: ExerciseSession): number[] {
  for (;;) {
    const places = shuffledPlaces(count, session);
    if (count < 2 || places.some((place, k) => place !== k)) return places;
  }
}
