import type { ListingWorker } from './client.ts';

/** Starts the worker that runs programs. @throws where the host forbids workers, as under `file://` */
export function startWorker(): ListingWorker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'Python' });
}
