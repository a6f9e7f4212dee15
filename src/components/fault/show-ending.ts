import type { EndingPart } from '../../listing/live/index.ts';
import { KIND_NAMES, NOTHING } from './ending-words.ts';

/** Replaces the content of `place` by what a program said, as `Ending.astro` draws it. */
export function showEnding(place: Element, parts: readonly EndingPart[]): void {
  const rows = parts.map(({ kind, type, text }) => {
    const row = document.createElement('div');
    if (kind === 'prints') {
      row.append(labelled(KIND_NAMES[kind]), element('pre', text));
      return row;
    }
    const message = document.createElement('samp');
    message.append(...(type === '' ? [] : [element('b', type), ': ']), text);
    row.append(labelled(KIND_NAMES[kind]), message);
    return row;
  });
  if (rows.length === 0) {
    const row = document.createElement('p');
    row.append(labelled(NOTHING));
    place.replaceChildren(row);
  } else place.replaceChildren(...rows);
}

function labelled(text: string): HTMLElement {
  return element('span', text);
}

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
