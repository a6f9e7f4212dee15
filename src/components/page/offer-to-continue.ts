/** The front page's link to where the reader stopped. */
import { lastPlace } from './reading-progress.ts';

export function offerToContinue(): void {
  const offer = document.querySelector('[data-continue]');
  const place = lastPlace();
  if (!offer || !place) return;
  const link = document.createElement('a');
  link.href = `${place.path}#${encodeURIComponent(place.part)}`;
  link.textContent = place.title;
  offer.replaceChildren('Continue where you stopped: ', link);
}
