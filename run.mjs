/**
 * Starts every command of the project: `node run.mjs TASK [arguments]`.
 *
 * It needs nothing but some Node and npm: it installs the dependencies when they are missing or older than the
 * lock file, and picks a Node new enough for Astro and for running TypeScript directly, the running one or the
 * one that the lock file brings.
 */
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
/** The first Node that strips types by default and satisfies Astro, Vite and Vitest. */
const NEEDED_NODE = [22, 19];

/** What each task runs, one step after the other. A string step is another task. */
const tasks = {
  start: ['build', { run: 'node', args: ['src/build/serve.ts'] }],
  slots: [{ run: 'node', args: ['src/markdown/record-slots.ts'] }],
  dev: [{ run: 'astro', args: ['dev'] }],
  build: [{ run: 'astro', args: ['build'] }],
  types: [{ run: 'astro', args: ['check', '--minimumSeverity', 'warning'] }],
  lint: [{ run: 'biome', args: ['check', '--error-on-warnings', '.'] }],
  unit: [{ run: 'vitest', args: ['run'] }],
  e2e: [
    { run: 'node', args: ['tests/browser/install.ts'] },
    { run: 'playwright', args: ['test'] },
  ],
  check: ['types', 'lint'],
  test: ['types', 'lint', 'unit', 'build', 'e2e'],
};

class Failure extends Error {}

function runs(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return major > NEEDED_NODE[0] || (major === NEEDED_NODE[0] && minor >= NEEDED_NODE[1]);
}

/** The Node to run tasks with; asked after the install, which may have brought one. */
function chooseNode() {
  if (runs(process.version)) return process.execPath;
  const brought = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(brought)) return brought;
  throw new Failure(
    `Node ${NEEDED_NODE.join('.')} or newer is needed; this is ${process.version}, and none comes with the ` +
      `dependencies for ${process.platform}-${process.arch}. Install a current Node and run the command again.`,
  );
}

function modifiedAt(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}

function dependenciesAreCurrent() {
  const installed = modifiedAt(join(root, 'node_modules', '.package-lock.json'));
  return installed > 0 && installed >= modifiedAt(join(root, 'package-lock.json'));
}

function start(command, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env });
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal));
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

async function installDependencies() {
  if (dependenciesAreCurrent()) return;
  console.error('Installing dependencies (once, about a minute) …');
  const args = ['install', '--no-audit', '--no-fund', '--loglevel=error'];
  if ((await start('npm', args, process.env)) !== 0)
    throw new Failure(
      'npm could not install the dependencies; its message is above. Is the npm registry in reach?',
    );
}

async function perform(name, extra, env, node) {
  for (const [index, step] of tasks[name].entries()) {
    const given = index === tasks[name].length - 1 ? extra : [];
    if (typeof step === 'string') {
      await perform(step, given, env, node);
      continue;
    }
    if (name !== 'py') console.error(`\n— ${name}: ${[step.run, ...step.args, ...given].join(' ')}`);
    const command = step.run === 'node' ? node : join(root, 'node_modules', '.bin', step.run);
    const code = await start(command, [...step.args, ...given], env);
    if (code !== 0) throw Object.assign(new Failure(`${name} failed (exit status ${code}).`), { code });
  }
}

const [task = '', ...extra] = process.argv.slice(2);
try {
  if (!Object.hasOwn(tasks, task))
    throw new Failure(`No task "${task}". There are: ${Object.keys(tasks).join(', ')}.`);
  await installDependencies();
  const node = chooseNode();
  const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  await perform(task, extra, { ...process.env, PATH: path, ASTRO_TELEMETRY_DISABLED: '1' }, node);
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  if (task !== 'py') console.error(`\n${error.message}`);
  process.exitCode = error.code ?? 1;
}
