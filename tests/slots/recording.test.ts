/** The book's own Python makes of every slot what real Python made of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadBook } from '../../src/book/index.ts';
import { sectionSlots } from '../../src/markdown/index.ts';
import { prepareAll, sectionEvaluator } from '../../src/slots/evaluate/index.ts';
import { slotKey } from '../../src/slots/index.ts';
import { digest, readRecording, recordingText } from './recording.ts';

await prepareAll();

describe.each(loadBook('content').sections)('the slots of $file', (section) => {
  const recording = readRecording(section);
  const slots = sectionSlots('content', section);

  test('are all recorded, and no others', () => {
    expect(Object.keys(recording.slots)).toEqual(slots.map(slotKey));
  });

  test('were recorded with the figures as they are', () => {
    const figures = readFileSync(join(section.folder, section.figures), 'utf8');
    expect(recording.figures).toBe(digest(figures));
  });

  test('are worth here what they are worth under real Python, NumPy and PyTorch', () => {
    const figures = readFileSync(join(section.folder, section.figures), 'utf8');
    const evaluate = sectionEvaluator(figures, section.figures);
    const here = Object.fromEntries(slots.map((slot) => [slotKey(slot), evaluate(slot)]));
    expect(here).toEqual(recording.slots);
  });

  test('are recorded a line each, in a form that reads back as it is', () => {
    expect(JSON.parse(recordingText(recording))).toEqual(recording);
  });
});

test('line endings do not make figures count as changed', () => {
  expect(digest('x = 1\r\ny = 2\r\n')).toBe(digest('x = 1\ny = 2\n'));
});
