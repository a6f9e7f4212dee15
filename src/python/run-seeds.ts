/** Seeds for the random generators that a program leaves unseeded: the run's own, and the integers after it. */
export class RunSeeds {
  readonly seed: number;
  #given = 0;

  constructor(seed: number) {
    this.seed = seed;
  }

  /** Returns the next seed; no two are the same. */
  next(): bigint {
    return BigInt(this.seed) + BigInt(this.#given++);
  }

  /** Whether a generator was seeded. */
  get used(): boolean {
    return this.#given > 0;
  }
}
