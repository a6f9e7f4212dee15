/** What only the build reads of a section's figures. */
export { readAdjustable } from './read-adjustable.ts';
