/** The programs of "Errors you will meet" end here as they end under real Python, NumPy and PyTorch. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { prepareAll, runListing } from '../../src/listing/build/index.ts';
import { type EndingPart, endingOf } from '../../src/listing/live/index.ts';
import { everyProgram, RECORDING } from './programs.ts';

await prepareAll();

interface Recorded {
  readonly title: string;
  readonly source: string;
  readonly stdout: string;
  readonly ending: string | null;
  readonly warnings: readonly string[];
}

const programs = everyProgram();
const recorded: readonly Recorded[] = JSON.parse(readFileSync(RECORDING, 'utf8'));

test('every program is recorded as it stands, and no other', () => {
  expect(recorded.map(({ title, source }) => [title, source.trimEnd()])).toEqual(
    programs.map(({ title, text }) => [title, text]),
  );
});

test.each(recorded)('$title', ({ source, stdout, ending, warnings }) => {
  const parts = endingOf(runListing(source, new Map()));
  const messages = (kind: EndingPart['kind']) =>
    parts.filter((part) => part.kind === kind).map(({ type, text }) => `${type}: ${text}`);
  expect({
    stdout: parts.find(({ kind }) => kind === 'prints')?.text ?? '',
    ending: messages('raises')[0] ?? null,
    warnings: messages('warns'),
  }).toEqual({ stdout: stdout.replace(/\n$/, ''), ending, warnings });
});
