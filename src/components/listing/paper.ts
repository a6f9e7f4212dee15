/** Paper has every state of every line; on the screen those of a listing that has not come to life rest in <noscript>. */

const UNFOLDED = 'unfolded';

/** Puts what rests in the notes of a listing beside its <noscript>; the markup is the build's own. */
export function unfoldForPaper(listing: Element): void {
  foldForScreen(listing);
  for (const folded of listing.querySelectorAll('.note > noscript')) {
    const unfolded = document.createElement('div');
    unfolded.className = UNFOLDED;
    unfolded.innerHTML = folded.textContent;
    folded.after(unfolded);
  }
}

export function foldForScreen(listing: Element): void {
  for (const unfolded of listing.querySelectorAll(`.${UNFOLDED}`)) unfolded.remove();
}
