/** The recordings beside the book's sections are complete, current and hold nothing that no page uses. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadBook } from '../../src/book/index.ts';
import { sectionSlots } from '../../src/markdown/index.ts';
import { digest, readRecording, recordingText, slotKey } from '../../src/slots/index.ts';

describe.each(loadBook('content').sections)('the recording of $file', (section) => {
  const recording = readRecording(section.folder);

  test('holds exactly the slots that the page uses', () => {
    const used = sectionSlots('content', section).map(slotKey);
    expect(Object.keys(recording?.slots ?? {})).toEqual(used);
  });

  test('was made with the figures as they are', () => {
    const figures = readFileSync(join(section.folder, section.figures), 'utf8');
    expect(recording?.figures).toBe(digest(figures));
  });

  test('is written a line for each slot, and reads back as it is', () => {
    expect(recording).toBeDefined();
    if (recording) expect(JSON.parse(recordingText(recording))).toEqual(recording);
  });
});
