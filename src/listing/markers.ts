/** Markers: trailing comments `#: name` by which an author ties a line of a program to its note. */
import { AuthorError } from '../diagnostics/index.ts';

const MARKER = /[ \t]*#: [a-z0-9]+(?:-[a-z0-9]+)*(?=\r?$)/gm;
const NAME = /#: ([a-z0-9]+(?:-[a-z0-9]+)*)\r?$/;
/** What was most likely meant as a marker, and is none. */
const NEARLY = /(?:^|\s)(#:.*|# :.*)$/;

/** The program without its markers, as readers see, copy and download it. Lines keep their numbers. */
export function withoutMarkers(source: string): string {
  return source.replaceAll(MARKER, '');
}

/**
 * The line, from 1, that each marker stands on.
 *
 * @throws {AuthorError} for a marker that is misspelt or stands twice
 */
export function readMarkers(source: string, file: string): ReadonlyMap<string, number> {
  const markers = new Map<string, number>();
  for (const [index, text] of source.split('\n').entries()) {
    const line = index + 1;
    const name = NAME.exec(text)?.[1];
    if (name === undefined) {
      refuseNearly(text, file, line);
      continue;
    }
    const first = markers.get(name);
    if (first !== undefined)
      throw new AuthorError(
        { file, line, column: text.lastIndexOf('#:') + 1 },
        `A second marker "${name}"; the first stands on line ${first}. Give each line a name of its own.`,
      );
    markers.set(name, line);
  }
  return markers;
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
