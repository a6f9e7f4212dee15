/** Says how much of the book is kept for reading offline, keeps all of it, or removes it. */
import { announce, forget, remember } from '../../reader/index.ts';
import { OFFLINE_OFF, registerWorker } from './offline.ts';
import { type Kept, keepWords, keptWords } from './offline-words.ts';
import { pressButton } from './tools/press-button.ts';

const here = import.meta.url;

/** What the worker answers. */
interface Answer extends Kept {
  /** Whether the part that was asked for did not arrive. */
  readonly isFailed: boolean;
}

let dialog: HTMLDialogElement | undefined;
let show: (() => Promise<void>) | undefined;

export async function openOfflineDialog(): Promise<void> {
  dialog ??= makeDialog();
  await show?.();
  dialog.showModal();
}

function makeDialog(): HTMLDialogElement {
  const element = document.createElement('dialog');
  element.className = 'tool-dialog';
  element.ariaLabel = 'Read offline';
  const words = document.createElement('p');
  const bar = document.createElement('progress');
  bar.ariaLabel = 'Kept of the whole book';
  const keep = pressButton('', () => keepAll());
  const remove = pressButton('Remove what is kept', () => removeAll());
  const form = document.createElement('form');
  form.method = 'dialog';
  form.append(
    words,
    bar,
    keep,
    remove,
    pressButton('Close', () => element.close()),
  );
  element.append(form);
  document.body.append(element);

  const draw = (state: Kept, say = keptWords(state)) => {
    words.textContent = say;
    Object.assign(bar, { max: state.whole, value: state.kept });
    keep.textContent = keepWords(state);
    keep.hidden = state.kept >= state.whole;
    remove.hidden = state.kept === 0;
  };

  show = async () => {
    if ('serviceWorker' in navigator) draw(await stateOfBook());
    else {
      words.textContent = 'This browser keeps no books for reading offline, or not from this address.';
      for (const control of [bar, keep, remove]) control.hidden = true;
    }
  };

  const keepAll = async () => {
    forget(OFFLINE_OFF);
    keep.disabled = true;
    try {
      if (!(await registerWorker())) {
        words.textContent =
          'This browser cannot keep the book now: its settings forbid it, or the network failed.';
        announce(words.textContent);
        return;
      }
      for (let state = await ask('state'); ; state = await ask('keep')) {
        draw(
          state,
          state.isFailed ? 'A part did not arrive. Load the page again, then try once more.' : undefined,
        );
        if (!state.isFailed && state.kept < state.whole) continue;
        announce(words.textContent ?? '');
        break;
      }
    } finally {
      keep.disabled = false;
    }
  };

  const removeAll = async () => {
    remember(OFFLINE_OFF, 'yes');
    const state = await ask('remove');
    await (await navigator.serviceWorker.getRegistration(here))?.unregister();
    draw(state, `Removed, and nothing more will be kept. ${keptWords(state)}`);
    announce(words.textContent ?? '');
  };

  return element;
}

/** Returns what the worker says, or, where there is none, that nothing is kept. */
async function stateOfBook(): Promise<Kept> {
  const registration = await navigator.serviceWorker.getRegistration(here);
  if (registration?.active) return ask('state');
  const answer = await fetch(new URL('../offline.json', here));
  const { bytes } = await answer.json();
  return { kept: 0, whole: bytes };
}

/** Asks the worker, once there is one at work. */
async function ask(what: 'state' | 'keep' | 'remove'): Promise<Answer> {
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    active?.postMessage(what, [port2]);
  });
}
