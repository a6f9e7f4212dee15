/** Each recorded expression of tests/goldens/numpy answers as it does in NumPy, value or exception. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { prepareAll, runProgram } from '../../../src/python/index.ts';

await prepareAll();

type Case = {
  readonly code: string;
  readonly repr?: string;
  readonly raises?: string;
  readonly warns?: readonly string[];
};
type Recording = { readonly setup: string; readonly sections: Readonly<Record<string, readonly Case[]>> };

const recordings = ['recorded', 'further'].map((name): Recording => {
  const recording = new URL(`../../goldens/numpy/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(recording, 'utf8'));
});
// All were recorded with the same setup.
const setup = recordings[0]?.setup ?? '';

const ADDRESS = / at 0x[0-9a-f]+/g;

/** What the last expression of `code` gives, in the words of the recording. */
function answer({ code, repr }: Case): Omit<Case, 'code'> {
  const end = code.lastIndexOf('; ');
  const [body, last] = end < 0 ? ['', code] : [code.slice(0, end), code.slice(end + 2)];
  const shown = repr === undefined ? last : `print(repr(${last}))`;
  const { stdout, outcome, warnings } = runProgram([setup, body, shown].join('\n'));
  const messages = warnings
    .filter(({ category }) => category === 'RuntimeWarning')
    .map(({ message }) => message);
  const warns = messages.length === 0 ? {} : { warns: messages };
  switch (outcome.kind) {
    case 'finished':
      return repr === undefined ? warns : { ...warns, repr: stdout.slice(0, -1).replace(ADDRESS, ' at 0x…') };
    case 'raised':
      return { ...warns, raises: `${outcome.exception.type}: ${outcome.exception.message}` };
    default:
      return { raises: `${outcome.kind}: ${outcome.message}` };
  }
}

describe.each(recordings.flatMap(({ sections }) => Object.entries(sections)))('%s', (_section, cases) => {
  it.each(cases)('$code', (each) => {
    const { code: _code, ...expected } = each;
    expect(answer(each)).toEqual(expected);
  });
});
