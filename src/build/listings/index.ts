/** The listings of a section, as pages ask for them. */
export { blankProgram } from './blank-program.ts';
export {
  listingData,
  loadListing,
  programsOf,
  wholeReference,
} from './load-listing.ts';
export { figureHues, sharedFigures, sharedNames } from './shared-figures.ts';
