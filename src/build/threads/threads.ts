/** Threads that do jobs which do not depend on each other; each does one job at a time. */
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Answer } from './answer-jobs.ts';

/** With fewer, a thread costs about as much to start as it saves. */
const PAGES_A_THREAD = 5;

/** The room for what is short-lived; a thread would take as much as the build's own, and hardly be quicker. */
const LIMITS = { maxYoungGenerationSizeMb: 48 };

/** Returns the number of threads that finish so many pages soonest; 0 if the calling thread alone is faster. */
export function threadsFor(pages: number, cores = availableParallelism()): number {
  const threads = Math.min(cores, Math.floor(pages / PAGES_A_THREAD));
  return threads < 2 ? 0 : threads;
}

/** Threads of one module, which calls `answerJobs`. Each starts when there is a job for it. */
export class Threads<Job, Result> {
  readonly size: number;
  readonly #module: URL;
  readonly #data: unknown;
  readonly #all = new Set<Worker>();
  readonly #idle: Worker[] = [];
  readonly #waiting: ((thread: Worker) => void)[] = [];

  /** @param data what the module finds as `workerData` */
  constructor(module: URL, data: unknown, size: number) {
    this.#module = module;
    this.#data = data;
    this.size = size;
  }

  /** Does a job as soon as a thread is free. @throws what the job throws, or what ended its thread */
  async run(job: Job): Promise<Result> {
    const thread = await this.#freeThread();
    try {
      thread.postMessage(job);
      const answer = (await once(thread, 'message'))[0] as Answer<Result>;
      if ('result' in answer) return answer.result;
      throw Object.assign(answer.error, answer.properties);
    } finally {
      this.#release(this.#all.has(thread) ? thread : this.#start());
    }
  }

  #freeThread(): Worker | Promise<Worker> {
    const idle = this.#idle.pop();
    if (idle) return idle;
    if (this.#all.size < this.size) return this.#start();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #release(thread: Worker): void {
    const next = this.#waiting.shift();
    if (next) next(thread);
    else this.#idle.push(thread);
  }

  #start(): Worker {
    const thread = new Worker(this.#module, { workerData: this.#data, resourceLimits: LIMITS });
    this.#all.add(thread);
    thread.once('error', () => this.#all.delete(thread));
    return thread;
  }

  /** Ends the threads and frees what they held; their jobs are given up. */
  async close(): Promise<void> {
    const threads = [...this.#all];
    this.#all.clear();
    this.#idle.length = 0;
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}
