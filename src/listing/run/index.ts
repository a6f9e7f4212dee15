/** Runs a program. This entry brings the book's Python, which a page fetches only where a reader changes something. */
export { prepareAll } from '../../python/index.ts';
export { bookSlots } from './book-slots.ts';
export { type RunOptions, runListing, type SlotsByLine } from './run-listing.ts';
