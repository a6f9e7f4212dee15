/** A box whose content is wider than itself can be scrolled by keyboard; one that fits is no tab stop. */

const BOXES =
  '.scroll, .equation-body, .code:not(.listing .code), .crossing, .seen-cells, .strip, .array-cells';

/** Boxes whose cells can be picked in a live widget. */
const PICKED = '.strip, .array-cells';

export function makeScrollBoxesReachable(): void {
  const sizes = new ResizeObserver((entries) => {
    const boxes = entries.map(({ target }) => target).filter((target) => target instanceof HTMLElement);
    // All are measured before any is changed, so that the page is laid out once.
    const overflows = boxes.map(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
    for (const [index, box] of boxes.entries()) mark(box, overflows[index] ?? false);
  });
  // To measure a box far from the window would lay out what can wait; until then it counts as one that overflows.
  const waiting = new Map<Element, HTMLElement[]>();
  for (const box of document.querySelectorAll<HTMLElement>(BOXES)) {
    box.tabIndex = 0;
    leaveWhenLive(box);
    const holder = box.closest('.part') ?? box;
    waiting.set(holder, [...(waiting.get(holder) ?? []), box]);
  }
  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting) {
          near.unobserve(target);
          for (const box of waiting.get(target) ?? []) sizes.observe(box);
        }
    },
    { rootMargin: '100%' },
  );
  for (const holder of waiting.keys()) near.observe(holder);
}

/** A grid of a widget has stops of its own once the widget is live. */
function leaveWhenLive(box: HTMLElement): void {
  const widget = box.closest<HTMLElement>('.widget');
  if (!widget || !box.matches(PICKED)) return;
  new MutationObserver((_, observer) => {
    observer.disconnect();
    box.removeAttribute('tabindex');
  }).observe(widget, { attributeFilter: ['data-live'] });
}

function mark(box: HTMLElement, overflows: boolean): void {
  if (box.matches(PICKED) && box.closest('[data-live="true"]')) return;
  box.classList.toggle('overflows', overflows);
  if (overflows) box.tabIndex = 0;
  else if (box !== document.activeElement) box.removeAttribute('tabindex');
  // The keyboard has come from far: the box stays a stop until it goes on.
  else box.addEventListener('blur', () => mark(box, box.scrollWidth > box.clientWidth), { once: true });
}
