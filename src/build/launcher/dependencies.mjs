import { existsSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { broughtNode, isNewEnough, needNewer, nodePackage } from './choose-node.mjs';
import { Failure } from './failure.mjs';
import { run } from './run-program.mjs';

/** npm writes this file last, so it is missing after an install that broke off. */
const INSTALLED = ['node_modules', '.package-lock.json'];
const PROGRESS_MS = 15_000;
const QUIETLY = ['--no-audit', '--no-fund', '--loglevel=error'];

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
 *
 * npm leaves out, without a word, whatever optional package does not support the Node that npm itself runs with;
 * on an old Node the bundler's native part would be missing. So a new Node comes first and runs npm then.
 * @param {string} root the project's folder
 */
export async function installDependencies(root) {
  if (areCurrent(root)) return;
  console.error('Installing dependencies (once, about a minute) …');
  const aside = join(root, 'node_modules', '.node');
  const node = isNewEnough(process.version) ? process.execPath : await fetchNode(root, aside);
  const path = [dirname(node), process.env.PATH].join(delimiter);
  // Without saving: the lock file is followed, never rewritten by another npm's taste.
  await npm(root, ['install', '--no-save'], { ...process.env, PATH: path, NODE_NO_WARNINGS: '1' });
  rmSync(aside, { recursive: true, force: true });
  // npm leaves the file alone where nothing had to change; its time then still has to say "newer than the lock".
  const now = new Date();
  if (existsSync(join(root, ...INSTALLED))) utimesSync(join(root, ...INSTALLED), now, now);
}

/**
 * Installs a Node alone, in the folder `aside`, and resolves to its path.
 * @param {string} root
 * @param {string} aside
 */
async function fetchNode(root, aside) {
  const wanted = nodePackage(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')), process);
  if (!wanted) throw needNewer(process);
  console.error(`  first ${wanted}, because this Node is ${process.version}`);
  await npm(root, ['install', '--prefix', aside, '--no-save', '--no-package-lock', wanted], process.env);
  return broughtNode(aside, process);
}

/**
 * @param {string} root
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
async function npm(root, args, env) {
  const started = Date.now();
  const progress = setInterval(
    () => console.error(`  … still installing (${Math.round((Date.now() - started) / 1000)} s)`),
    PROGRESS_MS,
  );
  const code = await run('npm', [...args, ...QUIETLY], { cwd: root, env }).finally(() =>
    clearInterval(progress),
  );
  if (code !== 0)
    throw new Failure(
      'npm could not install the dependencies; its message is above. Check that this machine reaches the npm ' +
        'registry ("npm ping") and that the disk has 1 GB free, then run the command again.',
    );
}
