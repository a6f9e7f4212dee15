/**
 * `<book-exercise>`: an exercise that can be read as it stands. What makes it answer is fetched when the reader comes near or
 * first touches it.
 */
import { Notice } from '../alive/notice.ts';
import { whenNear } from '../alive/when-near.ts';
import type { ExerciseSettings } from './exercise-data.ts';

class ExerciseElement extends HTMLElement {
  readonly #over = new AbortController();
  readonly #notice = new Notice(this, 'A file that this exercise needs could not be fetched.');
  #life: Promise<void> | undefined;

  connectedCallback(): void {
    const { signal } = this.#over;
    const wake = () => void this.#wake();
    for (const touch of ['pointerdown', 'focusin']) this.addEventListener(touch, wake, { signal });
    whenNear(this, wake, signal);
  }

  /** Each try is one: what failed can be tried again. */
  #wake(): Promise<void> {
    this.#life ??= this.#comeToLife().catch((error: unknown) => {
      this.#life = undefined;
      this.#notice.show(() => this.#wake());
      throw error;
    });
    return this.#life.catch(() => {});
  }

  async #comeToLife(): Promise<void> {
    const settings: ExerciseSettings = JSON.parse(this.dataset['settings'] ?? '{}');
    const { bringToLife } = await import('./live-exercise.tsx');
    await bringToLife(this, settings);
    this.#over.abort();
    this.#notice.remove();
  }
}

customElements.define('book-exercise', ExerciseElement);
