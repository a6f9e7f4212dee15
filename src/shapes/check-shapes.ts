/** Asks both libraries what an expression does to shapes, and tries the repairs. */
import type { Run } from '../listing/index.ts';
import type { Explanation } from '../listing/live/index.ts';
import { checkRun } from './check-run.ts';
import { type Trust, withLargeSizes } from './large-sizes.ts';
import { type KnownName, LONGEST, librariesFor, type ShapeProgram, shapeProgram } from './program.ts';
import { repairCandidates } from './repairs.ts';
import type { Library, LibraryCheck, ShapeCheck, ShapeRepair } from './shape-check.ts';

/** Runs a program; undefined when a newer question has overtaken it. */
export type RunShapes = (
  program: ShapeProgram,
) => Promise<{ readonly run: Run; readonly explanation?: Explanation | undefined } | undefined>;

const MOST_REPAIRS = 3;

/** An expression with a typed shape of more elements is worked out from smaller ones first: a product of such takes seconds. */
const MOST_AS_WRITTEN = 100_000;
/** The most elements of a smaller one. */
const MOST_AS_SMALLER = 2_000_000;

/** Returns both libraries' answers for an expression; undefined when a newer question has overtaken this one. */
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

/** Returns one library's answer for an expression with sizes of any magnitude. */
async function checkLibrary(
  expression: string,
  known: readonly KnownName[],
  library: Library,
  run: RunShapes,
): Promise<LibraryCheck | undefined> {
  let isOvertaken = false;
  const ask = async (text: string) => {
    const check = await checkAsIs(text, known, library, run);
    isOvertaken ||= check === undefined;
    return check;
  };
  const written = largest(expression, library) > MOST_AS_WRITTEN ? undefined : await ask(expression);
  if (isOvertaken || (written !== undefined && !isRefusedForSize(written))) return written;
  const solved = await withLargeSizes(
    expression,
    async (text) => {
      if (isOvertaken || largest(text, library) > MOST_AS_SMALLER) return undefined;
      const check = await ask(text);
      return check && isRefusedForSize(check) ? undefined : check;
    },
    trustIn,
  );
  if (isOvertaken) return undefined;
  return solved ?? written ?? ask(expression);
}

const RESHAPES = [
  /cannot reshape array of size (?<size>\d+) into shape \((?<shape>[^)]*)\)/,
  /shape '\[(?<shape>[^\]]*)\]' is invalid for input of size (?<size>\d+)/,
];

/**
 * Returns how far the answer for small sizes holds for the large ones. Small sizes lose that one large number is the product of
 * others: then equal sizes are said to clash, or a reshape to fail that fits.
 */
function trustIn(check: LibraryCheck): Trust {
  if (check.kind !== 'raised') return 'certain';
  const clashes = check.failure?.clashes ?? [];
  if (clashes.some(([left, right]) => left === right)) return 'wrong';
  if (clashes.length > 0) return 'certain';
  const reshape = RESHAPES.map((pattern) => pattern.exec(check.message)?.groups).find((groups) => groups);
  if (reshape === undefined) return 'doubtful';
  const wanted = (reshape.shape ?? '').match(/(?<!-)\b\d+/g) ?? [];
  const product = wanted.reduce((size, each) => size * Number(each), 1);
  const isOpen = /-1|newaxis/.test(reshape.shape ?? '');
  const size = Number(reshape.size);
  return (isOpen ? size % product === 0 : size === product) ? 'wrong' : 'doubtful';
}

function isRefusedForSize(check: LibraryCheck): boolean {
  return check.kind === 'not-run' && check.isTooLarge === true;
}

/** Returns the elements of the largest typed shape. */
function largest(expression: string, library: Library): number {
  const { shapes } = shapeProgram(expression, [], library);
  return Math.max(0, ...shapes.map(({ sizes }) => sizes.reduce((product, size) => product * size, 1)));
}

/** Returns one library's answer for an expression, run with the sizes as written. */
async function checkAsIs(
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
