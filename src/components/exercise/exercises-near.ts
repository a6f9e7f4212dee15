/**
 * All of the exercises that runs when a page is loaded: it waits until a reader comes near one or touches it, and only then
 * fetches what makes them answer. Where the device has kept progress, that is shown once the page has loaded.
 */
import { recall } from '../../reader/index.ts';
import { whenNear } from '../alive/when-near.ts';
import './answers-on-paper.ts';

const show = () => void import('./show-progress.ts');

for (const element of document.querySelectorAll('book-exercise, book-progress')) {
  const over = new AbortController();
  const { signal } = over;
  const wake = async (event?: Event) => {
    if (element.localName === 'book-progress') show();
    else {
      await import('./exercise-element.ts');
      // An event that came before the exercise was ready is dispatched again.
      if (event !== undefined && !signal.aborted) element.dispatchEvent(new Event('focusin'));
    }
    over.abort();
  };
  for (const touch of ['pointerdown', 'focusin'])
    element.addEventListener(touch, (event) => void wake(event), { signal });
  whenNear(element, () => void wake(), signal);
}

// Nothing that is read waits for it.
if (recall('progress') !== undefined) addEventListener('load', () => setTimeout(show), { once: true });
