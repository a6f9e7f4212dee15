import { join } from 'node:path';
import { Failure } from './failure.mjs';

/** The first Node that strips types by default and satisfies Astro, Vite and Vitest. */
const NEEDED = [22, 19];

/**
 * Whether a Node of this version can run the project.
 * @param {string} version such as `v22.19.0`
 */
export function isNewEnough(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
}

/**
 * The Node to run tasks with: the running one when it is new enough, else the one that came with the
 * dependencies. Throws where there is neither.
 * @param {{ version: string, execPath: string, platform: string, arch: string }} running
 * @param {string} root the project's folder
 * @param {(path: string) => boolean} exists
 */
export function chooseNode({ version, execPath, platform, arch }, root, exists) {
  if (isNewEnough(version)) return execPath;
  const brought = join(root, 'node_modules', `node-${platform}-${arch}`, 'bin', 'node');
  if (exists(brought)) return brought;
  throw new Failure(
    `Node ${NEEDED.join('.')} or newer is needed; this is ${version}, and none comes with the dependencies for ` +
      `${platform}-${arch}. Install a current Node (https://nodejs.org) and run the command again.`,
  );
}
