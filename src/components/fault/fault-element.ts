/**
 * `<book-fault>`: a program that goes wrong. The reader can change it, put the repair in its place, and go back to the book's.
 * What runs it and the editor are fetched at the first press.
 */

/** What a fault is made of, as its element carries it. */
export interface FaultTexts {
  /** `inner_sizes.py`. */
  readonly file: string;
  readonly book: string;
  readonly repaired: string;
}

class FaultElement extends HTMLElement {
  connectedCallback(): void {
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-act]'))
      button.hidden = button.dataset['act'] === 'reset';
    this.addEventListener('click', ({ target }) => {
      const act = target instanceof Element ? target.closest<HTMLElement>('[data-act]')?.dataset['act'] : '';
      if (act) void this.#act(act);
    });
  }

  async #act(act: string): Promise<void> {
    try {
      const { liveFault } = await import('./live-fault.tsx');
      await liveFault(this).act(act);
    } catch (error) {
      const place = this.querySelector('.fault-ending');
      if (place) place.textContent = 'What runs the program could not be fetched. Press again to try again.';
      throw error;
    }
  }
}

customElements.define('book-fault', FaultElement);
