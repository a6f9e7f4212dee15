/** The recording beside a section's page: what real Python made of each slot, written by `record.py`. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SlotResult } from './value.ts';

/** The recording's file name, in the section's folder. */
export const RECORDING = 'slots.json';

/** A recording's content. `figures` is the digest of the figures file that it was made with. */
export interface Recording {
  readonly versions: Readonly<Record<string, string>>;
  readonly figures: string;
  readonly slots: Readonly<Record<string, SlotResult>>;
}

/** Identifies the content of a figures file, whatever its line endings. */
export function digest(figures: string): string {
  return createHash('sha256').update(figures.replaceAll('\r\n', '\n')).digest('hex').slice(0, 16);
}

/** The recording in `folder`, or undefined when nothing has been recorded there. */
export function readRecording(folder: string): Recording | undefined {
  const path = join(folder, RECORDING);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Recording) : undefined;
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
