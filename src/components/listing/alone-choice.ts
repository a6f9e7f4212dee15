/** Which listing an address asks for. */
import type { KnownListing } from './listing-alone.ts';

/**
 * Returns the listing with the program and, where it is said, of the section that the query names; undefined where there is none.
 * A section may be named with or without its slashes.
 */
export function chooseFromAddress(
  known: readonly KnownListing[],
  query: URLSearchParams,
): KnownListing | undefined {
  const program = query.get('program');
  const section = (query.get('section') ?? '').replaceAll(/^\/|\/$/g, '');
  return known.find(
    (listing) =>
      listing.files.some((file) => file === program || file === `${program}.py`) &&
      (section === '' || listing.section === `/${section}/`),
  );
}
