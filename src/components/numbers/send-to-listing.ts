import type { SendToListing } from '../../widgets/index.ts';
import type { ListingElement } from '../listing/listing-element.ts';
import { giveNumbers } from '../listing/numbers-event.ts';

/** Puts a figure's numbers into the page's listing with this program, and takes the reader there. */
export function sendToListing(file: string): SendToListing {
  return async (literals) => {
    const listing = [...document.querySelectorAll<ListingElement>('book-listing')].find((element) =>
      element.settings().files.includes(file),
    );
    if (listing === undefined) return;
    await listing.wake();
    giveNumbers(listing, { values: new Map(literals.map(({ name, value }) => [name, value])) });
  };
}
