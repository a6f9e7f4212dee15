/** Runs expressions while the book is built, and in tests. It brings Python. */
import { explainError, prepareAll, runListing } from '../../listing/build/index.ts';
import { checkShapes } from '../check-shapes.ts';
import type { KnownName } from '../program.ts';
import type { ShapeCheck } from '../shape-check.ts';

/** How long one expression may run; the clock ends what would not come to an end. */
const LONGEST_MS = 1000;

/** Returns both libraries' answers for an expression. */
export async function shapesAtBuild(expression: string, known: readonly KnownName[]): Promise<ShapeCheck> {
  await prepareAll();
  const check = await checkShapes(expression, known, async ({ text }) => {
    const run = runListing(text, new Map(), { limits: { milliseconds: LONGEST_MS } });
    return { run, explanation: explainError(run, text) };
  });
  if (check === undefined) throw new Error('Nothing overtakes a build.');
  return check;
}
