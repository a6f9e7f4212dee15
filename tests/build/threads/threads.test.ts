import { expect, onTestFinished, test } from 'vitest';
import { inOrder } from '../../../src/build/threads/in-order.ts';
import { Threads, threadsFor } from '../../../src/build/threads/threads.ts';

function halving(size: number): Threads<number, number> {
  const threads = new Threads<number, number>(new URL('./halving-thread.ts', import.meta.url), null, size);
  onTestFinished(() => threads.close());
  return threads;
}

test('each of more jobs than threads gets its own answer', async () => {
  const threads = halving(2);
  const jobs = [2, 4, 6, 8, 10, 12];
  expect(await Promise.all(jobs.map((job) => threads.run(job)))).toEqual([1, 2, 3, 4, 5, 6]);
});

test('the error of a job comes with its properties, and its thread does the next job', async () => {
  const threads = halving(1);
  await expect(threads.run(3)).rejects.toMatchObject({ message: '3 is odd.', line: 3 });
  expect(await threads.run(4)).toBe(2);
});

test('a thread that breaks fails its job alone', async () => {
  const threads = halving(1);
  const [broken, whole] = await Promise.allSettled([threads.run(Number.NaN), threads.run(4)]);
  expect(broken.status).toBe('rejected');
  expect(whole).toEqual({ status: 'fulfilled', value: 2 });
});

test('after they were closed, a job starts them again', async () => {
  const threads = halving(1);
  await threads.run(2);
  await threads.close();
  expect(await threads.run(4)).toBe(2);
});

test.each([
  ['one page', 1, 8, 0],
  ['any book on one core', 100, 1, 0],
  ['few pages', 10, 8, 2],
  ['many pages', 100, 8, 8],
])('threads for %s', (_, pages, cores, threads) => {
  expect(threadsFor(pages, cores)).toBe(threads);
});

test('results come in the order of the jobs, and no more are under way than said', async () => {
  let [underWay, most] = [0, 0];
  const waits = [3, 1, 2, 0, 1];
  const run = async (turns: number) => {
    most = Math.max(most, ++underWay);
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    underWay -= 1;
    return turns;
  };
  expect(await Array.fromAsync(inOrder(waits, run, 2))).toEqual(waits);
  expect(most).toBe(2);
});

test('a later job that fails first is told in its turn', async () => {
  const run = async (job: number) => {
    if (job === 2) throw new Error('the third');
    return job;
  };
  const results: number[] = [];
  const all = async () => {
    for await (const result of inOrder([0, 1, 2], run, 3)) results.push(result);
  };
  await expect(all()).rejects.toThrow('the third');
  expect(results).toEqual([0, 1]);
});
