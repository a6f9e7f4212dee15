/** Whatever size a library function is asked for, it ends with an error of the library or with a limit of ours. */
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import type { Task, Told } from './held-calls.ts';

// All arguments of every function: HELD_ROUNDS=26.
const rounds = Number(process.env['HELD_ROUNDS'] ?? 1);
const seed = Number(process.env['FUZZ_SEED'] ?? 11);

/** A call that tells the meter of its work ends within a second at most; one that takes so long never ends. */
const LONGEST_CALL_MS = 120_000;

/** What was wrong, and how many calls were made. The thread is ended where a call does not come back. */
function callAll(task: Task): Promise<{ faults: string[]; done: number }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ faults: string[]; done: number }>();
  const faults: string[] = [];
  const thread = new Worker(new URL('./held-calls.ts', import.meta.url), { workerData: task });
  let timer: NodeJS.Timeout | undefined;
  const end = (done: number): void => {
    clearTimeout(timer);
    void thread.terminate();
    resolve({ faults, done });
  };
  thread.on('error', reject);
  thread.on('message', (told: Told) => {
    clearTimeout(timer);
    if ('done' in told) end(told.done);
    else if ('fault' in told) faults.push(told.fault);
    else
      timer = setTimeout(() => {
        faults.push(`${told.call} does not end`);
        end(0);
      }, LONGEST_CALL_MS);
  });
  return promise;
}

test.each([
  ['numpy', 300],
  ['torch', 700],
  ['python', 200],
] as const)(
  'every function of %s ends with sizes of up to 10**12',
  async (library, least) => {
    const { faults, done } = await callAll({ library, rounds, seed });
    expect(faults).toEqual([]);
    expect(done).toBeGreaterThanOrEqual(least);
  },
  600_000,
);
