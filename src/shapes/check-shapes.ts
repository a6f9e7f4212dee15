/** Asks both libraries what an expression does to shapes, and tries the repairs. */
import type { Run } from '../listing/index.ts';
import type { Explanation } from '../listing/live/index.ts';
import { checkRun } from './check-run.ts';
import { type KnownName, LONGEST, librariesFor, type ShapeProgram, shapeProgram } from './program.ts';
import { repairCandidates } from './repairs.ts';
import type { Library, LibraryCheck, ShapeCheck, ShapeRepair } from './shape-check.ts';

/** Runs a program; undefined when a newer question has overtaken it. */
export type RunShapes = (
  program: ShapeProgram,
) => Promise<{ readonly run: Run; readonly explanation?: Explanation | undefined } | undefined>;

const MOST_REPAIRS = 3;

/** Returns what both libraries make of an expression; undefined when a newer question has overtaken this one. */
export async function checkShapes(
  expression: string,
  known: readonly KnownName[],
  run: RunShapes,
): Promise<ShapeCheck | undefined> {
  const trimmed = expression.trim();
  const problem = problemOf(trimmed);
  const libraries: LibraryCheck[] = [];
  for (const library of librariesFor(trimmed)) {
    const check =
      problem === undefined
        ? await checkLibrary(trimmed, known, library, run)
        : ({ library, steps: [], kind: 'not-run', message: problem } as const);
    if (check === undefined) return undefined;
    libraries.push(check);
  }
  return { expression: trimmed, libraries };
}

function problemOf(expression: string): string | undefined {
  if (expression === '') return 'Write an expression, such as (4, 3) @ (3, 2) + (2,).';
  if (expression.length > LONGEST) return `An expression has at most ${LONGEST} characters here.`;
  if (/[\n;]/.test(expression)) return 'One expression, on one line.';
  return undefined;
}

async function checkLibrary(
  expression: string,
  known: readonly KnownName[],
  library: Library,
  run: RunShapes,
): Promise<LibraryCheck | undefined> {
  const program = shapeProgram(expression, known, library);
  const ran = await run(program);
  if (ran === undefined) return undefined;
  const check = checkRun(program, ran.run, ran.explanation);
  if (check.kind !== 'raised') return check;
  const repairs: ShapeRepair[] = [];
  for (const candidate of repairCandidates(program, expression, ran.explanation, check.failure)) {
    if (repairs.length === MOST_REPAIRS) break;
    if (repairs.some((repair) => repair.expression === candidate.expression)) continue;
    const changed = shapeProgram(candidate.expression, known, library);
    const tried = await run(changed);
    if (tried === undefined) return undefined;
    const result = checkRun(changed, tried.run, tried.explanation);
    if (result.kind === 'shape') repairs.push({ ...candidate, sizes: result.sizes });
  }
  return { ...check, repairs };
}
