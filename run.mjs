/**
 * Starts every command of the project: `node run.mjs TASK [arguments]`.
 *
 * It needs nothing but some Node (18 or newer) and npm: it installs the dependencies when they are missing or
 * older than the lock file, and picks a Node new enough for Astro and for running TypeScript directly, the
 * running one or the one that the lock file brings.
 */
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chooseNode } from './src/build/launcher/choose-node.mjs';
import { installDependencies } from './src/build/launcher/dependencies.mjs';
import { Failure } from './src/build/launcher/failure.mjs';
import { run } from './src/build/launcher/run-program.mjs';
import { programsOf, tasks } from './src/build/launcher/tasks.mjs';

const root = dirname(fileURLToPath(import.meta.url));

async function perform(name, extra) {
  if (!Object.hasOwn(tasks, name))
    throw new Failure(`There is no task "${name}". The tasks are: ${Object.keys(tasks).join(', ')}.`);
  await installDependencies(root);
  // Asked after the install, which may have brought a Node.
  const node = chooseNode(process, root, existsSync);
  const binaries = join(root, 'node_modules', '.bin');
  const path = [dirname(node), binaries, process.env.PATH].join(delimiter);
  const env = { ...process.env, PATH: path, ASTRO_TELEMETRY_DISABLED: '1' };

  const started = Date.now();
  const programs = programsOf(name, extra);
  for (const [index, { task, program }] of programs.entries()) {
    const position = programs.length > 1 ? ` (${index + 1} of ${programs.length})` : '';
    if (!tasks[name].quiet)
      console.error(`\n— ${task}${position}: ${[program.run, ...program.args].join(' ')}`);
    const command = program.run === 'node' ? node : join(binaries, program.run);
    const code = await run(command, program.args, { cwd: root, env });
    if (code !== 0) throw new Failure(failed(task, code), code);
  }
  if (name === 'test') console.error(`\nAll tests passed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

function failed(task, code) {
  return [`The step "${task}" failed (exit status ${code}).`, tasks[task].mend].filter(Boolean).join(' ');
}

try {
  const [task = '', ...extra] = process.argv.slice(2);
  await perform(task, extra);
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  if (!tasks[process.argv[2]]?.quiet) console.error(`\n${error.message}`);
  process.exitCode = error.code;
}
