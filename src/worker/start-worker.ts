import type { FromWorker, ListingWorker } from '../listing/live/index.ts';

/** A worker that was started before anyone needed it, at most one. Workers are not shared: a program that hangs takes its worker with it. */
let spare: { readonly worker: Worker; isReady: boolean } | undefined;

/**
 * Returns a worker that runs programs, evaluates a section's figures, and draws and judges exercises: the one that
 * `prepareWorker` has started, else a new one. The page fetches its script once, however many are started.
 *
 * @throws where the host forbids workers, as under `file://`
 */
export function startWorker<Asked, Answered>(): ListingWorker<Asked, Answered> {
  if (spare === undefined) return newWorker();
  const { worker, isReady } = spare;
  spare = undefined;
  worker.onmessage = null;
  // It has said so when nobody listened.
  const ready: FromWorker<never> = { kind: 'ready' };
  if (isReady) queueMicrotask(() => worker.onmessage?.(new MessageEvent('message', { data: ready })));
  return worker;
}

/** Starts a worker for whoever asks first. Does nothing where one is waiting, or where none starts: programs run on the page's own thread there. */
export function prepareWorker(): void {
  if (spare !== undefined) return;
  try {
    const prepared = { worker: newWorker(), isReady: false };
    prepared.worker.onmessage = () => {
      prepared.isReady = true;
    };
    prepared.worker.onerror = () => {
      if (spare === prepared) spare = undefined;
    };
    spare = prepared;
  } catch {
    spare = undefined;
  }
}

function newWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'Python' });
}
