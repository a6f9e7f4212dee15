/** The fragment of a presentation's address, which the number of its step follows: `#present-12`. */
export const PRESENT_FRAGMENT = '#present-';
