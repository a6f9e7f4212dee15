/** A link to a widget's state (`#dot?a=3,2&b=1,4`) names no element's id, so the browser does not go there by itself. */

/** Returns the widget that the fragment names; other fragments are the browser's own affair. */
export function addressedWidget(fragment: string): Element | null {
  const name = /^#([a-z-]+)\?/.exec(fragment)?.[1];
  return name === undefined ? null : document.querySelector(`[data-widget="${name}"]`);
}
