/** Tells beside a listing that it cannot answer, and offers to try again. */
export class Notice {
  readonly #listing: Element;
  #box: HTMLElement | undefined;

  constructor(listing: Element) {
    this.#listing = listing;
  }

  show(again: () => void): void {
    this.remove();
    const box = document.createElement('p');
    box.className = 'listing-failed';
    box.setAttribute('role', 'alert');
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button';
    button.textContent = 'Try again';
    button.addEventListener('click', again);
    box.append('A file that this program needs to be stepped through could not be fetched. ', button);
    this.#listing.before(box);
    this.#box = box;
  }

  remove(): void {
    this.#box?.remove();
  }
}
