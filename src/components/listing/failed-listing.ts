/** What is left of a listing when a component of ours has thrown: the program as the build drew it, with every note. */
import { unfoldForPaper } from './paper.ts';

/**
 * Puts back the HTML that the build made, unfolds all notes and states as for paper, and says what happened.
 *
 * @param built the listing's HTML before it came to life
 */
export function showFailed(listing: HTMLElement, built: string): void {
  listing.innerHTML = built;
  listing.dataset['failed'] = 'true';
  unfoldForPaper(listing);
  const notice = document.createElement('p');
  notice.className = 'listing-failed';
  notice.setAttribute('role', 'alert');
  notice.textContent =
    'This program has stopped answering and stands below as printed, with all its notes. Reload the page to start it again; everything else goes on.';
  listing.before(notice);
}
