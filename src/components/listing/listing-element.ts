/**
 * `<book-listing>`: an annotated program that can be read as it stands. What makes it answer is fetched when the reader comes
 * near or first touches it. Until then this small script keeps the chosen library, and unfolds the listing for paper.
 */

import { Notice } from '../alive/notice.ts';
import { whenNear } from '../alive/when-near.ts';
import { lineOfFragment, textOfFragment } from './ids.ts';
import { chooseLibrary, chosenLibrary, keepLibrary, type LibraryChoice, onLibrary } from './library.ts';
import type { ListingSettings } from './listing-data.ts';
import { foldForScreen, unfoldForPaper } from './paper.ts';

export class ListingElement extends HTMLElement {
  readonly #over = new AbortController();
  readonly #notice = new Notice(
    this,
    'A file that this program needs to be stepped through could not be fetched.',
  );
  #life: Promise<void> | undefined;

  connectedCallback(): void {
    const { signal } = this.#over;
    const wake = () => this.wake();
    this.#showLibrary();
    signal.addEventListener(
      'abort',
      onLibrary(() => !signal.aborted && this.#showLibrary()),
    );
    this.addEventListener('change', ({ target }) => this.#choose(target), { signal });
    this.addEventListener('click', (event) => this.#answerLater(event, wake), { signal });
    this.addEventListener('keydown', (event) => this.#answerLater(event, wake), { signal });
    this.addEventListener('focusin', wake, { signal });
    const follow = () => {
      const wanted = lineOfFragment(location.hash) ?? textOfFragment(location.hash);
      if (wanted && this.settings().addressed.includes(wanted.file)) wake();
    };
    addEventListener('hashchange', follow, { signal });
    follow();
    const paper = matchMedia('print');
    const change = () => (paper.matches ? unfoldForPaper(this) : foldForScreen(this));
    addEventListener('beforeprint', () => unfoldForPaper(this), { signal });
    addEventListener('afterprint', change, { signal });
    paper.addEventListener('change', change, { signal });
    whenNear(this, wake, signal);
  }

  /** Reads the data that the build wrote for the listing. */
  settings(): ListingSettings {
    return JSON.parse(this.dataset['settings'] ?? '{}');
  }

  /** Brings the listing to life, once. What failed can be tried again; the page says so, and nothing is thrown. */
  wake(): Promise<void> {
    this.#life ??= this.#comeToLife().catch((error: unknown) => {
      this.#life = undefined;
      this.#notice.show(() => this.wake());
      throw error;
    });
    return this.#life.catch(() => {});
  }

  async #comeToLife(): Promise<void> {
    const { bringToLife } = await import('./live-listing.tsx');
    foldForScreen(this);
    await bringToLife(this, this.settings());
    this.#over.abort();
    this.#notice.remove();
  }

  /** A press before the listing answers is not lost: it is repeated when it does. Links and tabs work by themselves. */
  #answerLater(event: Event, wake: () => Promise<void>): void {
    const { target } = event;
    if (!(target instanceof HTMLElement)) return;
    const isKey = event instanceof KeyboardEvent;
    if (isKey && !/^(?:Arrow|Home$|End$)/.test(event.key)) return;
    if (target.closest('input, summary, a:not(.line > a)') || (isKey && !target.matches('.line > a'))) {
      wake();
      return;
    }
    event.preventDefault();
    wake().then(() => {
      if (!this.#over.signal.aborted) return;
      if (isKey) target.dispatchEvent(new KeyboardEvent('keydown', { key: event.key, bubbles: true }));
      else target.click();
    });
  }

  #showLibrary(): void {
    const choice = chosenLibrary();
    for (const radio of this.querySelectorAll<HTMLInputElement>('.tab input'))
      if (radio.value === choice) radio.checked = true;
  }

  #choose(target: EventTarget | null): void {
    if (target instanceof HTMLInputElement && target.type === 'radio')
      chooseLibrary(target.value as LibraryChoice);
  }
}

keepLibrary();
customElements.define('book-listing', ListingElement);
