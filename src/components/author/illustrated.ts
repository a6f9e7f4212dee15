import type { Section } from '../../book/index.ts';
import { loadListing } from '../../build/listings/index.ts';

/** Returns the name of the program that a widget illustrates. @throws {AuthorError} where the section has no such program */
export function illustrated(section: Section | undefined, listing: string | undefined): string | undefined {
  if (section !== undefined && listing !== undefined) loadListing(section, listing);
  return listing;
}
