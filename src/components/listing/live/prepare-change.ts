import { prepareWorker } from '../../../worker/index.ts';
import { savesData } from '../../alive/when-near.ts';

/**
 * Fetches what a reader's first change of a program needs, once the page is idle: the worker that runs programs, and the
 * editor. A reader who saves data has both fetched by the change itself.
 */
export function prepareChange(): void {
  if (savesData()) return;
  whenIdle(() => {
    prepareWorker();
    // Where it cannot be fetched, Edit says so and offers to try again.
    import('../../editor/create-editor.ts').catch(() => {});
  });
}

/** WebKit has no idle callbacks: a task of its own must do there. */
function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work);
  else setTimeout(work);
}
