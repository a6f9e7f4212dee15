/** How short programs end: what they print, the last lines of their tracebacks, and their warnings, as in real Python. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { prepareAll, runProgram } from '../../src/python/index.ts';

await prepareAll();

type Recorded = {
  readonly title: string;
  readonly source: string;
  readonly stdout: string;
  readonly ending: string | null;
  readonly warnings: readonly string[];
};

const programs = [
  'recorded',
  'values',
  'dtypes',
  'exact',
  'standard',
  'gradients',
  'training',
  'distributions',
  'derivatives',
  'transformers',
  'arrays',
  'images',
].flatMap((name) => {
  const file = new URL(`../goldens/endings/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as readonly Recorded[];
});

/** What a traceback says after its last frame, whose lines are indented. */
function lastLines(traceback: string): string {
  return traceback.slice(traceback.search(/^(?! |Traceback)(?![\s\S]*\n {2}File )/m));
}

test.each(programs)('$title', ({ source, stdout, ending, warnings }) => {
  const run = runProgram(source);
  expect(run.stdout).toBe(stdout);
  const { outcome } = run;
  if (outcome.kind === 'refused' || outcome.kind === 'limit') expect.fail(outcome.message);
  expect(outcome.kind === 'finished' ? null : lastLines(outcome.traceback)).toBe(ending);
  const told = run.warnings.map(({ category, message }) => `${category}: ${message}`);
  expect([...new Set(told)]).toEqual(warnings);
});
