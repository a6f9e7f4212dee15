/** Asks the browser to keep the book for reading without a network, once the page at hand is complete. */

// All scripts lie in one folder below the root. Not written in one expression, which Vite would take for an asset.
const here = import.meta.url;

async function register(): Promise<void> {
  try {
    await navigator.serviceWorker.register(new URL('../service-worker.js', here));
  } catch {
    // The reader's settings or a full disk forbid it, or the download broke off: the book is read online then.
  }
}

export function keepForOffline(): void {
  // A page being written changes too often to be kept, and browsers have workers on safe origins only.
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
}
