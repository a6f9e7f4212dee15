/** What real Python made of each slot of a section: data that is recorded, never edited. */
import { createHash } from 'node:crypto';
import type { Section } from '../../src/book/index.ts';
import type { SlotResult } from '../../src/slots/index.ts';
import { recordingAt } from '../goldens/book/read-recording.ts';

/** A recording's content. `figures` is the digest of the figures file that it was made with. */
export interface Recording {
  readonly versions: Readonly<Record<string, string>>;
  readonly figures: string;
  readonly slots: Readonly<Record<string, SlotResult>>;
}

/** The file that holds a section's recording. */
export function recordingFile({ slug }: Section): string {
  return `tests/goldens/slots/${slug}.json`;
}

/** Identifies the content of a figures file, whatever its line endings. */
export function digest(figures: string): string {
  return createHash('sha256').update(figures.replaceAll('\r\n', '\n')).digest('hex').slice(0, 16);
}

export function readRecording(section: Section): Recording {
  return JSON.parse(recordingAt(recordingFile(section)));
}

/** A recording as the text of its file: a line for each slot, so that a change shows as the slots it touches. */
export function recordingText({ versions, figures, slots }: Recording): string {
  const lines = Object.entries(slots).map(
    ([key, result]) => `    ${JSON.stringify(key)}: ${JSON.stringify(result)}`,
  );
  return `{
  "versions": ${JSON.stringify(versions)},
  "figures": ${JSON.stringify(figures)},
  "slots": {
${lines.join(',\n')}
  }
}
`;
}
