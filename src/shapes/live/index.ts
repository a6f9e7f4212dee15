/** Runs expressions in the page: in the worker that runs changed listings, which is fetched when this is first asked. */
import { programClient } from '../../worker/index.ts';
import { checkShapes } from '../check-shapes.ts';
import { asListing, type KnownName } from '../program.ts';
import type { ShapeCheck } from '../shape-check.ts';

const client = programClient();
let newest = 0;

/**
 * Returns both libraries' answers for an expression, or undefined when a newer one has been asked for since.
 *
 * @throws {Error} where the part of the page that runs programs has failed
 */
export async function askShapes(
  expression: string,
  known: readonly KnownName[],
): Promise<ShapeCheck | undefined> {
  newest += 1;
  const own = newest;
  return checkShapes(expression, known, async (program) => {
    if (own !== newest) return undefined;
    const reply = await client.ask({ source: asListing(program), text: program.text });
    if (own !== newest || reply.kind === 'overtaken') return undefined;
    if (reply.kind === 'failed') throw new Error(reply.message);
    return reply.answer;
  });
}
