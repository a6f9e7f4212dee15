/** Checks that a name means one value in a section: what the text calls W is what its programs call W. */
import { AuthorError } from '../../diagnostics/index.ts';
import type { Variable } from '../../python/index.ts';
import type { Run, TraceStep } from '../run/run.ts';
import { runListing } from '../run/run-listing.ts';
import type { AuthorFile } from '../source/author-file.ts';
import type { AuthoredListing } from '../source/read-listing.ts';
import { numbersOf } from '../view/numbers.ts';
import { isShown } from '../view/states.ts';
import { VariableHistory } from '../view/variable-history.ts';

/** The figures of a section: its file, and the value of each name at its end. */
export interface Figures {
  readonly file: string;
  readonly values: ReadonlyMap<string, Variable>;
}

/** Runs a section's figures. A file that does not run gives no values: the texts that use it say what is wrong. */
export function figuresOf({ file, text }: AuthorFile): Figures {
  const run = runListing(text, new Map());
  const steps = run.kind === 'ran' ? run.trace.steps : [];
  const { module } = new VariableHistory(steps).after(steps.length - 1);
  const shown = module.filter(({ variable }) => isShown(variable));
  return { file, values: new Map(shown.map(({ variable }) => [variable.name, variable])) };
}

/**
 * Throws where a statement of a program gives a name of the figures another value. A program that means a value of its own
 * by a name says so on one of the lines that assign it, with the marker `#: own`.
 *
 * @throws {AuthorError} at the line, with both values
 */
export function checkNames({ program, markers }: AuthoredListing, run: Run, figures: Figures): void {
  if (run.kind !== 'ran') return;
  const { steps, statements } = run.trace;
  const targets = new Map(statements.map(({ line, targets: names = [] }) => [line, new Set(names)]));
  const assigned = steps
    .filter(({ depth }) => depth === 0)
    .flatMap((step) => assignedIn(step, targets.get(step.line) ?? new Set()));
  const own = new Set(
    assigned.filter(({ line }) => markers.own.has(line)).map(({ variable }) => variable.name),
  );
  for (const { line, variable } of assigned) {
    const figure = figures.values.get(variable.name);
    if (figure === undefined || own.has(variable.name) || isSameValue(variable, figure)) continue;
    throw new AuthorError(
      { file: program.file, line, column: 1 },
      `${variable.name} is ${textOf(variable)} here and ${textOf(figure)} in ${figures.file}. Use one value, or mark the line "#: own" if the program means another ${variable.name}.`,
    );
  }
}

interface Assigned {
  readonly line: number;
  readonly variable: Variable;
}

function assignedIn({ line, changed }: TraceStep, targets: ReadonlySet<string>): Assigned[] {
  return changed
    .filter((variable) => targets.has(variable.name) && isShown(variable))
    .map((variable) => ({ line, variable }));
}

/** The digits that float32 keeps, with room for the rounding of a few sums. */
const TOLERANCE = 1e-5;

/** Returns whether two values read the same: arrays and tensors by shape and numbers, everything else by what Python writes. */
function isSameValue(a: Variable, b: Variable): boolean {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  if (left === undefined || right === undefined) return a.repr === b.repr || isLarge(a, b);
  if (String(a.shape ?? []) !== String(b.shape ?? [])) return false;
  return left.every((value, k) => isNear(value, right[k] ?? Number.NaN));
}

function isNear(a: number, b: number): boolean {
  return Object.is(a, b) || Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b));
}

/** A trace leaves out the numbers of large arrays; two of one shape are not compared further. */
function isLarge(a: Variable, b: Variable): boolean {
  return a.shape !== undefined && b.shape !== undefined && String(a.shape) === String(b.shape);
}

function textOf({ str, repr = '' }: Variable): string {
  return (str ?? repr).replaceAll(/\s+/g, ' ');
}
