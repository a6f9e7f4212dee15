/** Opens the search at a press of its button or of "/"; what it needs is fetched then. */

const EDITABLE = 'input, textarea, select, [contenteditable]';

export function offerSearch(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-search]');
  if (!button) return;
  button.disabled = false;
  const open = async () => {
    const { openSearch } = await import('./search-dialog.ts');
    openSearch();
  };
  button.addEventListener('click', open);
  addEventListener('keydown', (event) => {
    const types = event.composedPath()[0];
    const isTyping = types instanceof Element && types.closest(EDITABLE) !== null;
    if (
      event.key !== '/' ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      isTyping ||
      event.defaultPrevented
    )
      return;
    event.preventDefault();
    open();
  });
}
