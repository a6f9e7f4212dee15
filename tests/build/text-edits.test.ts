import { expect, test } from 'vitest';
import { applyEdits } from '../../src/build/text-edits.ts';

test('edits apply to the original offsets in whatever order they come', () => {
  const edits = [
    { start: 4, end: 7, text: 'two' },
    { start: 0, end: 3, text: 'one' },
  ];
  expect(applyEdits('ein zwo', edits)).toBe('one two');
});

test('insertions at one place keep their order', () => {
  const edits = [
    { start: 1, end: 1, text: 'b' },
    { start: 1, end: 1, text: 'c' },
  ];
  expect(applyEdits('ad', edits)).toBe('abcd');
});

test('overlapping edits are refused', () => {
  const edits = [
    { start: 0, end: 3, text: 'x' },
    { start: 2, end: 4, text: 'y' },
  ];
  expect(() => applyEdits('abcdef', edits)).toThrow('Two edits overlap at offset 2.');
});
