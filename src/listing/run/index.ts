/** Runs a program. This entry brings the book's Python, which a page fetches only where a reader changes something. */
export { prepareAll } from '../../python/index.ts';
export { runListing } from './run-listing.ts';
