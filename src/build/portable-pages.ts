/** Makes a built site strict and portable; the pages of a large one are changed in several threads. */
import { portableSteps } from './portable-steps.ts';
import type { PolicyOptions } from './security-policy.ts';
import { listFiles } from './site-files.ts';
import { runSteps } from './site-step.ts';
import { Threads, threadsFor } from './threads/threads.ts';

/** What a thread that changes pages has to know. */
export type PortableSite = { readonly dist: string; readonly options: PolicyOptions };

/** @param say receives a line about each step */
export async function makePortable(site: PortableSite, say: (line: string) => void): Promise<void> {
  const steps = portableSteps(site.options);
  const pages = await listFiles(site.dist, '.html');
  const module = new URL('./page-thread.ts', import.meta.url);
  const threads = new Threads<string, readonly unknown[]>(module, site, threadsFor(pages.length));
  if (threads.size === 0) return runSteps(site.dist, steps, say);
  try {
    await runSteps(site.dist, steps, say, {
      change: (path) => threads.run(path),
      atOnce: 2 * threads.size,
    });
  } finally {
    await threads.close();
  }
}
