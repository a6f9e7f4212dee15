import { join } from 'node:path';
import { Failure } from './failure.mjs';

/**
 * The Node that runs the launcher; `process` is one.
 * @typedef {{ version: string, execPath: string, platform: string, arch: string }} RunningNode
 */

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

/** @param {Pick<RunningNode, 'platform' | 'arch'>} machine */
const packageName = ({ platform, arch }) => `node-${platform}-${arch}`;

/**
 * The package that holds a new Node for this machine, as npm takes it; `undefined` where there is none.
 * @param {{ optionalDependencies?: Record<string, string> }} manifest the project's package.json
 * @param {Pick<RunningNode, 'platform' | 'arch'>} machine
 */
export function nodePackage({ optionalDependencies = {} }, machine) {
  const name = packageName(machine);
  return name in optionalDependencies ? `${name}@${optionalDependencies[name]}` : undefined;
}

/**
 * Where the Node lies that npm installed in `folder`.
 * @param {string} folder
 * @param {Pick<RunningNode, 'platform' | 'arch'>} machine
 */
export function broughtNode(folder, machine) {
  return join(folder, 'node_modules', packageName(machine), 'bin', 'node');
}

/**
 * The Node to run tasks with: the running one when it is new enough, else the one that came with the
 * dependencies. Throws where there is neither.
 * @param {RunningNode} running
 * @param {string} root the project's folder
 * @param {(path: string) => boolean} exists
 */
export function chooseNode(running, root, exists) {
  if (isNewEnough(running.version)) return running.execPath;
  const brought = broughtNode(root, running);
  if (exists(brought)) return brought;
  throw needNewer(running);
}

/** @param {RunningNode} running */
export function needNewer({ version, platform, arch }) {
  return new Failure(
    `Node ${NEEDED.join('.')} or newer is needed; this is ${version}, and none comes with the dependencies for ` +
      `${platform}-${arch}. Install a current Node (https://nodejs.org) and run the command again.`,
  );
}
