/** The one polite live region of the page: everything that speaks does so through it, so that no change is said twice. */

const ID = 'announcer';
const PAUSE_MS = 500;

let waiting: ReturnType<typeof setTimeout> | undefined;

/**
 * Says a sentence: at once after a discrete action, or once motion has rested for half a second. A newer sentence
 * replaces one that still waits; a function is called only when its sentence is said.
 */
export function announce(sentence: string | (() => string), when: 'now' | 'at rest' = 'now'): void {
  clearTimeout(waiting);
  const say = () => {
    const text = typeof sentence === 'string' ? sentence : sentence();
    // Screen readers read the dot between two vectors as nothing, or as a full stop.
    region().textContent = text.replaceAll(' · ', ' dot ');
  };
  if (when === 'now') say();
  else waiting = setTimeout(say, PAUSE_MS);
}

function region(): HTMLElement {
  const present = document.getElementById(ID);
  if (present) return present;
  const made = document.createElement('div');
  made.id = ID;
  made.className = 'visually-hidden';
  made.setAttribute('aria-live', 'polite');
  document.body.append(made);
  return made;
}
