/** A sentence in a note that holds only for some numbers: `[sentence]{condition}`. */
import { describe, expect, test } from 'vitest';
import type { NotePiece } from '../../src/listing/build/index.ts';
import { noteTemplate } from '../../src/markdown/index.ts';
import { claimsIn, filledText, fillTemplate, type SlotResult } from '../../src/slots/index.ts';

const place = { file: 'p.notes.md', line: 1, column: 1 };
const condition: NotePiece = { kind: 'slot', slot: { expression: 'a > 0' }, inFormula: false, line: 1 };
const markdown = (text: string): NotePiece => ({ kind: 'markdown', text });
const note = (before: string, after: string) =>
  noteTemplate([markdown(before), condition, markdown(after)], place);
const resultOf = (text: string): Map<string, SlotResult> => new Map([['a > 0', { type: 'bool', text }]]);

describe('a claim in a note', () => {
  const template = note('So [it *rises* a little]', ' here.');

  test('is its sentence alone where it holds, and where its line has not run', () => {
    expect(claimsIn(template)).toEqual(['a > 0']);
    for (const results of [resultOf('True'), new Map()])
      expect(filledText(fillTemplate(template, results))).toBe('So it rises a little here.');
  });

  test('is set off where it is false or cannot be told', () => {
    const said = 'So it rises a little (said of the book’s numbers; not so now) here.';
    expect(filledText(fillTemplate(template, resultOf('False')))).toBe(said);
    const raised = new Map([['a > 0', { error: { type: 'NameError', message: 'a' } }]]);
    expect(filledText(fillTemplate(template, raised))).toBe(said);
  });
});

test.each([
  ['brackets that end before the slot', 'A list [1, 2] and ', '.'],
  ['a bracket that was never opened', 'A list 1, 2]', '.'],
])('%s make no claim', (_, before, after) => {
  const template = note(before, after);
  expect(claimsIn(template)).toEqual([]);
  expect(filledText(fillTemplate(template, resultOf('True')))).toBe(`${before}True${after}`);
});
