/** Returns whether the reader has asked the system for less motion; asked anew each time, as it can be changed at any time. */
export function wantsLessMotion(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
