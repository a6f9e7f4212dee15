/** How much a program may use, and the message when it asks for more. */

export type Limits = {
  /** Statements, loop turns and calls. */
  readonly steps: number;
  readonly milliseconds: number;
  /** List items, characters, array elements that one program may make, roughly. */
  readonly elements: number;
  /** Characters printed. */
  readonly output: number;
};

export const DEFAULT_LIMITS: Limits = {
  steps: 1_000_000,
  milliseconds: 5_000,
  elements: 20_000_000,
  output: 1_000_000,
};

export type LimitKind = 'steps' | 'time' | 'memory' | 'output' | 'stopped';

/** The program was ended because it used up one of its limits, or because it was told to stop. */
export class LimitReached extends Error {
  override readonly name = 'LimitReached';
  readonly limit: LimitKind;

  constructor(limit: LimitKind, message: string) {
    super(message);
    this.limit = limit;
  }
}

const CLOCK_EVERY = 512;

/** Counts what one run uses. */
export class Budget {
  readonly #limits: Limits;
  readonly #stopped: () => boolean;
  readonly #deadline: number;
  #steps = 0;
  #elements = 0;
  #output = 0;

  constructor(limits: Limits, stopped: () => boolean = () => false) {
    this.#limits = limits;
    this.#stopped = stopped;
    this.#deadline = performance.now() + limits.milliseconds;
  }

  step(): void {
    this.#steps++;
    if (this.#steps > this.#limits.steps)
      throw new LimitReached('steps', `stopped after ${this.#limits.steps} steps: does a loop never end?`);
    if (this.#steps % CLOCK_EVERY === 0) this.checkClock();
  }

  checkClock(): void {
    if (this.#stopped()) throw new LimitReached('stopped', 'the program was stopped');
    if (performance.now() > this.#deadline)
      throw new LimitReached('time', `stopped after ${this.#limits.milliseconds / 1000} seconds`);
  }

  allocate(elements: number): void {
    this.#elements += elements;
    if (this.#elements > this.#limits.elements)
      throw new LimitReached('memory', `stopped: more than ${this.#limits.elements} elements in memory`);
  }

  print(characters: number): void {
    this.#output += characters;
    if (this.#output > this.#limits.output)
      throw new LimitReached('output', `stopped: more than ${this.#limits.output} characters printed`);
  }
}

let current: Budget | undefined;

/** Runs `body` with `budget` as the one that `allocate` and `step` charge. */
export function withBudget<T>(budget: Budget, body: () => T): T {
  const outer = current;
  current = budget;
  try {
    return body();
  } finally {
    current = outer;
  }
}

/** To be called before making something large: a list, a long string, an array of that many elements. */
export function allocate(elements: number): void {
  current?.allocate(elements);
}

/** To be called in native loops that may run long. */
export function step(): void {
  current?.step();
}
