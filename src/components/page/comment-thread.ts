/** `<comment-thread>`: a button that, when pressed, loads giscus and puts the thread of this page in its place. */

class CommentThread extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    if (!button) return;
    button.hidden = false;
    button.addEventListener('click', () => this.load(button));
  }

  private async load(button: HTMLButtonElement): Promise<void> {
    button.disabled = true;
    button.textContent = 'Loading comments …';
    try {
      await import('giscus');
      this.replaceChildren(this.thread());
    } catch {
      button.disabled = false;
      button.textContent = 'Comments could not be loaded. Try again';
    }
  }

  private thread(): HTMLElement {
    const settings: Record<string, string> = JSON.parse(this.dataset['settings'] ?? '{}');
    const widget = document.createElement('giscus-widget');
    for (const [name, value] of Object.entries(settings)) widget.setAttribute(name.toLowerCase(), value);
    const chosen = document.documentElement.dataset['theme'];
    widget.setAttribute('theme', chosen ?? 'preferred_color_scheme');
    return widget;
  }
}

export function defineCommentThread(): void {
  if (!customElements.get('comment-thread')) customElements.define('comment-thread', CommentThread);
}
