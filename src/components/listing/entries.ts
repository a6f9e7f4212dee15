/** A link to an entry of the reference opens it in place, wherever on the page it is given in full. */

export function showEntry(event: Event): void {
  const link = event.target instanceof Element ? event.target.closest('.entry-link') : null;
  const id = link?.getAttribute('href')?.slice(1);
  if (!link || id === undefined) return;
  const entry = find(id);
  if (!entry) return;
  event.preventDefault();
  const copy = entry.cloneNode(true) as HTMLDetailsElement;
  copy.removeAttribute('id');
  copy.open = true;
  link.replaceWith(copy);
  copy.querySelector('summary')?.focus();
}

/** The entry may still be folded in the <noscript> of another line. */
function find(id: string): Element | null {
  const present = document.getElementById(id);
  if (present) return present;
  for (const folded of document.querySelectorAll('.note > noscript')) {
    if (!folded.textContent.includes(`id="${id}"`)) continue;
    const template = document.createElement('template');
    template.innerHTML = folded.textContent;
    return template.content.getElementById(id);
  }
  return null;
}
