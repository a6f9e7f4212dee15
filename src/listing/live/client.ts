/**
 * The page's side of the worker. The newest question wins: one that is still running is overtaken, and a worker that does
 * not come to an end is ended and started anew. Where no worker can start, programs run on the page's own thread, for less
 * time.
 */
import type { Answer, FromWorker, Question, ToWorker } from './protocol.ts';

/** What the client needs of a `Worker`. */
export interface ListingWorker<Asked = Question, Answered = Answer> {
  postMessage(message: ToWorker<Asked>): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromWorker<Answered>>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** An answer; `overtaken` by a newer question; or the message of a failure that is not the program's. */
export type Reply<Answered = Answer> =
  | { readonly kind: 'answer'; readonly answer: Answered }
  | { readonly kind: 'overtaken' }
  | { readonly kind: 'failed'; readonly message: string };

export interface ClientOptions<Asked = Question, Answered = Answer> {
  readonly start: () => ListingWorker<Asked, Answered>;
  /** Answers on the page's own thread; it brings Python there, so it is fetched only when it is needed. */
  readonly answerHere: () => Promise<(question: Asked, milliseconds: number) => Answered>;
  /** How long a program may run in the worker, and on the page's own thread. */
  readonly milliseconds?: number;
  readonly millisecondsHere?: number;
  /** For how long a worker may be busy before a newer question ends it: starting one anew takes time as well. */
  readonly patience?: number;
}

/** A worker that is busy for longer than this is ended when a newer question comes, unless the client says otherwise. */
const PATIENCE = 250;
/** What a worker may take beyond the program's own time, to tell what happened, before it counts as hung. */
const GRACE = 2000;

interface Pending<Asked, Answered> {
  readonly id: number;
  readonly question: Asked;
  readonly since: number;
  readonly reply: (reply: Reply<Answered>) => void;
}

export class LiveClient<Asked = Question, Answered = Answer> {
  readonly #options: Required<ClientOptions<Asked, Answered>>;
  #worker: ListingWorker<Asked, Answered> | undefined;
  /** False until the worker can be asked. */
  #isReady = false;
  /** True once a worker has failed to start. */
  #isHere = false;
  #running: Pending<Asked, Answered> | undefined;
  #next: Pending<Asked, Answered> | undefined;
  #lastId = 0;
  #watch: ReturnType<typeof setTimeout> | undefined;

  constructor(options: ClientOptions<Asked, Answered>) {
    this.#options = { milliseconds: 5000, millisecondsHere: 500, patience: PATIENCE, ...options };
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
  ask(question: Asked): Promise<Reply<Answered>> {
    return new Promise((reply) => {
      this.#next?.reply({ kind: 'overtaken' });
      this.#lastId += 1;
      this.#next = { id: this.#lastId, question, since: performance.now(), reply };
      const running = this.#running;
      if (running !== undefined && performance.now() - running.since > this.#options.patience)
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

  #hear(message: FromWorker<Answered>): void {
    if (message.kind === 'ready') this.#isReady = true;
    else if (message.id === this.#running?.id)
      this.#finish(message.kind === 'answer' ? { kind: 'answer', answer: message.answer } : message);
    this.#proceed();
  }

  #finish(reply: Reply<Answered>): void {
    clearTimeout(this.#watch);
    const running = this.#running;
    this.#running = undefined;
    // A newer question makes an answer old before it is shown.
    running?.reply(this.#next === undefined ? reply : { kind: 'overtaken' });
  }

  /** Ends the worker; the question that ran gets `reply`. */
  #restart(reply: Reply<Answered>): void {
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

  async #answerHere({ id, question }: Pending<Asked, Answered>): Promise<void> {
    let reply: Reply<Answered>;
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
