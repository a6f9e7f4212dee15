/** Every recorded program runs here as it ran under CPython: output, ending, and each step's variables. */
import { afterAll, describe, expect, test } from 'vitest';
import { prepare, runProgram, toRecording } from '../../src/python/index.ts';
import { comparable, pending, recordings, withoutLeftOut } from './recorded.ts';

type Program = ReturnType<typeof recordings>[number];

const first = [...recordings('recorded'), ...recordings('extra-python/recorded')];
const second = recordings('second/recorded');
const notYet = pending();
/** What a program does must not depend on how busy the machine is. */
const PATIENT = { milliseconds: 120_000 };
const table = new Map<string, { programs: number; agree: number }>();

async function expectAgreement({ name, recorded }: Program): Promise<void> {
  const feature = name.split('_').slice(0, 2).join(' ');
  const row = table.get(feature) ?? { programs: 0, agree: 0 };
  table.set(feature, { ...row, programs: row.programs + 1 });
  await prepare(recorded.source);
  const trace = recorded.stdout_only !== true;
  const run = toRecording(recorded.source, runProgram(recorded.source, { trace, limits: PATIENT }));
  const steps =
    recorded.fields_left_out === undefined ? run.steps : withoutLeftOut(run.steps, recorded.steps);
  expect(run.stdout).toBe(recorded.stdout);
  expect(run.exception).toEqual(recorded.exception);
  expect(steps.map(comparable)).toEqual(recorded.steps.map(comparable));
  table.set(feature, { programs: row.programs + 1, agree: row.agree + 1 });
}

test.each(first)('$name does what CPython did', expectAgreement);

describe('the second set', () => {
  test.each(second.filter(({ name }) => !notYet.has(name)))('$name does what CPython did', expectAgreement);
  const listed = second.filter(({ name }) => notYet.has(name));
  test.fails.for(listed)('$name, listed as pending, differs from its recording', expectAgreement);

  test('pending names programs of the set only', () => {
    const names = new Set(second.map(({ name }) => name));
    expect([...notYet].filter((name) => !names.has(name))).toEqual([]);
  });
});

afterAll(() => {
  const rows = [...table].map(
    ([feature, { programs: total, agree }]) => `  ${feature.padEnd(24)} ${agree} of ${total}`,
  );
  console.log(`Programs that agree with the recordings, by library and feature:\n${rows.join('\n')}`);
});
