/**
 * The page's side of the worker. The newest question wins: one that is still running is overtaken, and a worker that does
 * not come to an end is ended and started anew. Where no worker can start, programs run on the page's own thread, for less
 * time.
 */
import type { Answer, FromWorker, Question, ToWorker } from './protocol.ts';

/** What the client needs of a `Worker`. */
export interface ListingWorker {
  postMessage(message: ToWorker): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** An answer; `overtaken` by a newer question; or the message of a failure that is not the program's. */
export type Reply =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'overtaken' }
  | { readonly kind: 'failed'; readonly message: string };

export interface ClientOptions {
  readonly start: () => ListingWorker;
  /** Answers on the page's own thread; it brings Python there, so it is fetched only when it is needed. */
  readonly answerHere: () => Promise<(question: Question, milliseconds: number) => Answer>;
  /** How long a program may run in the worker, and on the page's own thread. */
  readonly milliseconds?: number;
  readonly millisecondsHere?: number;
}

/** A worker that is busy for longer than this is ended when a newer question comes. */
const PATIENCE = 250;
/** What a worker may take beyond the program's own time, to tell what happened, before it counts as hung. */
const GRACE = 2000;

interface Asked {
  readonly id: number;
  readonly question: Question;
  readonly since: number;
  readonly reply: (reply: Reply) => void;
}

export class LiveClient {
  readonly #options: Required<ClientOptions>;
  #worker: ListingWorker | undefined;
  /** False until the worker can be asked. */
  #isReady = false;
  /** True once a worker has failed to start. */
  #isHere = false;
  #running: Asked | undefined;
  #next: Asked | undefined;
  #lastId = 0;
  #watch: ReturnType<typeof setTimeout> | undefined;

  constructor(options: ClientOptions) {
    this.#options = { milliseconds: 5000, millisecondsHere: 500, ...options };
  }

  /** Starts the worker before the first question, so that the first answer comes sooner. */
  warm(): void {
    if (this.#worker !== undefined || this.#isHere) return;
    try {
      const worker = this.#options.start();
      worker.onmessage = ({ data }) => this.#hear(data);
      worker.onerror = () => this.#workerFailed();
      this.#worker = worker;
    } catch {
      this.#isHere = true;
    }
  }

  /** Asks for a text to be run. The reply is `overtaken` as soon as a newer question is asked. */
  ask(question: Question): Promise<Reply> {
    return new Promise((reply) => {
      this.#next?.reply({ kind: 'overtaken' });
      this.#lastId += 1;
      this.#next = { id: this.#lastId, question, since: performance.now(), reply };
      const running = this.#running;
      if (running !== undefined && performance.now() - running.since > PATIENCE)
        this.#restart({ kind: 'overtaken' });
      this.#proceed();
    });
  }

  /** Ends whatever runs; the client can be asked again. */
  stop(): void {
    this.#next?.reply({ kind: 'overtaken' });
    this.#next = undefined;
    this.#restart({ kind: 'overtaken' });
  }

  #proceed(): void {
    this.warm();
    if (this.#running !== undefined || this.#next === undefined) return;
    if (!this.#isHere && !this.#isReady) return;
    const asked = { ...this.#next, since: performance.now() };
    this.#running = asked;
    this.#next = undefined;
    if (this.#isHere) {
      void this.#answerHere(asked);
      return;
    }
    const { milliseconds } = this.#options;
    this.#worker?.postMessage({ id: asked.id, question: asked.question, milliseconds });
    this.#watch = setTimeout(
      () => this.#restart({ kind: 'failed', message: 'The program did not come to an end and was stopped.' }),
      milliseconds + GRACE,
    );
  }

  #hear(message: FromWorker): void {
    if (message.kind === 'ready') this.#isReady = true;
    else if (message.id === this.#running?.id)
      this.#finish(message.kind === 'answer' ? { kind: 'answer', answer: message.answer } : message);
    this.#proceed();
  }

  #finish(reply: Reply): void {
    clearTimeout(this.#watch);
    const running = this.#running;
    this.#running = undefined;
    // A newer question makes an answer old before it is shown.
    running?.reply(this.#next === undefined ? reply : { kind: 'overtaken' });
  }

  /** Ends the worker; the question that ran gets `reply`. */
  #restart(reply: Reply): void {
    if (this.#isHere) return;
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#isReady = false;
    clearTimeout(this.#watch);
    const running = this.#running;
    this.#running = undefined;
    running?.reply(reply);
    this.#proceed();
  }

  #workerFailed(): void {
    const wasReady = this.#isReady;
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#isReady = false;
    if (wasReady) {
      this.#finish({ kind: 'failed', message: 'The part of the page that runs programs has failed.' });
    } else {
      this.#isHere = true;
    }
    this.#proceed();
  }

  async #answerHere({ id, question }: Asked): Promise<void> {
    let reply: Reply;
    try {
      const answer = await this.#options.answerHere();
      reply = { kind: 'answer', answer: answer(question, this.#options.millisecondsHere) };
    } catch (error) {
      reply = { kind: 'failed', message: String(error) };
    }
    if (this.#running?.id === id) this.#finish(reply);
    this.#proceed();
  }
}
