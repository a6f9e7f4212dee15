import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Has real Python run programs and records how they end. `PYTHON` names a Python with NumPy and PyTorch. Sets the exit status
 * to 1 where it cannot.
 */
export function recordEndings(
  programs: readonly { readonly title: string; readonly text: string }[],
  recording: string,
): void {
  const python = process.env['PYTHON'] ?? 'python3';
  const recorder = readFileSync(new URL('record.py', import.meta.url), 'utf8');
  const input = programs.map(({ title, text }) => `## ${title}\n${text}\n`).join('');
  // The recorder's text is an argument, so that a Python in a container needs no access to this folder.
  const run = spawnSync(python, ['-c', recorder], { input, encoding: 'utf8', maxBuffer: 1e8 });
  if (run.status === 0) {
    writeFileSync(recording, run.stdout);
    console.log(`${JSON.parse(run.stdout).length} programs recorded`);
  } else {
    console.error(run.error?.message ?? run.stderr);
    console.error('PYTHON must name a Python 3 with NumPy and PyTorch.');
    process.exitCode = 1;
  }
}
