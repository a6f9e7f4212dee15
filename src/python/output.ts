/** Where a run writes what it prints: to its own output, or for a while to who wants to read it. */
export class Output {
  readonly #write: (piece: string) => void;
  #captured: string[] | undefined;

  constructor(write: (piece: string) => void) {
    this.#write = write;
  }

  readonly write = (piece: string): void => {
    if (this.#captured === undefined) this.#write(piece);
    else this.#captured.push(piece);
  };

  /** Returns what is written while `body` runs. */
  during(body: () => void): string {
    const outer = this.#captured;
    const captured: string[] = [];
    this.#captured = captured;
    try {
      body();
    } finally {
      this.#captured = outer;
    }
    return captured.join('');
  }
}
