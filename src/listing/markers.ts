/** Markers: trailing comments `#: name` by which an author ties a line of a program to its note. */
const MARKER = /[ \t]*#: [a-z0-9]+(?:-[a-z0-9]+)*(?=\r?$)/gm;

/** The program without its markers, as readers see, copy and download it. Lines keep their numbers. */
export function withoutMarkers(source: string): string {
  return source.replaceAll(MARKER, '');
}
