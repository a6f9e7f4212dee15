/** Which Python may record, and what is said where it may not. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { recordingAt } from './read-recording.ts';
import { PARTS } from './parts.ts';
import { judgeVersions } from './real-python.ts';

test('the Python that made the recordings may make them again', () => {
  const { versions } = JSON.parse(readFileSync('tests/goldens/exercises/recorded.json', 'utf8'));
  expect(judgeVersions(versions)).toEqual({});
});

test.each([
  [{ python: '3.13.5' }, /has no NumPy and no PyTorch\. Recording needs Python 3\.13 with NumPy 2\.2\.4/],
  [{ python: '3.13.5', numpy: '2.2.4' }, /has no PyTorch\. .* Set PYTHON to one/],
])('a Python without the libraries is told what is missing: %j', (found, message) => {
  expect(judgeVersions(found).missing).toMatch(message);
});

test.each([
  { python: '3.14.0', numpy: '2.2.4', torch: '2.6.0' },
  { python: '3.13.5', numpy: '2.2.40', torch: '2.6.0' },
  { python: '3.13.5', numpy: '2.2.4', torch: '2.7.1+cpu' },
])('other versions may record and are named: %j', (found) => {
  const { missing, differing } = judgeVersions(found);
  expect(missing).toBeUndefined();
  for (const version of Object.values(found)) expect(differing).toContain(version);
});

test('every part that keeps a file for each program names the files that there are', () => {
  const kept = [...PARTS].filter(([, part]) => part.kept().length > 0).map(([name]) => name);
  expect(kept).toEqual(['slots', 'chapter', 'listings']);
});

test('a recording that is missing is told with the command that makes it', () => {
  expect(() => recordingAt('tests/goldens/listings/descent.json')).toThrow(
    'No recording tests/goldens/listings/descent.json. Run "npm run record", which needs a Python with NumPy and PyTorch.',
  );
});
