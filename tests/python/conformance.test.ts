/** Every recorded program runs here as it ran under CPython: output, ending, and each step's variables. */
import { afterAll, describe, expect, test } from 'vitest';
import { prepare, runProgram, toRecording } from '../../src/python/index.ts';
import { comparable, recordings } from './recorded.ts';

/** Libraries whose programs must agree; the first part of a program's name. */
const LIBRARIES = ['py', 'np', 't'];

const programs = [...recordings('recorded'), ...recordings('extra-python/recorded')];
const table = new Map<string, { programs: number; agree: number }>();

describe.each(LIBRARIES)('programs of %s', (library) => {
  const chosen = programs.filter(({ name }) => name.startsWith(`${library}_`));
  test.each(chosen)('$name does what CPython did', async ({ name, recorded }) => {
    const feature = `${library} ${name.split('_')[1] ?? ''}`;
    const row = table.get(feature) ?? { programs: 0, agree: 0 };
    table.set(feature, { ...row, programs: row.programs + 1 });
    await prepare(recorded.source);
    const run = toRecording(recorded.source, runProgram(recorded.source, { trace: true }));
    expect(run.stdout).toBe(recorded.stdout);
    expect(run.exception).toEqual(recorded.exception);
    expect(run.steps.map(comparable)).toEqual(recorded.steps.map(comparable));
    table.set(feature, { programs: row.programs + 1, agree: row.agree + 1 });
  });
});

afterAll(() => {
  const rows = [...table].map(
    ([feature, { programs: total, agree }]) => `  ${feature.padEnd(24)} ${agree} of ${total}`,
  );
  console.log(`Programs that agree with the recordings, by library and feature:\n${rows.join('\n')}`);
});
