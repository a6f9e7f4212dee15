import { bookSlots, bookTokens, literalsOf, prepareAll, runListing } from '../../listing/build/index.ts';
import { BLANK_PROGRAM } from '../../listing/index.ts';
import type { ListingData } from './load-listing.ts';

await prepareAll();

/** Returns what the page for readers' own programs begins with, run once. */
export function blankProgram(): ListingData {
  const source = BLANK_PROGRAM;
  return {
    source,
    run: runListing(source.text, bookSlots(source)),
    lines: bookTokens(source.text, new Map(source.hues)),
    literals: literalsOf(source.text),
    entries: [],
  };
}
