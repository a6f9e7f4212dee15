/**
 * The states of several widgets in one fragment, the one that was changed last first:
 * `#transform?W=1,1;0,1&version=1&dot?a=3,2&version=1`. A fragment with one widget is the same with one part.
 */

/** Returns each widget's query by its name; empty when the fragment speaks of something else. */
export function widgetStates(fragment: string): ReadonlyMap<string, string> {
  const text = fragment.replace(/^#/, '');
  if (!/^[a-z-]+\?/.test(text)) return new Map();
  const parts = text.split(/(?:^|&)(?=[a-z-]+\?)/);
  return new Map(
    parts
      .filter((part) => part !== '')
      .map((part) => {
        const end = part.indexOf('?');
        return [part.slice(0, end), part.slice(end + 1)];
      }),
  );
}

/** Returns `fragment` with one widget's state replaced by the state in `own`, that widget's own fragment. */
export function withWidgetState(fragment: string, own: string): string {
  const [name = ''] = widgetStates(own).keys();
  const others = [...widgetStates(fragment)].filter(([other]) => other !== name);
  return [own, ...others.map(([other, query]) => `${other}?${query}`)].join('&');
}
