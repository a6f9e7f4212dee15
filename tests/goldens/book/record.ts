/** `npm run record`: has real Python run the book's slots, programs and exercises, and records what it says. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { AuthorError } from '../../../src/diagnostics/index.ts';
import { PARTS } from './parts.ts';
import { foundVersions, judgeVersions, RecordingFailure } from './real-python.ts';

/** @throws {RecordingFailure} */
function recordParts(names: readonly string[]): void {
  for (const name of names)
    if (!PARTS.has(name))
      throw new RecordingFailure(`There is no part "${name}". The parts are: ${[...PARTS.keys()].join(', ')}.`);
  const { missing, differing } = judgeVersions(foundVersions());
  if (missing !== undefined) throw new RecordingFailure(missing);
  if (differing !== undefined) console.warn(differing);
  for (const [name, part] of PARTS) {
    if (names.length > 0 && !names.includes(name)) {
      console.log(`${name}: left out`);
      continue;
    }
    const recordings = part.record();
    const changed = [...recordings].filter(([file, text]) => {
      if (existsSync(file) && readFileSync(file, 'utf8') === text) return false;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      return true;
    });
    const stale = part.kept().filter((file) => !recordings.has(file));
    for (const file of stale) rmSync(file);
    console.log(`${name}: ${recordings.size} recorded, ${changed.length} changed, ${stale.length} removed`);
    for (const [file] of changed) console.log(`  changed ${file}`);
    for (const file of stale) console.log(`  removed ${file}`);
  }
}

try {
  recordParts(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof AuthorError || error instanceof RecordingFailure)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
