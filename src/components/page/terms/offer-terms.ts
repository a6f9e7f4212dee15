/** Opens the card of a term or symbol that is pointed at, focused or tapped; what draws it is fetched then. */

/** A linked term, and a letter in the hue of its quantity in a formula. */
const TERM = 'a.term, math [class^="q-"]';
/** A name in the hue of its quantity in a program; the link of its line lies above it. */
const NAME = 'b[class^="q-"]';

let cards: typeof import('./term-card.ts') | undefined;

export function offerTerms(): void {
  const offer = async (event: Event) => {
    const term = termOf(event);
    if (!term) {
      if (event.type === 'pointermove') cards?.leaveTerm(event.target);
      return;
    }
    // A finger cannot rest on a word; a mouse and the keyboard have opened the card when they press, and follow the link.
    const isTap = event instanceof PointerEvent && event.type === 'click' && event.pointerType === 'touch';
    if (isTap && term.matches('a')) event.preventDefault();
    cards ??= await import('./term-card.ts');
    cards.showTerm(term, event.type);
  };
  for (const type of ['pointermove', 'focusin', 'click']) document.addEventListener(type, offer);
}

/** Returns what is pointed at, focused or tapped, if it is a term. */
function termOf(event: Event): Element | null | undefined {
  const { target } = event;
  if (!(target instanceof Element)) return undefined;
  if (!(event instanceof MouseEvent) || !target.matches('.line > a')) return target.closest(TERM);
  const { clientX: x, clientY: y } = event;
  return [...(target.parentElement?.querySelectorAll(NAME) ?? [])].find((name) => {
    const { left, right, top, bottom } = name.getBoundingClientRect();
    // What is far away is not laid out: its box has no size, and lies at the corner where a scripted press has its point.
    return left < right && left <= x && x <= right && top <= y && y <= bottom;
  });
}
