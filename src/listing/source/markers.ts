/**
 * Markers: a trailing comment `#: name` by which an author ties a line of a program to its note. `#: own` is no note: it
 * says that the program means a value of its own by a name that the section's figures use as well. A line may have both:
 * `#: weights, own`.
 */
import { AuthorError } from '../../diagnostics/index.ts';
import { type AuthorFile, plainText } from './author-file.ts';

const NAME = '[a-z0-9]+(?:-[a-z0-9]+)*';
const MARKER = new RegExp(`[ \\t]*#: ${NAME}(?:, own)?(?=\\r?$)`, 'gm');
const NAMES = new RegExp(`#: (${NAME})(, own)?$`);
/** What was most likely meant as a marker, and is none. */
const NEARLY = /(?:^|\s)(#:.*|# :.*)$/;
const OWN = 'own';

export interface Markers {
  /** The line, from 1, of each marker that names a note. */
  readonly lines: ReadonlyMap<string, number>;
  /** The lines that are marked as meaning a value of their own. */
  readonly own: ReadonlySet<number>;
}

/** Returns the program without its markers, as readers see, copy and download it. Lines keep their numbers. */
export function withoutMarkers(text: string): string {
  return text.replace(/^\ufeff/, '').replaceAll(MARKER, '');
}

/**
 * Reads the markers of a program.
 *
 * @throws {AuthorError} for a marker that is misspelt or stands twice
 */
export function readMarkers({ text: program, file }: AuthorFile): Markers {
  const lines = new Map<string, number>();
  const own = new Set<number>();
  for (const [index, text] of plainText(program).split('\n').entries()) {
    const line = index + 1;
    const [, name, withOwn] = NAMES.exec(text) ?? [];
    if (name === undefined) {
      refuseNearly(text, file, line);
      continue;
    }
    if (name === OWN || withOwn !== undefined) own.add(line);
    if (name === OWN) continue;
    const first = lines.get(name);
    if (first !== undefined)
      throw new AuthorError(
        { file, line, column: text.lastIndexOf('#:') + 1 },
        `A second marker "${name}"; the first stands on line ${first}. Give each line a name of its own.`,
      );
    lines.set(name, line);
  }
  return { lines, own };
}

function refuseNearly(text: string, file: string, line: number): void {
  const found = NEARLY.exec(text);
  const marker = found?.[1];
  if (found === null || marker === undefined || /["']/.test(text.slice(found.index))) return;
  throw new AuthorError(
    { file, line, column: text.length - marker.length + 1 },
    `"${marker.trim()}" is no marker. Expected "#: name" at the end of the line, in lower-case words joined by hyphens.`,
  );
}
