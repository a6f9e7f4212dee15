/** Judges a reader's answer. */
import type { AnswerValue } from '../answer/answer-value.ts';
import { closeness, equalResults, type TypedNumber } from '../answer/compare.ts';
import { slipOfCells, slipWithResult, slipWithShape } from '../answer/explain-slip.ts';
import type { Given } from '../answer/given.ts';
import { shapeText } from '../answer/typed-text.ts';
import type { Verdict } from '../answer/verdict.ts';
import type { ExerciseSource } from '../source/exercise-source.ts';
import type { Drawn } from './drawn.ts';
import { judgeFunction, judgeHole, judgeOrder } from './judge-program.ts';
import { readArray, readNumber } from './read-number.ts';

/** Says of a number that agrees as far as it goes. */
const COARSE = 'Right as far as it goes: give two decimals.';
const CLOSE = 'Very nearly: check the last digit, or write it as an expression.';
/** An answer of another kind than is asked for: a mistake of the page. */
const UNEXPECTED: Verdict = { kind: 'unread', problem: 'This is not the kind of answer that is asked for.' };

/** Returns the verdict on an answer. Takes any text and never throws. Libraries must have been fetched. */
export function judge(source: ExerciseSource, drawn: Drawn, given: Given): Verdict {
  const { asked } = drawn;
  switch (asked.form) {
    case 'number':
      return given.kind === 'text' ? judgeNumber(drawn, given.text) : UNEXPECTED;
    case 'grid':
      if (given.kind === 'shape') return judgeGridShape(drawn, given.shape);
      if (given.kind === 'cells') return judgeGrid(drawn, given.shape, given.cells);
      return given.kind === 'text' ? judgeList(drawn, given.text) : UNEXPECTED;
    case 'shape':
      return given.kind === 'text' ? judgeShape(drawn, given.text) : UNEXPECTED;
    case 'text':
      return given.kind === 'text' ? judgeText(drawn, given.text) : UNEXPECTED;
    case 'choice': {
      const option = given.kind === 'option' ? asked.options[given.option] : undefined;
      return option === undefined ? UNEXPECTED : judgeText(drawn, option);
    }
    case 'order':
      return given.kind === 'order' ? judgeOrder(source, drawn, asked.lines, given.order) : UNEXPECTED;
    case 'hole':
      return given.kind === 'text' ? judgeHole(source, drawn, given.text) : UNEXPECTED;
    case 'function':
      return given.kind === 'text' ? judgeFunction(source, drawn, asked.signature, given.text) : UNEXPECTED;
    default:
      return asked satisfies never;
  }
}

function wrong(slip: string | undefined): Verdict {
  return { kind: 'wrong', ...(slip !== undefined && { slip }) };
}

function numbersOf(answer: AnswerValue): { shape: readonly number[]; cells: readonly number[] } {
  return answer.kind === 'numbers' ? answer : { shape: [], cells: [] };
}

function judgeNumber({ answer, slips }: Drawn, text: string): Verdict {
  const typed = readNumber(text);
  if ('problem' in typed) return { kind: 'unread', problem: typed.problem };
  const [computed = Number.NaN] = numbersOf(answer).cells;
  switch (closeness(typed, computed)) {
    case 'same':
      return { kind: 'right' };
    case 'coarse': {
      // A whole number may be the answer rounded, and exactly what a misconception gives.
      const slip = slipWithResult(slips, { kind: 'numbers', shape: [], cells: [typed.value] });
      return slip === undefined ? { kind: 'unread', problem: COARSE } : wrong(slip);
    }
    case 'close':
      return { kind: 'unread', problem: CLOSE };
    case 'other':
      return wrong(slipOfCells(slips, [], [typed], [0]));
  }
}

function judgeGridShape({ answer, slips }: Drawn, shape: readonly number[]): Verdict {
  if (String(numbersOf(answer).shape) === String(shape)) return { kind: 'shape-right' };
  const slip = slipWithShape(slips, shape);
  return { kind: 'wrong', shape: 'wrong', ...(slip !== undefined && { slip }) };
}

function judgeGrid(drawn: Drawn, shape: readonly number[], cells: readonly string[]): Verdict {
  const read = cells.map(readNumber);
  const unread = read.findIndex((cell) => 'problem' in cell);
  const problem = read[unread];
  if (problem !== undefined && 'problem' in problem)
    return { kind: 'unread', problem: problem.problem, cell: unread };
  return judgeCells(
    drawn,
    shape,
    read.flatMap((cell) => ('problem' in cell ? [] : [cell])),
  );
}

/** Returns a grid that was written as a Python list. */
function judgeList(drawn: Drawn, text: string): Verdict {
  const array = readArray(text);
  return 'problem' in array ? { kind: 'unread', ...array } : judgeCells(drawn, array.shape, array.cells);
}

function judgeCells(drawn: Drawn, shape: readonly number[], typed: readonly TypedNumber[]): Verdict {
  const { answer, slips } = drawn;
  const { shape: expected, cells } = numbersOf(answer);
  if (String(shape) !== String(expected)) {
    const slip = slipOfCells(
      slips,
      shape,
      typed,
      typed.map((_, place) => place),
    );
    return slip === undefined ? judgeGridShape(drawn, shape) : { kind: 'wrong', shape: 'wrong', slip };
  }
  const near = typed.map((cell, place) => closeness(cell, cells[place] ?? Number.NaN));
  const wrongCells = near.flatMap((each, place) => (each === 'other' ? [place] : []));
  if (wrongCells.length > 0) {
    const slip = slipOfCells(slips, shape, typed, wrongCells);
    return { kind: 'wrong', wrongCells, ...(slip !== undefined && { slip }) };
  }
  const doubtful = near.findIndex((each) => each !== 'same');
  if (doubtful < 0) return { kind: 'right' };
  return { kind: 'unread', problem: near[doubtful] === 'coarse' ? COARSE : CLOSE, cell: doubtful };
}

function judgeShape({ answer, slips }: Drawn, text: string): Verdict {
  const lengths = shapeText(text);
  if (lengths === undefined)
    return {
      kind: 'unread',
      problem: `“${text.trim()}” is no shape. Write it such as (4, 2), (3,) or error.`,
    };
  const given: AnswerValue =
    lengths === 'error' ? { kind: 'text', text: 'error' } : { kind: 'shape', shape: lengths };
  return equalResults(answer, given) ? { kind: 'right' } : wrong(slipWithResult(slips, given));
}

function judgeText({ answer, slips }: Drawn, text: string): Verdict {
  if (text.trim() === '') return { kind: 'unread', problem: 'Nothing is typed yet.' };
  const given: AnswerValue = { kind: 'text', text };
  return equalResults(answer, given) ? { kind: 'right' } : wrong(slipWithResult(slips, given));
}
