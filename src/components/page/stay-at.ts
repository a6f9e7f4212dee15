/**
 * Goes to a place of the page and stays there: what lies near it has not been laid out before, and takes its real
 * height only when the reader arrives (see `far-away.css`).
 */

const STILL_FRAMES = 6;
const FRAMES = 60;

/** Brings `target` into view until nothing around it moves any more, or the reader takes over. */
export function stayAt(target: Element | null | undefined, block: ScrollLogicalPosition = 'start'): void {
  if (target) stay(target, () => target.scrollIntoView({ block, behavior: 'instant' }));
}

/** The same, with the upper edge of `target` that many pixels below the top of the window. */
export function stayAtOffset(target: Element, offset: number): void {
  stay(target, () => scrollBy({ top: target.getBoundingClientRect().top - offset, behavior: 'instant' }));
}

function stay(target: Element, goThere: () => void): void {
  const over = new AbortController();
  for (const input of ['wheel', 'touchstart', 'keydown', 'pointerdown'])
    addEventListener(input, () => over.abort(), { passive: true, signal: over.signal });
  // What will be in view is laid out at once, and from now on: a frame later it would be seen to move.
  const part = target.closest('.part');
  for (const near of [part?.previousElementSibling, part])
    if (near?.matches('.part')) near.classList.add('at-hand');
  let still = 0;
  const go = (framesLeft: number) => {
    if (over.signal.aborted) return;
    const before = scrollY;
    goThere();
    // Until the page is loaded, the browser too may bring the reader somewhere.
    const isLoaded = document.readyState === 'complete';
    still = isLoaded && scrollY === before ? still + 1 : 0;
    if (still < STILL_FRAMES && framesLeft > 0)
      requestAnimationFrame(() => go(framesLeft - Number(isLoaded)));
    else over.abort();
  };
  go(FRAMES);
}

/** Stays at whatever the address names, on arrival and after each link inside the page. */
export function stayAtLinks(): void {
  if (isFirstArrival()) stayAt(named());
  addEventListener('hashchange', () => {
    const target = named();
    if (target && isNear(target)) stayAt(target);
  });
}

/** Returns whether the reader comes by a link, not back to a page that was left or loaded again. */
export function isFirstArrival(): boolean {
  const [arrival] = performance.getEntriesByType('navigation');
  return arrival instanceof PerformanceNavigationTiming && arrival.type === 'navigate';
}

/** Returns the element that the address names. Lines of listings are left to the listing, which scrolls to them. */
function named(): Element | null {
  const target = document.getElementById(decoded(location.hash.slice(1)));
  return target?.matches('.line') ? null : target;
}

/** A fragment that is no valid escape names nothing, and is nobody's error: widgets read fragments of their own. */
function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** Returns whether the browser has just gone there, and not back in the history to where the reader was on the page. */
function isNear(target: Element): boolean {
  const { top } = target.getBoundingClientRect();
  return top > -innerHeight && top < 2 * innerHeight;
}
