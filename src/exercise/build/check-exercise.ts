/** What the author of an exercise must correct, found by drawing it many times. */
import { AuthorError, type Place, suggestion } from '../../diagnostics/index.ts';
import { failedSlots, fillTemplate } from '../../slots/index.ts';
import type { AnswerValue } from '../answer/answer-value.ts';
import { drawExercise } from '../run/draw-exercise.ts';
import type { Drawn } from '../run/drawn.ts';
import { ExerciseProblem } from '../run/exercise-problem.ts';
import type { AuthoredExercise } from '../source/read-exercise.ts';

/** Larger numbers, and grids with more cells, are no answers to write. */
const LARGEST = 1e6;
const MOST_CELLS = 24;
const MOST_OPTIONS = 6;

/**
 * Draws an exercise with the seeds from 1 to `seedCount`.
 *
 * @throws {AuthorError} at the first seed with an answer that no reader could write, a draw that cannot be made, a slot that
 * fails, or a slip without words; and for words to a slip that no seed has
 */
export function checkExercise({ source, program, text }: AuthoredExercise, seedCount: number): void {
  const inProgram = (line = 1): Place => ({ file: program.file, line, column: 1 });
  const inText = (heading: string): Place => {
    const part = text.parts.find((each) => each.heading === heading);
    // The question has no heading of its own.
    const line = heading === 'question' ? part?.bodyLine : part?.line;
    return { file: text.file, line: line ?? 1, column: 1 };
  };
  const words = new Map(source.slips);
  const used = new Set<string>();
  const offered = new Set<string>();
  for (let seed = 1; seed <= seedCount; seed += 1) {
    const drawn = drawnOrTold(source, seed, inProgram);
    const fail = (place: Place, problem: string) => new AuthorError(place, `${problem} (seed ${seed})`);
    const unwritable = whyUnwritable(drawn);
    if (unwritable !== undefined) throw fail(inProgram(), unwritable);
    for (const [name] of drawn.slips) {
      used.add(name);
      if (words.has(name)) continue;
      const known = suggestion(name, [...words.keys()]);
      throw fail(inText('question'), `The slip "${name}" has no words. Expected "## slip ${name}". ${known}`);
    }
    for (const reason of source.why?.reasons ?? []) {
      if (drawn.why?.offered.includes(reason.name)) offered.add(reason.name);
      if (reason.words.length === 0 && drawn.why?.holds !== reason.name)
        throw fail(
          inText(`reason ${reason.name}`),
          'This reason does not always hold, and nothing is said to it. Expected a second paragraph.',
        );
    }
    checkSlots(drawn, source, (heading, problem) => fail(inText(heading), problem));
  }
  checkReasons(source, offered, inText);
  const idle = source.slips.find(([name]) => !used.has(name));
  if (idle !== undefined)
    throw new AuthorError(
      inText(`slip ${idle[0]}`),
      `The program never has a slip "${idle[0]}". ${suggestion(idle[0], [...used])}`,
    );
}

/** @throws {AuthorError} for a reason that the program never names */
function checkReasons(
  { why }: AuthoredExercise['source'],
  offered: ReadonlySet<string>,
  inText: (heading: string) => Place,
): void {
  const idle = why?.reasons.find(({ name }) => !offered.has(name));
  if (idle !== undefined)
    throw new AuthorError(
      inText(`reason ${idle.name}`),
      `The program never has a reason "${idle.name}". ${suggestion(idle.name, [...offered])}`,
    );
}

function drawnOrTold(
  source: AuthoredExercise['source'],
  seed: number,
  place: (line?: number) => Place,
): Drawn {
  try {
    return drawExercise(source, seed);
  } catch (error) {
    if (!(error instanceof ExerciseProblem)) throw error;
    throw new AuthorError(place(error.lineNumber), `${error.message} (seed ${seed})`);
  }
}

/** Why a reader could not write the answer, or undefined. */
function whyUnwritable({ answer, asked }: Drawn): string | undefined {
  if (asked.form === 'choice' && asked.options.length > MOST_OPTIONS)
    return `${asked.options.length} options are too many to choose from. Expected at most ${MOST_OPTIONS}.`;
  // A reader does not write the result of a program.
  if (asked.form === 'hole') return undefined;
  return whyTooLong(answer);
}

function whyTooLong(answer: AnswerValue): string | undefined {
  switch (answer.kind) {
    case 'numbers': {
      const odd = answer.cells.find((cell) => !Number.isFinite(cell) || Math.abs(cell) > LARGEST);
      if (odd !== undefined) return `The answer has the number ${odd}, which no reader would write.`;
      return answer.cells.length > MOST_CELLS
        ? `The answer has ${answer.cells.length} cells. Expected at most ${MOST_CELLS}.`
        : undefined;
    }
    case 'results':
      return answer.results.some(({ kind }) => kind === 'raised')
        ? 'The answer raises for one of the inputs.'
        : undefined;
    case 'shape':
    case 'text':
      return undefined;
    case 'raised':
      return `The answer raises ${answer.text}.`;
    default:
      return answer satisfies never;
  }
}

function checkSlots(
  { slots }: Drawn,
  { question, hint, work, back, slips, why }: AuthoredExercise['source'],
  fail: (heading: string, problem: string) => AuthorError,
): void {
  const results = new Map(slots);
  const parts = [
    ['question', question] as const,
    ['hint', hint] as const,
    ['work', work] as const,
    ['back', back] as const,
    ...slips.map(([name, words]) => [`slip ${name}`, words] as const),
    ['why', why?.question ?? []] as const,
    ...(why?.reasons ?? []).map(({ name, text, words }) => [`reason ${name}`, [...text, ...words]] as const),
  ];
  for (const [heading, nodes] of parts)
    for (const { slot, problem } of failedSlots(fillTemplate(nodes, results)))
      throw fail(heading, `The slot "${slot}" has no value: ${problem}`);
}
