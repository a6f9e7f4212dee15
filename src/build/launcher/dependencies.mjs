import { existsSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { run } from './run-program.mjs';

/** npm writes this file last, so it is missing after an install that broke off. */
const INSTALLED = ['node_modules', '.package-lock.json'];
const PROGRESS_MS = 15_000;

/** @param {string} path */
function modifiedAt(path) {
  return existsSync(path) ? statSync(path).mtimeMs : undefined;
}

/**
 * Whether the dependencies are there and not older than the lock file.
 * @param {string} root the project's folder
 */
export function areCurrent(root) {
  const installed = modifiedAt(join(root, ...INSTALLED));
  return installed !== undefined && installed >= (modifiedAt(join(root, 'package-lock.json')) ?? 0);
}

/**
 * Installs what the lock file names, where it is not there yet.
 * @param {string} root the project's folder
 */
export async function installDependencies(root) {
  if (areCurrent(root)) return;
  console.error('Installing dependencies (once, about a minute) …');
  const started = Date.now();
  const progress = setInterval(
    () => console.error(`  … still installing (${Math.round((Date.now() - started) / 1000)} s)`),
    PROGRESS_MS,
  );
  const args = ['install', '--no-audit', '--no-fund', '--loglevel=error'];
  const code = await run('npm', args, { cwd: root, env: process.env }).finally(() => clearInterval(progress));
  if (code !== 0)
    throw new Failure(
      'npm could not install the dependencies; its message is above. Check that this machine reaches the npm ' +
        'registry ("npm ping") and that the disk has 1 GB free, then run the command again.',
    );
  // npm leaves the file alone where nothing had to change; its time then still has to say "newer than the lock".
  const now = new Date();
  if (existsSync(join(root, ...INSTALLED))) utimesSync(join(root, ...INSTALLED), now, now);
}
