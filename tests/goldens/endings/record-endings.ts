import { readFileSync } from 'node:fs';
import { runPython } from '../book/real-python.ts';

/**
 * Returns what real Python says of how programs end, by the file that holds it.
 * @throws {RecordingFailure}
 */
export function recordEndings(
  programs: readonly { readonly title: string; readonly text: string }[],
  recording: string,
): ReadonlyMap<string, string> {
  const recorder = readFileSync(new URL('record.py', import.meta.url), 'utf8');
  return new Map([
    [recording, runPython(recorder, programs.map(({ title, text }) => `## ${title}\n${text}\n`).join(''))],
  ]);
}
