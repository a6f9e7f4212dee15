/**
 * `<book-progress>`: what to come back to at the end of a section. It is drawn when the reader comes near, as is what was done of
 * each part in the contents where the device has kept something.
 */
import { recall } from '../../reader/index.ts';

const show = () => void import('./show-progress.ts');

class ProgressElement extends HTMLElement {
  connectedCallback(): void {
    if (recall('progress') !== undefined) {
      // Nothing that is read waits for it.
      addEventListener('load', () => setTimeout(show), { once: true });
      return;
    }
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      show();
    });
    observer.observe(this);
  }
}

customElements.define('book-progress', ProgressElement);
