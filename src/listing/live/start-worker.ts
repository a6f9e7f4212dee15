import type { ListingWorker } from './client.ts';

/**
 * Starts the worker that runs programs and answers questions about figures.
 *
 * @throws where the host forbids workers, as under `file://`
 */
export function startWorker<Asked, Answered>(): ListingWorker<Asked, Answered> {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'Python' });
}
