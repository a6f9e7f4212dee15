/**
 * `<book-exercise>`: an exercise that can be read as it stands. What makes it answer is fetched when the reader comes near or
 * first touches it.
 */
import type { ExerciseSettings } from './exercise-data.ts';

/** As far from the window as an exercise is when it comes to life. */
const NEAR = '600px';

class ExerciseElement extends HTMLElement {
  #life: Promise<void> | undefined;
  #failed: HTMLElement | undefined;

  connectedCallback(): void {
    const wake = () => void this.#wake();
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        wake();
      },
      { rootMargin: NEAR },
    );
    observer.observe(this);
    this.addEventListener('pointerdown', wake, { once: true });
  }

  /** Each try is one: what failed can be tried again. */
  #wake(): Promise<void> {
    const settings: ExerciseSettings = JSON.parse(this.dataset['settings'] ?? '{}');
    this.#life ??= import('./live-exercise.tsx')
      .then(({ bringToLife }) => bringToLife(this, settings))
      .then(() => this.#failed?.remove())
      .catch((error: unknown) => {
        this.#life = undefined;
        this.#tellFailure();
        throw error;
      });
    return this.#life.catch(() => {});
  }

  #tellFailure(): void {
    this.#failed?.remove();
    const box = document.createElement('p');
    box.className = 'listing-failed';
    box.setAttribute('role', 'alert');
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button';
    button.textContent = 'Try again';
    button.addEventListener('click', () => void this.#wake());
    box.append('A file that this exercise needs could not be fetched. ', button);
    this.append(box);
    this.#failed = box;
  }
}

customElements.define('book-exercise', ExerciseElement);
