/** What of a page is lost in the window it is shown in: cut off, out of reach, or under something else. */
import type { Page } from '@playwright/test';

/** A line for each loss; empty when all of the page can be read and used. */
export function lostContent(page: Page): Promise<readonly string[]> {
  return page.evaluate(findLosses);
}

function findLosses(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const losses = scrollWidth > clientWidth ? [`the page is ${scrollWidth - clientWidth} px too wide`] : [];
  type Sides = {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  /** Letters may reach a little beyond their line. */
  const SLACK = 3;

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { currentNode: node } = texts;
    const parent = node.parentElement;
    if (!node.nodeValue?.trim() || !parent || parent.closest('noscript, script, style, option, title'))
      continue;
    // What is only for screen readers is one pixel large, and the letters of a drawing are part of the picture.
    if (parent.closest('svg, .visually-hidden, .matrix-caption, .matrix-said, .skip, .skip-listing'))
      continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const lines = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    const cut = lines.map((line) => cutBy(parent, line)).find((by) => by !== undefined);
    if (cut) losses.push(`"${plain(node.nodeValue)}" is cut off by ${cut}`);
  }

  for (const control of document.querySelectorAll<HTMLElement>(
    'a[href], button, input, select, summary, [tabindex="0"]',
  )) {
    if (
      !control.checkVisibility({ visibilityProperty: true }) ||
      control.closest('.skip, .skip-listing, [inert]')
    )
      continue;
    control.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    const box = control.getClientRects()[0];
    if (!box) continue;
    const name = plain(control.getAttribute('aria-label') ?? control.textContent ?? '') || control.localName;
    const cut = cutBy(control.parentElement, box);
    if (cut && box.height < innerHeight / 2) losses.push(`the control "${name}" is cut off by ${cut}`);
    const inWindow = (at: number, size: number) => Math.max(1, Math.min(size - 1, at));
    const x = inWindow((box.left + box.right) / 2, innerWidth);
    const y = inWindow((box.top + box.bottom) / 2, innerHeight);
    const over = document.elementFromPoint(x, y);
    const label = control instanceof HTMLInputElement ? control.labels?.[0] : undefined;
    // The number of a line is its link, as wide as the line; the numbers in the code are controls of their own upon it.
    const isOnLine = over?.closest('.number') && control.matches('.line > a');
    const isReached =
      isOnLine || (over && (control.contains(over) || over.contains(control) || label?.contains(over)));
    if (!isReached) losses.push(`${nameOf(over)} lies over the control "${name}"`);
  }
  return losses;

  /** What hides a part of a box for good: a box that does not scroll, or the window's sides. */
  function cutBy(from: Element | null, line: Sides): string | undefined {
    for (let box = from; box && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box);
      if (/auto|scroll/.test(style.overflowX)) return undefined;
      const hidesX = style.overflowX !== 'visible' || /strict|content|paint/.test(style.contain);
      if (!hidesX) continue;
      const margin = SLACK + (Number.parseFloat(style.overflowClipMargin) || 0);
      const { left, right, top, bottom } = box.getBoundingClientRect();
      const isIn =
        line.left >= left - margin &&
        line.right <= right + margin &&
        line.top >= top - margin &&
        line.bottom <= bottom + margin;
      if (!isIn) return nameOf(box);
    }
    return line.left >= -SLACK && line.right <= clientWidth + SLACK ? undefined : 'the window';
  }

  function nameOf(element: Element | null): string {
    return element ? `${element.localName}.${element.getAttribute('class') ?? ''}` : 'nothing';
  }

  function plain(text: string): string {
    return text.trim().replaceAll(/\s+/g, ' ').slice(0, 50);
  }
}
