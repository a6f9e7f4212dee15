/** Keeps what is read of the book on the device, once the page at hand is complete; a reader who saves data has to ask for it. */
import { recall } from '../../reader/index.ts';
import { savesData } from '../alive/when-near.ts';

// All scripts lie in one folder below the root. Not written in one expression, which Vite would take for an asset.
const here = import.meta.url;

/** The name under which the device remembers that a reader wants nothing kept, whatever the text. */
export const OFFLINE_OFF = 'offline off';

/**
 * Registers the worker. Returns false where that fails: the reader's settings or a full disk forbid it, or the download broke
 * off.
 * The book is then read online.
 */
export async function registerWorker(): Promise<boolean> {
  try {
    await navigator.serviceWorker.register(new URL('../service-worker.js', here));
    return true;
  } catch {
    return false;
  }
}

export function keepForOffline(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-offline]')) {
    button.disabled = false;
    button.addEventListener('click', async () => (await import('./offline-dialog.ts')).openOfflineDialog());
  }
  // A page being written changes too often to be kept, and browsers have workers on safe origins only.
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  if (savesData() || recall(OFFLINE_OFF) !== undefined) return;
  if (document.readyState === 'complete') registerWorker();
  else addEventListener('load', registerWorker, { once: true });
}
