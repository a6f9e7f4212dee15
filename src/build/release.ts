/**
 * A release is the site as one build left it. The server reads a release from a copy of its own, so that a build that
 * runs beside it never changes, removes or cuts a file that is being sent.
 */
import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Files that every build writes last, in the order in which they are looked for. */
const WRITTEN_LAST = ['service-worker.js', 'index.html'];

/** Gives the folder that holds the present release of the site in `dist`. */
export class Releases {
  readonly #dist: string;
  #current: { readonly mark: string; readonly folder: string } | undefined;

  /** @param dist the folder that builds replace */
  constructor(dist: string) {
    this.#dist = dist;
    process.on('exit', this.#remove);
  }

  /** The folder of the newest finished release; the one before it while a build puts the next in its place. */
  get folder(): string {
    const mark = markOf(this.#dist);
    if (mark === undefined || mark === this.#current?.mark) return this.#current?.folder ?? this.#dist;
    const folder = mkdtempSync(join(tmpdir(), 'book-'));
    cpSync(this.#dist, folder, { recursive: true, preserveTimestamps: true });
    this.#remove();
    this.#current = { mark, folder };
    return folder;
  }

  /** Removes the copy. */
  close(): void {
    process.off('exit', this.#remove);
    this.#remove();
  }

  readonly #remove = (): void => {
    if (this.#current) rmSync(this.#current.folder, { recursive: true, force: true });
    this.#current = undefined;
  };
}

/** Returns the name of this release, which differs from that of any other; undefined where there is none. */
function markOf(dist: string): string | undefined {
  for (const name of WRITTEN_LAST) {
    const file = statSync(join(dist, name), { throwIfNoEntry: false });
    if (file) return `${name} ${file.ino} ${file.mtimeMs} ${file.size}`;
  }
  return undefined;
}
