/** How large a trace may become. What it uses is never charged to the program, which runs to its end without it. */

export type TraceLimits = {
  readonly steps: number;
  /** Characters of one text: a longer `repr` is cut. */
  readonly characters: number;
  /** What all snapshots and steps take together, roughly; expressions may take half of it. */
  readonly bytes: number;
  /** What one look at a value may use of the evaluator where the program has its own `__repr__`. */
  readonly milliseconds: number;
};

export const DEFAULT_TRACE_LIMITS: TraceLimits = {
  steps: 100_000,
  characters: 20_000,
  bytes: 16_000_000,
  milliseconds: 200,
};

/** Where and why a trace ends before its program: `step` steps are known, and the one numbered so (from 0) is not. */
export type TraceCut = { readonly step: number; readonly limit: 'steps' | 'bytes' };

/** What a snapshot and a step take beside their texts, in bytes, roughly. */
const SNAPSHOT = 120;
const STEP = 160;
const ELEMENT = 8;

/** Counts what a trace uses. */
export class TraceBudget {
  readonly limits: TraceLimits;
  #steps = 0;
  #bytes = 0;
  #expressionBytes = 0;

  constructor(limits: TraceLimits) {
    this.limits = limits;
  }

  /** The limit that is used up, undefined while none is. */
  get exceeded(): TraceCut['limit'] | undefined {
    if (this.#steps > this.limits.steps) return 'steps';
    return this.#bytes > this.limits.bytes ? 'bytes' : undefined;
  }

  get hasRoomForExpressions(): boolean {
    return this.#expressionBytes * 2 <= this.limits.bytes;
  }

  step(): void {
    this.#steps++;
    this.#bytes += STEP;
  }

  output(characters: number): void {
    this.#bytes += characters;
  }

  /** A snapshot is counted in full when it is made; where one is kept once more it takes a place in a list. */
  snapshot(characters: number, elements: number): void {
    this.#bytes += SNAPSHOT + characters + elements * ELEMENT;
  }

  /** Runs `body` and counts the bytes it records against the limit for expressions. Returns what `body` returns. */
  expression<T>(body: () => T): T {
    const before = this.#bytes;
    const made = body();
    this.#bytes += ELEMENT;
    this.#expressionBytes += this.#bytes - before;
    return made;
  }
}
