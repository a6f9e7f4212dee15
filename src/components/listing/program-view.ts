/** A program's data as it is drawn. */
import { bookText, listingView } from '../../listing/index.ts';
import type { ListingData, ProgramView, References } from './listing-data.ts';

/** @param firsts for each line the entries that the page gives in full there; in a live page none, as each opens in place */
export function programView(data: ListingData, firsts: References['firsts'] = new Map()): ProgramView {
  const { source, run, lines, entries } = data;
  return {
    data,
    view: listingView(source, run, bookText(source, lines)),
    references: { entries: new Map(entries.map((entry) => [entry.name, entry])), firsts },
  };
}
