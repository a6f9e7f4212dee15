/** Each recorded case of tests/goldens/random draws here what the real library drew, or raises what it raised. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { prepareAll, runProgram } from '../../../src/python/index.ts';

await prepareAll();

type Case = { readonly code: string; readonly repr?: string; readonly raises?: string };
type Section = { readonly title: string; readonly setup: string; readonly cases: readonly Case[] };

const folder = new URL('../../goldens/random/', import.meta.url);
const recordings = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => [file, JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Section[]] as const);

const ADDRESS = /0x[0-9a-fA-F]+/g;

/** What the last expression of `code` gives, in the words of the recording. */
function answer(setup: string, { code, repr }: Case): Omit<Case, 'code'> {
  const end = code.lastIndexOf('; ');
  const [body, last] = end < 0 ? ['', code] : [code.slice(0, end), code.slice(end + 2)];
  const shown = repr === undefined ? last : `print(repr((${last})))`;
  const { stdout, outcome } = runProgram([setup, body, shown].join('\n'));
  switch (outcome.kind) {
    case 'finished':
      return { repr: stdout.slice(0, -1).replace(ADDRESS, '0x…') };
    case 'raised':
      return {
        raises: `${outcome.exception.type}: ${outcome.exception.message}`.replace(ADDRESS, '0x…'),
      };
    default:
      return { raises: `${outcome.kind}: ${outcome.message}` };
  }
}

describe.each(recordings)('%s', (_file, sections) => {
  describe.each(sections)('$title', ({ setup, cases }) => {
    it.each(cases)('$code', (each) => {
      const { code: _code, ...expected } = each;
      expect(answer(setup, each)).toEqual(expected);
    });
  });
});
