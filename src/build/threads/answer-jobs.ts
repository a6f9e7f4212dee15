/** The side of a thread: it is sent jobs and answers each. */
import { parentPort } from 'node:worker_threads';

export type Answer<Result> =
  | { readonly result: Result }
  | {
      readonly error: Error;
      /** Those of the error's own properties that a copy of it would lose. */
      readonly properties: Readonly<Record<string, unknown>>;
    };

/** Answers each job that `Threads` sends to this thread with the result of `work`, or with its error. */
export function answerJobs<Job, Result>(work: (job: Job) => Promise<Result>): void {
  parentPort?.on('message', async (job: Job) => {
    parentPort?.postMessage(await answerTo(job, work));
  });
}

async function answerTo<Job, Result>(job: Job, work: (job: Job) => Promise<Result>): Promise<Answer<Result>> {
  try {
    return { result: await work(job) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { error, properties: { ...error } };
  }
}
