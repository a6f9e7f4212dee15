/** The listings of a section, as pages ask for them. */
export {
  type ListingData,
  type LoadedListing,
  listingData,
  loadListing,
  programsOf,
} from './load-listing.ts';
