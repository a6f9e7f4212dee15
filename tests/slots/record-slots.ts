/** Has real Python evaluate every section's slots. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadBook } from '../../src/book/index.ts';
import { sectionSlots } from '../../src/markdown/index.ts';
import { DESCRIBE } from '../../src/slots/evaluate/index.ts';
import { runPython } from '../goldens/book/real-python.ts';
import { digest, type Recording, recordingFile, recordingText } from './recording.ts';

const CONTENT = 'content';
const recorder = new URL('record.py', import.meta.url);

/**
 * Returns the recordings of all sections' slots by the file that holds them.
 * @throws {AuthorError | RecordingFailure}
 */
export function recordSlots(): ReadonlyMap<string, string> {
  const program = `${DESCRIBE}\n${readFileSync(recorder, 'utf8')}`;
  return new Map(
    loadBook(CONTENT).sections.map((section) => {
      const slots = sectionSlots(CONTENT, section);
      const figures = readFileSync(join(section.folder, section.figures), 'utf8');
      const recorded: Pick<Recording, 'versions' | 'slots'> = JSON.parse(
        runPython(program, JSON.stringify({ figures, slots })),
      );
      return [recordingFile(section), recordingText({ figures: digest(figures), ...recorded })];
    }),
  );
}
