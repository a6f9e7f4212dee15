import type { ListingWorker } from '../listing/live/index.ts';

/**
 * Starts a worker that runs programs, evaluates a section's figures, and draws and judges exercises. The page fetches its
 * script once, however many are started.
 *
 * @throws where the host forbids workers, as under `file://`
 */
export function startWorker<Asked, Answered>(): ListingWorker<Asked, Answered> {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'Python' });
}
