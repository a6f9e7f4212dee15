/** The front page's link to where the reader stopped. */
import { lastStop } from './reading-progress.ts';

export function offerToContinue(): void {
  const place = document.querySelector('[data-continue]');
  const stop = lastStop();
  if (!place || !stop) return;
  const link = document.createElement('a');
  link.href = `${stop.path}#${encodeURIComponent(stop.part)}`;
  link.textContent = stop.title;
  place.replaceChildren('Continue where you stopped: ', link);
}
