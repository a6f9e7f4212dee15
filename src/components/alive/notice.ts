/** Tells above an element that it cannot answer, and offers to try again. */
export class Notice {
  readonly #element: Element;
  readonly #text: string;
  #box: HTMLElement | undefined;

  /** @param text what could not be had, as a sentence */
  constructor(element: Element, text: string) {
    this.#element = element;
    this.#text = text;
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
    box.append(`${this.#text} `, button);
    this.#element.before(box);
    this.#box = box;
  }

  remove(): void {
    this.#box?.remove();
  }
}
