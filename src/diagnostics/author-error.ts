/** A spot in a file that an author wrote; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * An error in `content/` that its author can fix. It stops the build and says where it is, what was found and what is expected.
 * `line` and `column` repeat the place because Astro and Vite read them there to show the source.
 */
export class AuthorError extends Error {
  override name = 'AuthorError';
  readonly place: Place;
  readonly line: number;
  readonly column: number;

  constructor(place: Place, problem: string, options?: ErrorOptions) {
    super(`${place.file}:${place.line}:${place.column}  ${problem}`, options);
    this.place = place;
    this.line = place.line;
    this.column = place.column;
  }
}
