/** Tracebacks as CPython 3.13 writes them, with `~~~^^^` under what failed. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { prepareAll, runProgram } from '../../src/python/index.ts';

await prepareAll();

type Recorded = { readonly title: string; readonly source: string; readonly traceback: string };
const file = new URL('../goldens/tracebacks/recorded.json', import.meta.url);
const programs = JSON.parse(readFileSync(file, 'utf8')) as readonly Recorded[];

test.each(programs)('$title', ({ source, traceback }) => {
  const { outcome } = runProgram(source, { file: '<program>' });
  expect(outcome).toMatchObject({ kind: 'raised', traceback });
});
