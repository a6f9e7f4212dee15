/** A slot without a current value is never guessed: the message says how to record it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { digest, raised, sectionEvaluator, UnknownSlotError } from '../../src/slots/index.ts';

const FIGURES = 'x = 3\n';
const recording = {
  versions: {},
  figures: digest(FIGURES),
  slots: {
    'x:g': { type: 'int', text: '3' },
    'x + ""': { error: { type: 'TypeError', message: 'unsupported' } },
  },
};

function evaluator(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'section-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return sectionEvaluator(folder, 'figures.py');
}

test('a recorded slot has its value, or the exception it raised', () => {
  const evaluate = evaluator({ 'figures.py': FIGURES, 'slots.json': JSON.stringify(recording) });
  expect(evaluate({ expression: 'x', format: 'g' })).toEqual({ type: 'int', text: '3' });
  const result = evaluate({ expression: 'x + ""' });
  expect(raised(result) && result.error.type).toBe('TypeError');
});

test.each([
  ['nothing was recorded', { 'figures.py': FIGURES }, 'x', 'there is no slots.json yet'],
  [
    'the slot was not recorded',
    { 'figures.py': FIGURES, 'slots.json': JSON.stringify(recording) },
    'y',
    'No value for the slot "y" in slots.json.',
  ],
  [
    'a name of every object is asked for',
    { 'figures.py': FIGURES, 'slots.json': JSON.stringify(recording) },
    'constructor',
    'No value for the slot "constructor"',
  ],
  [
    'the figures changed since',
    { 'figures.py': 'x = 4\n', 'slots.json': JSON.stringify(recording) },
    'x',
    'figures.py has changed since slots.json was recorded.',
  ],
])('when %s, the message says so and how to mend it', (_, files, expression, says) => {
  const evaluate = () => evaluator(files)({ expression });
  expect(evaluate).toThrow(UnknownSlotError);
  expect(evaluate).toThrow(says);
  expect(evaluate).toThrow('Run npm run record:slots.');
});

test('line endings do not make figures count as changed', () => {
  expect(digest('x = 1\r\ny = 2\r\n')).toBe(digest('x = 1\ny = 2\n'));
});
