import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';

/**
 * Puts the folder `finished` in the place of `target`, whose files are removed. Both lie on one file system, so whoever
 * reads `target` finds either all of the old files or all of the new ones.
 */
export async function replaceFolder(target: string, finished: string): Promise<void> {
  const old = `${target.replace(/\/$/, '')}.old`;
  await rm(old, { recursive: true, force: true });
  if (existsSync(target)) await rename(target, old);
  await rename(finished, target);
  await rm(old, { recursive: true, force: true });
}
