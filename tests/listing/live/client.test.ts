/** The newest question wins, and nothing that a program does keeps the page waiting. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { prepareAll } from '../../../src/listing/build/index.ts';
import type { ListingSource } from '../../../src/listing/index.ts';
import { answerTo } from '../../../src/listing/live/answer.ts';
import {
  type Answer,
  type ListingWorker,
  LiveClient,
  type Question,
} from '../../../src/listing/live/index.ts';
import type { FromWorker, ToWorker } from '../../../src/listing/live/protocol.ts';

await prepareAll();

const source: ListingSource = {
  file: 'p.py',
  title: 'A program',
  library: 'NumPy',
  text: '',
  axes: [],
  hues: [],
  notes: [],
  twins: [],
};

/** A worker whose messages a test sends itself. */
class FakeWorker implements ListingWorker {
  readonly asked: ToWorker[] = [];
  isEnded = false;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;

  postMessage(message: ToWorker): void {
    this.asked.push(message);
  }

  terminate(): void {
    this.isEnded = true;
  }

  says(data: FromWorker): void {
    this.onmessage?.({ data } as MessageEvent<FromWorker>);
  }

  answers(): void {
    const { id, question, milliseconds } = this.asked.at(-1) as ToWorker;
    this.says({ kind: 'answer', id, answer: answerTo(question, milliseconds) });
  }
}

function setUp() {
  const workers: FakeWorker[] = [];
  const start = () => {
    workers.push(new FakeWorker());
    return workers.at(-1) as FakeWorker;
  };
  const client = new LiveClient({ start, answerHere: async () => answerTo });
  const worker = () => workers.at(-1) as FakeWorker;
  return { client, workers, worker, ask: (text: string) => client.ask({ source, text }) };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a client', () => {
  it('asks once the worker is ready, and gives its answer', async () => {
    const { ask, worker } = setUp();
    const reply = ask('print(1 + 1)');
    expect(worker().asked).toEqual([]);
    worker().says({ kind: 'ready' });
    worker().answers();
    expect(await reply).toMatchObject({ kind: 'answer', answer: { run: { trace: { stdout: '2\n' } } } });
  });

  it('lets the newest question win: those between are never asked', async () => {
    const { ask, worker } = setUp();
    const replies = [ask('x = 1'), ask('x = 2'), ask('x = 3')];
    worker().says({ kind: 'ready' });
    worker().answers();
    expect((await Promise.all(replies)).map(({ kind }) => kind)).toEqual([
      'overtaken',
      'overtaken',
      'answer',
    ]);
    expect(worker().asked.map(({ question }) => question.text)).toEqual(['x = 3']);
  });

  it('does not show the answer of a question that was overtaken while it ran', async () => {
    const { ask, worker, workers } = setUp();
    const first = ask('x = 1');
    worker().says({ kind: 'ready' });
    const second = ask('x = 2');
    worker().answers();
    worker().answers();
    expect([await first, await second].map(({ kind }) => kind)).toEqual(['overtaken', 'answer']);
    expect(workers).toHaveLength(1);
  });

  it('ends a worker that is busy with an old question for long, and starts another', async () => {
    const { ask, worker, workers } = setUp();
    const first = ask('while True: pass');
    worker().says({ kind: 'ready' });
    vi.advanceTimersByTime(300);
    const second = ask('x = 2');
    expect(await first).toEqual({ kind: 'overtaken' });
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false]);
    worker().says({ kind: 'ready' });
    worker().answers();
    expect(await second).toMatchObject({ kind: 'answer' });
  });

  it('ends a worker that overruns, says so, and can be asked again', async () => {
    const { ask, worker, workers } = setUp();
    const hung = ask('while True: pass');
    worker().says({ kind: 'ready' });
    vi.advanceTimersByTime(10_000);
    expect(await hung).toMatchObject({ kind: 'failed', message: expect.stringContaining('was stopped') });
    expect(workers[0]?.isEnded).toBe(true);
    const reply = ask('x = 2');
    worker().says({ kind: 'ready' });
    worker().answers();
    expect(await reply).toMatchObject({ kind: 'answer' });
  });

  it.each([
    [
      'is refused',
      () =>
        new LiveClient({
          start: () => {
            throw new Error('SecurityError');
          },
          answerHere: async () => answerTo,
        }),
    ],
    [
      'fails before it is ready',
      () => {
        const worker = new FakeWorker();
        const client = new LiveClient({ start: () => worker, answerHere: async () => answerTo });
        client.warm();
        worker.onerror?.({} as ErrorEvent);
        return client;
      },
    ],
  ])('runs programs on its own thread where a worker %s', async (_, make) => {
    const client = make();
    expect(await client.ask({ source, text: 'x = 1 / 0' })).toMatchObject({
      kind: 'answer',
      answer: { run: { exception: { type: 'ZeroDivisionError' } } },
    });
  });

  it('says what failed where even that cannot be had', async () => {
    const client = new LiveClient<Question, Answer>({
      start: () => {
        throw new Error('no');
      },
      answerHere: () => Promise.reject(new Error('offline')),
    });
    expect(await client.ask({ source, text: '' })).toEqual({ kind: 'failed', message: 'Error: offline' });
  });
});
