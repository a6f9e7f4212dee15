/** One stop of the Tab key: where the focus is, and how it is shown. */
import type { Page } from '@playwright/test';

export type FocusStop = {
  /** What it is, for messages: `button "Undo"`. */
  readonly what: string;
  /** Place in the document's order. */
  readonly order: number;
  /** Where it is in the window, in CSS pixels. */
  readonly box: Box;
  /** What is wrong with how the focus is shown; empty when it is plain to see. */
  readonly faults: readonly string[];
};

export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** The element that has the focus, or undefined when the focus has left the page. */
export function focusStop(page: Page): Promise<FocusStop | undefined> {
  return page.evaluate(lookAtFocus);
}

/**
 * Looks, in the page, at the element that has the focus. What shows the focus is whatever changes when the focus goes: an
 * outline, a shadow or a stroke, of the element itself, of what stands beside it, or of what it stands in.
 */
function lookAtFocus(): FocusStop | undefined {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement || focused instanceof SVGElement) || focused === document.body)
    return undefined;

  const showers = [
    focused,
    focused.nextElementSibling,
    focused.parentElement,
    focused.parentElement?.parentElement,
  ];
  const present = showers.filter((one): one is Element => one instanceof Element);
  const rings = present.map(ringOf);
  focused.blur();
  const rested = present.map(ringOf);
  focused.focus({ preventScroll: true });

  const shown = present.findIndex((_, k) => rings[k] !== undefined && rings[k]?.look !== rested[k]?.look);
  const [shower, ring] = [present[shown], rings[shown]];
  const faults = shower && ring ? hidden(shower, boxAround(shower, ring.reach)) : ['nothing shows the focus'];
  return {
    what: nameOf(focused),
    order: [...document.querySelectorAll('*')].indexOf(focused),
    box: boxAround(focused, 0),
    faults,
  };

  /** How an element is ringed, and how far the ring reaches beyond its box; undefined where it has no ring. */
  function ringOf(element: Element): { look: string; reach: number } | undefined {
    const style = getComputedStyle(element);
    const px = Number.parseFloat;
    if (style.outlineStyle !== 'none' && px(style.outlineWidth) >= 2)
      return {
        look: `outline ${style.outlineColor} ${style.outlineWidth}`,
        reach: Math.max(0, px(style.outlineOffset) + px(style.outlineWidth)),
      };
    if (style.boxShadow !== 'none') return { look: `shadow ${style.boxShadow}`, reach: 0 };
    if (element instanceof SVGElement && px(style.strokeWidth) >= 2 && px(style.strokeOpacity) > 0.5)
      return { look: `stroke ${style.stroke} ${style.strokeOpacity} ${style.strokeWidth}`, reach: 1 };
    return undefined;
  }

  function boxAround(element: Element, reach: number): Box {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { left: left - reach, top: top - reach, right: right + reach, bottom: bottom + reach };
  }

  /** What cuts the ring off, or lies over it. */
  function hidden(element: Element, ring: Box): string[] {
    const found: string[] = [];
    const within = (limits: Box) =>
      ring.left >= limits.left - 0.5 &&
      ring.right <= limits.right + 0.5 &&
      ring.top >= limits.top - 0.5 &&
      ring.bottom <= limits.bottom + 0.5;
    for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box);
      const contained = /strict|content|paint/.test(style.contain) || style.contentVisibility === 'auto';
      const scrolls = `${style.overflowX} ${style.overflowY}` !== 'visible visible';
      if (!contained && !scrolls) continue;
      const margin =
        style.overflowX === 'visible' || style.overflowX === 'clip'
          ? Number.parseFloat(style.overflowClipMargin)
          : 0;
      const limits = boxAround(box, margin || 0);
      if (!within(limits)) found.push(`${nameOf(box)} cuts it off`);
    }
    const window = { left: 0, top: 0, right: document.documentElement.clientWidth, bottom: innerHeight };
    const tall = ring.bottom - ring.top > innerHeight - 100;
    if (!tall && !within(window)) found.push('the window cuts it off');
    const x = Math.max(1, Math.min(innerWidth - 1, (ring.left + ring.right) / 2));
    const y = Math.max(1, Math.min(innerHeight - 1, (ring.top + ring.bottom) / 2));
    const top = document.elementFromPoint(x, y);
    const header = document.querySelector('.site-header');
    if (top && header?.contains(top) && !header.contains(element)) found.push('the header lies over it');
    return found;
  }

  function nameOf(element: Element): string {
    const role = element.getAttribute('role') ?? element.localName;
    const label =
      element.getAttribute('aria-label') ??
      (element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : element.textContent) ??
      '';
    const kind = element.getAttribute('class') ?? '';
    return `${role}${kind && `.${kind.split(' ')[0]}`} "${label.trim().replaceAll(/\s+/g, ' ').slice(0, 40)}"`;
  }
}
