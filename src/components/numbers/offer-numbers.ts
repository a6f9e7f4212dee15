/**
 * Lets a reader change the section's numbers: from the button in the header, or from a number of the text. Everything for it
 * is fetched then; at once only where the address brings numbers or the device has kept some.
 */
import { recall } from '../../reader/index.ts';
import type { OpenNumbers } from './open-numbers.tsx';

/** What has its own answer to a press. */
const ANSWERS = 'a, button, input, select, textarea, summary, label, astro-island, book-listing';

export function offerNumbers(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-numbers]');
  const address = button?.dataset['numbers'];
  if (!button || address === undefined) return;
  let opened: Promise<OpenNumbers> | undefined;
  const fetched = () => {
    opened ??= import('./open-numbers.tsx')
      .then(({ openNumbers }) => openNumbers(address))
      .catch((error: unknown) => {
        // What failed can be tried again.
        opened = undefined;
        button.title = `Your numbers could not be fetched (${String(error)}). Try again.`;
        throw error;
      });
    return opened;
  };
  button.disabled = false;
  button.addEventListener('click', async () => (await fetched()).open(button));
  document.querySelector('article')?.addEventListener('click', async ({ target, clientX: x, clientY: y }) => {
    if (!(target instanceof Element) || target.closest(ANSWERS) || !getSelection()?.isCollapsed) return;
    const place = placeOf(target);
    if (place) (await fetched()).askAt(place, { x, y });
  });
  if (recall(`numbers ${address}`) !== undefined || /[#&]numbers\?/.test(location.hash)) void fetched();
}

/** Returns the element with the number of the place that a press is in; the pieces of a formula follow the one that has it. */
function placeOf(target: Element): Element | undefined {
  const inside = target.closest('[data-n]:not(.claim)');
  if (inside) return inside;
  const piece = target.closest('math');
  for (let unit = piece?.closest('span.nowrap') ?? piece; unit; unit = unit.previousElementSibling) {
    const first = unit.matches('math[data-n]') ? unit : unit.querySelector(':scope > math[data-n]');
    if (first) return first;
    if (!unit.matches('math, span.nowrap, wbr')) return undefined;
  }
  return undefined;
}
