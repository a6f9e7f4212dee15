/** `npm run record:predictions`: has real Python run the wrong programs of the stops for predictions, and records how they end. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { everyWrongProgram, RECORDING } from './programs.ts';

const python = process.env['PYTHON'] ?? 'python3';
const recorder = readFileSync(new URL('../goldens/endings/record.py', import.meta.url), 'utf8');
const input = everyWrongProgram()
  .map(({ title, text }) => `## ${title}\n${text}\n`)
  .join('');
// The recorder's text is an argument, so that a Python in a container needs no access to this folder.
const run = spawnSync(python, ['-c', recorder], { input, encoding: 'utf8', maxBuffer: 1e8 });
if (run.status === 0) {
  writeFileSync(RECORDING, run.stdout);
  console.log(`${JSON.parse(run.stdout).length} programs recorded`);
} else {
  console.error(run.error?.message ?? run.stderr);
  console.error('PYTHON must name a Python 3 with NumPy and PyTorch.');
  process.exitCode = 1;
}
