/** Has real Python run the chapter's programs and writes what it made of every expression; README.md says how. */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { bookSlots, readListing } from '../../../src/listing/build/index.ts';
import { noteTemplate } from '../../../src/markdown/index.ts';
import { DESCRIBE } from '../../../src/slots/evaluate/index.ts';

const FOLDER = 'tests/goldens/listings';
const read = (path: string) => readFileSync(path, 'utf8');

function record(path: string): void {
  const program = { file: path, text: read(path) };
  const notes = path.replace(/\.py$/, '.notes.md');
  const { source } = readListing(program, { file: notes, text: read(notes) }, noteTemplate);
  const run = spawnSync(process.env['PYTHON'] ?? 'python3', ['-c', read(`${FOLDER}/record.py`)], {
    input: JSON.stringify({
      recorder: read('tests/goldens/record.py'),
      slots: DESCRIBE,
      program: source.text,
      notes: Object.fromEntries(bookSlots(source)),
    }),
    encoding: 'utf8',
    env: { ...process.env, OMP_NUM_THREADS: '1' },
  });
  if (run.status !== 0) throw new Error(`${path}: ${run.error?.message ?? run.stderr}`);
  writeFileSync(`${FOLDER}/${basename(path, '.py')}.json`, `${run.stdout.trimEnd()}\n`);
}

for (const path of globSync('content/*/*/listings/*.py')) record(path);
