/** How much a program may use, and the message when it asks for more. */
import { setMeter } from '../tensor/meter/index.ts';

export type Limits = {
  /** Statements, loop iterations and calls. No limit unless given: time ends a loop. */
  readonly steps: number;
  readonly milliseconds: number;
  /** List items, array elements, eights of characters that a program may hold at once, roughly. */
  readonly elements: number;
  /** Characters printed. */
  readonly output: number;
};

export const DEFAULT_LIMITS: Limits = {
  steps: Number.POSITIVE_INFINITY,
  milliseconds: 5_000,
  elements: 20_000_000,
  output: 1_000_000,
};

export type LimitKind = 'steps' | 'time' | 'memory' | 'output' | 'stopped';

/** The program was ended because it used up one of its limits, or because it was asked to stop. */
export class LimitReached extends Error {
  override readonly name = 'LimitReached';
  readonly limit: LimitKind;

  constructor(limit: LimitKind, message: string) {
    super(message);
    this.limit = limit;
  }
}

/** Steps between two looks at the clock. */
const STEPS_PER_LOOK = 512;
/** Elements of work in library functions between two looks at the clock: a few milliseconds even of a slow kernel. */
const ELEMENTS_PER_LOOK = 65_536;

/** When a program's clock was stopped, and when its time would then have been over. */
export type Pause = { readonly since: number; readonly deadline: number };

/** Counts what one run uses. */
export class Budget {
  readonly #limits: Limits;
  readonly #stopped: () => boolean;
  readonly #started = performance.now();
  #deadline: number;
  #steps = 0;
  /** The number of steps at which something is to be looked at again. */
  #nextLook: number;
  #work = 0;
  /** What was made since the last measurement, and what was held then. */
  #elements = 0;
  /** How many elements may be made before what is held is measured again. */
  #elementsUnmeasured: number;
  #output = 0;
  /** Returns how many elements the program holds now. Until it is set, all that was ever made counts as held. */
  measure: (() => number) | undefined;

  constructor(limits: Limits, stopped: () => boolean = () => false) {
    this.#limits = limits;
    this.#stopped = stopped;
    this.#deadline = this.#started + limits.milliseconds;
    this.#elementsUnmeasured = limits.elements;
    this.#nextLook = this.#lookAfter(0);
  }

  step(): void {
    if (++this.#steps >= this.#nextLook) this.#look();
  }

  #look(): void {
    const { steps } = this.#limits;
    if (this.#steps > steps)
      throw new LimitReached('steps', `stopped after ${steps} steps: does a loop never end?`);
    this.checkClock();
    this.#nextLook = this.#lookAfter(this.#steps);
  }

  #lookAfter(steps: number): number {
    return Math.min(steps + STEPS_PER_LOOK, Math.max(steps, this.#limits.steps) + 1);
  }

  /** Counts elements that a library function goes through: it calls this before or while it does. */
  work(elements: number): void {
    this.#work += elements;
    if (this.#work < ELEMENTS_PER_LOOK) return;
    this.#work = 0;
    this.checkClock();
  }

  checkClock(): void {
    if (this.#stopped()) throw new LimitReached('stopped', 'the program was stopped');
    if (performance.now() > this.#deadline) throw new LimitReached('time', this.#timeMessage());
  }

  #timeMessage(): string {
    const seconds = (performance.now() - this.#started) / 1000;
    return `stopped after it ran for ${seconds.toFixed(1)} seconds: does a loop never end?`;
  }

  /**
   * Counts elements that are about to be made, and the work of making them; what is no longer held is measured only when the
   * limit is near.
   */
  allocate(elements: number): void {
    this.#elements += elements;
    if (this.#elements > this.#elementsUnmeasured) this.#measure(elements);
    this.work(elements);
  }

  #measure(asked: number): void {
    const { elements } = this.#limits;
    if (asked <= elements && this.measure !== undefined) this.#elements = this.measure() + asked;
    if (this.#elements > elements)
      throw new LimitReached('memory', `stopped: more than ${elements} elements in memory at once`);
    // A program that holds nearly all it may is not measured at each step.
    this.#elementsUnmeasured = Math.max(elements, this.#elements + elements / 4);
  }

  print(characters: number): void {
    this.#output += characters;
    if (this.#output > this.#limits.output)
      throw new LimitReached('output', `stopped: more than ${this.#limits.output} characters printed`);
  }

  /** Stops the program's clock while a trace is written. Returns what `resume` needs. */
  pause(): Pause {
    return { since: performance.now(), deadline: this.#deadline };
  }

  /** Lets the program's clock go on: the time since `pause` is not the program's. */
  resume({ since, deadline }: Pause): void {
    this.#deadline = deadline + (performance.now() - since);
  }

  /**
   * Runs `body` for a trace: what it uses is not charged, and the time it takes is not the program's.
   * @throws {LimitReached} where it takes longer than `milliseconds` or makes more elements than a program may
   */
  apart<T>(milliseconds: number, body: () => T): T {
    const [steps, work, elements, output] = [this.#steps, this.#work, this.#elements, this.#output];
    const [nextLook, unmeasured] = [this.#nextLook, this.#elementsUnmeasured];
    const pause = this.pause();
    this.#deadline = pause.since + milliseconds;
    this.#nextLook = this.#lookAfter(steps);
    this.#elementsUnmeasured = elements + this.#limits.elements;
    try {
      return body();
    } finally {
      this.#steps = steps;
      this.#work = work;
      this.#elements = elements;
      this.#output = output;
      this.#nextLook = nextLook;
      this.#elementsUnmeasured = unmeasured;
      this.resume(pause);
    }
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

/** Characters that take the room of one element. */
const CHARACTERS_PER_ELEMENT = 8;

/** To be called before making a text of that many characters. */
export function allocateText(characters: number): void {
  current?.allocate(characters / CHARACTERS_PER_ELEMENT);
}

/** To be called in native loops that may run long. */
export function step(): void {
  current?.step();
}

/** To be called before going through that many elements, or characters, in a loop that does little for each. */
export function work(elements: number): void {
  current?.work(elements);
}

setMeter({ reserve: allocate, work });

/** What an item costs that a function makes: as much as some elements of an array. */
const ITEM = 8;

/** Returns an array of what `make` gives for 0 to `length` − 1. Its memory is reserved first, and the clock asked on the way. */
export function makeArray<T>(length: number, make: (index: number) => T): T[] {
  allocate(length);
  const items: T[] = [];
  for (let index = 0; index < length; index++) {
    work(ITEM);
    items.push(make(index));
  }
  return items;
}
