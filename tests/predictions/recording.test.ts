/** The wrong programs of the stops for predictions print here what they print under real Python, NumPy and PyTorch. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runListing } from '../../src/listing/build/index.ts';
import { everyWrongProgram, RECORDING } from './programs.ts';

interface Recorded {
  readonly title: string;
  readonly source: string;
  readonly stdout: string;
  /** `ValueError: …`, or null where the program ran to its end. */
  readonly ending: string | null;
}

const recorded: readonly Recorded[] = JSON.parse(readFileSync(RECORDING, 'utf8'));

test('every wrong program is recorded as it stands, and no other', () => {
  expect(recorded.map(({ title, source }) => [title, source.trimEnd()])).toEqual(
    everyWrongProgram().map(({ title, text }) => [title, text]),
  );
});

test.each(recorded)('$title', ({ source, stdout, ending }) => {
  const run = runListing(source, new Map());
  if (run.kind !== 'ran') throw new Error(run.message);
  const { exception } = run;
  expect({
    stdout: run.trace.stdout,
    ending: exception === null ? null : `${exception.type}: ${exception.message}`,
  }).toEqual({ stdout, ending });
});
