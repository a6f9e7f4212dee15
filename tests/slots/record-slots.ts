/** `npm run record:slots`: has real Python evaluate every section's slots, and records what it says. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadBook, type Section } from '../../src/book/index.ts';
import { AuthorError } from '../../src/diagnostics/index.ts';
import { sectionSlots } from '../../src/markdown/index.ts';
import { DESCRIBE } from '../../src/slots/evaluate/index.ts';
import type { Slot } from '../../src/slots/index.ts';
import { digest, type Recording, recordingFile, recordingText } from './recording.ts';

const CONTENT = 'content';
const recorder = new URL('record.py', import.meta.url);

class RecordingFailure extends Error {}

/** Runs the recorder; its text is an argument, so that a Python in a container needs no access to this folder. */
function runPython(figures: string, slots: readonly Slot[]): Pick<Recording, 'versions' | 'slots'> {
  const python = process.env['PYTHON'] ?? 'python3';
  const run = spawnSync(python, ['-c', `${DESCRIBE}\n${readFileSync(recorder, 'utf8')}`], {
    input: JSON.stringify({ figures, slots }),
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (run.error)
    throw new RecordingFailure(
      `Could not start ${python}: ${run.error.message}. Set PYTHON to a Python 3 with NumPy and PyTorch.`,
    );
  if (run.status !== 0)
    throw new RecordingFailure(
      `${python} could not evaluate the slots:\n${run.stderr}\nPYTHON must name a Python 3 with NumPy and PyTorch.`,
    );
  return JSON.parse(run.stdout);
}

function record(section: Section): number {
  const slots = sectionSlots(CONTENT, section);
  const figures = readFileSync(join(section.folder, section.figures), 'utf8');
  const recording: Recording = { figures: digest(figures), ...runPython(figures, slots) };
  const file = recordingFile(section);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, recordingText(recording));
  return slots.length;
}

try {
  for (const section of loadBook(CONTENT).sections)
    console.log(`${section.file}: ${record(section)} slots recorded`);
} catch (error) {
  if (!(error instanceof AuthorError || error instanceof RecordingFailure)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
