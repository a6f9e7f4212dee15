/** For islands that look different on paper. It brings React, which the page's small scripts do not: so an entry of its own. */
export { usePrinting } from './usePrinting.ts';
