/** A link to a widget's state (`#dot?a=3,2&b=1,4`) names no element's id, so the browser does not go there by itself. */

/** Brings the widget that the fragment names into view; other fragments are the browser's own affair. */
export function revealAddressed(fragment: string): void {
  const name = /^#([a-z-]+)\?/.exec(fragment)?.[1];
  if (name === undefined) return;
  document.querySelector(`[data-widget="${name}"]`)?.scrollIntoView({ block: 'center', behavior: 'instant' });
}
