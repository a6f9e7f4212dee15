/** The one polite live region of the page: every widget speaks through it, so that no change is said twice. */

const ID = 'announcer';
const PAUSE_MS = 500;

let waiting: ReturnType<typeof setTimeout> | undefined;

/**
 * Says a sentence: at once after a discrete action, or once motion has rested for half a second. A newer sentence
 * replaces one that still waits; it is made only when it is said.
 */
export function announce(sentence: () => string, when: 'now' | 'at rest'): void {
  clearTimeout(waiting);
  const say = () => {
    // The dot between two vectors is read as nothing, or as a full stop.
    region().textContent = sentence().replaceAll(' · ', ' dot ');
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
