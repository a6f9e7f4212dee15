/** The card of a term: its entry of the page of terms, beside the word, letter or name that it belongs to. */
import { announce } from '../../../reader/index.ts';

/** So long a pointer rests on a term before its card opens, and may be on its way to the card before it closes. */
const OPEN_MS = 250;
const CLOSE_MS = 300;
const GAP_PX = 6;

// All scripts lie in one folder below the root. Not written in one expression, which Vite would take for an asset.
const here = import.meta.url;
const terms = new URL('../terms/', here);

let entries: Promise<readonly HTMLElement[]> | undefined;
let card: HTMLElement | undefined;
let shown: Element | undefined;
/** What the pointer rests on, until its card opens. */
let pending: Element | undefined;
let opening: ReturnType<typeof setTimeout> | undefined;
let closing: ReturnType<typeof setTimeout> | undefined;

/** Shows the card of `term` after the event of that type, at once or when a pointer has rested on it; a letter without an entry has none. */
export function showTerm(term: Element, type: string): void {
  stayOpen();
  if (term === pending || (term === shown && isOpen())) return;
  forgetPending();
  if (type === 'pointermove') {
    pending = term;
    opening = setTimeout(() => void open(term, type), OPEN_MS);
  } else void open(term, type);
}

/** The pointer is at `target`, which is no term: its card closes soon, unless the pointer is on its way to it. */
export function leaveTerm(target: EventTarget | null): void {
  forgetPending();
  if (target instanceof Element && target.closest('.term-card')) {
    stayOpen();
    return;
  }
  const holdsFocus = shown === document.activeElement || card?.contains(document.activeElement);
  if (isOpen() && !holdsFocus) closing ??= setTimeout(close, CLOSE_MS);
}

function stayOpen(): void {
  clearTimeout(closing);
  closing = undefined;
}

function forgetPending(): void {
  clearTimeout(opening);
  pending = undefined;
}

async function open(term: Element, type: string): Promise<void> {
  const entry = (await fetchEntries()).find((each) => fits(each, term));
  // The pointer or the focus may have gone on while the entries were fetched.
  const isLeft =
    (type === 'focusin' && document.activeElement !== term) || (type === 'pointermove' && pending !== term);
  if (entry !== undefined && term.isConnected && !isLeft) openCard(entry, term, type);
}

/** Returns the entries of the page of terms; a fetch that failed is tried again. */
function fetchEntries(): Promise<readonly HTMLElement[]> {
  entries ??= fetch(terms)
    .then(async (answer) => {
      if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      for (const link of page.querySelectorAll<HTMLAnchorElement>('.term-entry a[href]'))
        link.href = new URL(link.getAttribute('href') ?? '', terms).href;
      return [...page.querySelectorAll<HTMLElement>('.term-entry')];
    })
    .catch(() => {
      entries = undefined;
      return [];
    });
  return entries;
}

/** Returns whether an entry is that of a linked term, or of a letter in its hue. */
function fits(entry: HTMLElement, term: Element): boolean {
  if (term instanceof HTMLAnchorElement)
    return entry.querySelector('h2')?.id === decodeURIComponent(term.hash.slice(1));
  const hue = /\bq-(\w)/.exec(term.getAttribute('class') ?? '')?.[1];
  if (entry.dataset['hue'] !== hue) return false;
  const text = (term.textContent ?? '').normalize('NFKC').trim();
  if (term.closest('math')) {
    const letter = /^\p{Letter}/u.exec(text)?.[0] ?? '';
    return letter !== '' && (entry.dataset['letters'] ?? '').split(' ').includes(letter);
  }
  return (entry.dataset['code'] ?? '').split(' ').includes(text);
}

function openCard(entry: HTMLElement, term: Element, type: string): void {
  card ??= makeCard();
  card.replaceChildren(...[...entry.children].map((child) => child.cloneNode(true)));
  const heading = card.querySelector('h2');
  heading?.removeAttribute('id');
  card.ariaLabel = heading?.textContent ?? '';
  if (isOpen()) card.hidePopover();
  card.showPopover();
  place(card, term);
  shown = term;
  // What a pointer opens is beside it; who comes by keyboard hears it.
  if (type === 'focusin') announce(card.textContent ?? '');
}

function makeCard(): HTMLElement {
  const made = document.createElement('aside');
  made.className = 'term-card';
  made.popover = 'manual';
  made.addEventListener('focusout', ({ relatedTarget }) => leaveTo(relatedTarget));
  document.body.append(made);
  addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !isOpen()) return;
    event.preventDefault();
    const dismissed = shown;
    close();
    // Until the pointer has left it, resting on it opens nothing.
    pending = dismissed;
  });
  addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Element && !target.closest('.term-card')) close();
  });
  addEventListener('focusin', ({ target }) => leaveTo(target));
  return made;
}

/** Closes the card when the focus goes elsewhere. */
function leaveTo(target: EventTarget | null): void {
  if (target instanceof Element && target !== shown && !target.closest('.term-card')) close();
}

function isOpen(): boolean {
  return card?.matches(':popover-open') ?? false;
}

function close(): void {
  stayOpen();
  forgetPending();
  if (isOpen()) card?.hidePopover();
  shown = undefined;
}

/** Below the term, or above it where there is no room; within the window. */
function place(box: HTMLElement, term: Element): void {
  const { left, top, bottom } = term.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const isBelow = bottom + GAP_PX + height <= innerHeight || top < height + GAP_PX;
  box.style.left = `${Math.max(GAP_PX, Math.min(left, innerWidth - width - GAP_PX))}px`;
  box.style.top = `${isBelow ? bottom + GAP_PX : top - height - GAP_PX}px`;
}
