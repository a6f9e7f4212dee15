/**
 * What a line of a program prints, and what it would print in the programs that misconceptions lead to. All of them are run;
 * nothing is typed. The same function serves the build, which checks the stops, and the worker, where the program may be the
 * reader's own.
 */
import type { StatementText } from '../../python/index.ts';
import type { Run } from '../run/run.ts';
import { runListing } from '../run/run-listing.ts';
import type { WrongLine } from '../source/prediction-source.ts';
import { type LineResult, lineResult } from './line-result.ts';

/** What a stop asks for, and what the wrong programs would answer. Plain JSON. */
export interface Prediction {
  /** The line that the stop stands before, from 1. */
  readonly line: number;
  readonly right: LineResult;
  readonly wrong: readonly WrongProgram[];
}

/** A program with one statement replaced, and what the line prints in it. */
export interface WrongProgram {
  readonly belief: string;
  /** The first line of the statement that is replaced, from 1. */
  readonly line: number;
  /** The statement as it stands in the program, and what stands there instead, without indentation. */
  readonly before: string;
  readonly code: string;
  readonly result: LineResult;
}

/** What one wrong program may use. */
const WRONG_MILLISECONDS = 500;

/** A text, where its notes stand, and the run of it. */
export interface PredictedText {
  readonly text: string;
  readonly run: Run;
  /** The line of each note by its marker; a note whose statement is gone is left out. */
  readonly lines: ReadonlyMap<string, number>;
}

/**
 * Returns the prediction of a stop: the right result and those of the wrong programs. Wrong programs whose statement is gone from
 * the text are left out, and so are those that print
 * the same as the program or as one before them: in a reader's own program, that can be.
 *
 * @param marker of the note that has the stop
 */
export function predictionOf(
  { text, run, lines }: PredictedText,
  marker: string,
  wrongLines: readonly WrongLine[],
): Prediction | undefined {
  const line = lines.get(marker);
  if (line === undefined || run.kind !== 'ran') return undefined;
  const right = lineResult(run, line, text);
  const known: LineResult[] = [right];
  const wrong = wrongLines.flatMap((wrongLine): WrongProgram[] => {
    const at = lines.get(wrongLine.marker);
    const statement = run.trace.statements.find((one) => one.line === at);
    if (statement === undefined) return [];
    const result = resultWith(wrongLine.code, statement, { text, line });
    if (known.some((other) => isSameResult(other, result))) return [];
    known.push(result);
    const { belief, code } = wrongLine;
    return [{ belief, line: statement.line, before: statementText(text, statement), code, result }];
  });
  return { line, right, wrong };
}

/** Returns the output of a line when a statement is replaced. */
export function resultWith(
  code: string,
  statement: StatementText,
  { text, line }: { readonly text: string; readonly line: number },
): LineResult {
  const changed = withStatement(text, statement, code);
  const shift = code.split('\n').length - (statement.end - statement.line + 1);
  const run = runListing(changed, new Map(), { limits: { milliseconds: WRONG_MILLISECONDS } });
  return lineResult(run, line > statement.line ? line + shift : line, changed);
}

/** Returns the text with a statement replaced; the indentation stays. */
export function withStatement(text: string, { line, end }: StatementText, code: string): string {
  const lines = text.split('\n');
  const indent = /^\s*/.exec(lines[line - 1] ?? '')?.[0] ?? '';
  return lines.toSpliced(line - 1, end - line + 1, `${indent}${code}`).join('\n');
}

function statementText(text: string, { line, end }: StatementText): string {
  return text
    .split('\n')
    .slice(line - 1, end)
    .join('\n')
    .trim();
}

/** Returns whether two results read the same; a result of floats by what is printed. */
export function isSameResult(left: LineResult, right: LineResult): boolean {
  if (left.kind === 'nothing' || right.kind === 'nothing') return left.kind === right.kind;
  return left.kind === right.kind && left.text === right.text;
}
