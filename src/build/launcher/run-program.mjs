import { spawn } from 'node:child_process';
import { Failure } from './failure.mjs';

/** The exit status of what Ctrl-C ended, as shells have it: 128 and the number of SIGINT. */
const STOPPED = 130;

/**
 * Runs a program with this terminal and resolves to its exit status. Ctrl-C goes on to the program, and is no failure to mend:
 * the promise then rejects with a `Failure` that says it was stopped, status 130.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<number>}
 */
export function run(command, args, { cwd, env }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: 'inherit', env });
    let isStopped = false;
    const pass = (/** @type {NodeJS.Signals} */ signal) => {
      isStopped = true;
      child.kill(signal);
    };
    process.on('SIGINT', pass).on('SIGTERM', pass);
    const done = () => process.off('SIGINT', pass).off('SIGTERM', pass);
    child.once('error', (error) => {
      done();
      reject(new Failure(`${command} could not be started: ${error.message}. Is it installed and in PATH?`));
    });
    child.once('exit', (code, signal) => {
      done();
      if (isStopped) reject(new Failure('Stopped.', STOPPED));
      else resolve(code ?? (signal ? 1 : 0));
    });
  });
}
