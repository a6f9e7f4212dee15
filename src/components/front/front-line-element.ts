/**
 * `<front-line>`: the figure of the front page. What makes it answer is fetched at the first sign of a reader (a move of the
 * pointer, a touch, a key), so that the page itself loads next to no script.
 */
const SIGNS = ['pointermove', 'pointerdown', 'touchstart', 'keydown', 'scroll', 'hashchange'] as const;

class FrontLineElement extends HTMLElement {
  connectedCallback(): void {
    const over = new AbortController();
    const wake = async () => {
      over.abort();
      try {
        const { bringToLife } = await import('./live-front-line.tsx');
        bringToLife(this);
      } catch {
        // The figure then says that it is still.
        this.dataset['failed'] = '';
      }
    };
    for (const sign of SIGNS) addEventListener(sign, wake, { passive: true, signal: over.signal });
    // A link to a state of the figure is a sign too.
    if (location.hash.startsWith('#transform')) wake();
  }
}

customElements.define('front-line', FrontLineElement);
