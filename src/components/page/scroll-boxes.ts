/** A box whose content is wider than itself can be scrolled by keyboard; one that fits is no tab stop. */

const BOXES = '.scroll, .equation-body, .code, .crossing, .seen-cells';

export function makeScrollBoxesReachable(): void {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (!(target instanceof HTMLElement)) continue;
      const overflows = target.scrollWidth > target.clientWidth;
      if (overflows) target.tabIndex = 0;
      else target.removeAttribute('tabindex');
      target.classList.toggle('overflows', overflows);
    }
  });
  for (const box of document.querySelectorAll(BOXES)) observer.observe(box);
}
