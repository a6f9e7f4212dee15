/** The `match` statement: https://docs.python.org/3/reference/compound_stmts.html#the-match-statement */
import { offerPart } from '../parse/language-parts.ts';
import { choose } from './choose.ts';
import { hidePatterns } from './headers.ts';
import { readMatch } from './read.ts';

/** Makes programs with `match` readable and runnable. */
export function offerMatch(): void {
  offerPart('match', { hidePatterns, read: readMatch, choose });
}
